"""A claim as an account weighs it: with its origin, the day its page came out, and whether its text calls it
overtaken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.origin import Origin, Trace
from stemma.model.ruling import Ruling, accepted, rejected

REACH = 70
"""Characters between a figure and the words that call it overtaken: a short clause. "An earlier count from that contact
had stood at 30" needs 45."""

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """`published` is the page's date as given, "" where unknown, so that a dated page counts as later than an undated.

    `listed` are the claims behind a figure that is a sum over an enumeration; `claim` then is the largest of them with
    the sum as its value. `overtaken` is true where the text itself says that this count was an earlier one; `pinned`
    where a person accepted it (its value, or all of it).
    """

    claim: Claim
    origin: Origin
    document: str
    published: str
    overtaken: bool
    pinned: bool
    listed: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims behind it."""
        return self.listed or (self.claim.id,)

    @property
    def day(self) -> str | None:
        """The publication day."""
        return self.published[:10] or None


def entries(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    trace: Trace,
    policy: Policy,
    *,
    rulings: Iterable[Ruling] = (),
    as_of: str | None = None,
) -> tuple[Entry, ...]:
    """The claims that count, sorted by id: not rejected, with a known origin and, for `as_of`, out by that day.

    A page without a date is left out of an account as of a day: nothing says that it was there.
    """
    pages = {page.id: page for page in documents if known_by(page, as_of)}
    origins = {origin.key: origin for origin in trace.origins}
    origin_of = {found.claim_id: origins[found.origin] for found in trace.claim_origins}
    decided = tuple(rulings)
    out, pinned = rejected(decided), accepted(decided)
    found = []
    for claim in sorted(claims, key=lambda c: c.id):
        name = (claim.mention_id, claim.id)
        page, origin = pages.get(claim.document_id), origin_of.get(claim.id)
        if page is None or origin is None or name in out:
            continue
        overtaken = _overtaken(page.text, claim, policy)
        found.append(Entry(claim, origin, page.id, page.published or "", overtaken, name in pinned))
    return tuple(found)


def known_by(page: Document, as_of: str | None) -> bool:
    """Whether a page was out by the end of a day (ISO); always, where no day is asked for."""
    return as_of is None or (page.published is not None and page.published[: len(as_of)] <= as_of)


def _overtaken(text: str, claim: Claim, policy: Policy) -> bool:
    """The figure follows words such as "an earlier count", or is followed by such as "had said first"."""
    start, end = claim.mention.start, claim.mention.end
    before = text[max(start - REACH, 0) : start].casefold()
    after = text[end : end + REACH].casefold()
    return _clear(before, policy.earlier_before, ahead=True) or _clear(after, policy.earlier_after, ahead=False)


def _clear(stretch: str, cues: Sequence[str], *, ahead: bool) -> bool:
    """A cue stands in the stretch and no other figure or end of sentence between it and the mention."""
    for cue in cues:
        at = stretch.rfind(cue) if ahead else stretch.find(cue)
        if at >= 0:
            between = stretch[at + len(cue) :] if ahead else stretch[:at]
            if not _DIGIT.search(between) and not re.search(r"[.!?;]\s", between):
                return True
    return False
