"""What an account is made from: each standing claim with its origin, its document and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.origin import Origin, Trace
from stemma.model.ruling import ClaimRuling, Ruling


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with where it came from. `published` is the document's ISO day or date-time, null where unknown."""

    claim: Claim
    origin: Origin
    published: str | None

    @property
    def day(self) -> str | None:
        return self.published[:10] if self.published else None

    @property
    def age(self) -> tuple[str, str, int]:
        """Sorts by publication, unknown first, then by document and place in its text."""
        return self.published or "", self.claim.document_id, self.claim.mention.start


def gather(
    claims: Sequence[Claim], documents: Sequence[Document], trace: Trace, rulings: Sequence[Ruling], as_of: str | None
) -> tuple[Evidence, ...]:
    """The claims that no ruling rejected and that had been published by `as_of`, oldest first.

    With `as_of`, a document whose day is unknown is left out: nobody can say that it was known by then.
    """
    published = {d.id: d.published for d in documents}
    origins = {o.key: o for o in trace.origins}
    home = {c.claim_id: origins[c.origin] for c in trace.claim_origins}
    rejected = _rejected(rulings)
    found = [
        Evidence(c, home[c.id], published.get(c.document_id))
        for c in claims
        if c.mention_id not in rejected and c.id in home and _known(published.get(c.document_id), as_of)
    ]
    return tuple(sorted(found, key=lambda e: (e.age, e.claim.id)))


def _known(published: str | None, as_of: str | None) -> bool:
    return as_of is None or (published is not None and published[: len(as_of)] <= as_of)


def _rejected(rulings: Sequence[Ruling]) -> frozenset[str]:
    """Mentions whose last ruling rejects them; rulings come in the order in which they hold."""
    last = {r.mention_id: r for r in rulings if isinstance(r, ClaimRuling)}
    return frozenset(mention for mention, ruling in last.items() if ruling.act == "reject")
