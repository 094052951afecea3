"""What the machine asks people about linking: pairs of incidents that may be one, and links that hang on little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.errors import InputError, NotFoundError
from stemma.ids import digest
from stemma.ledger import selectors
from stemma.model.incident import Reason, Suggestion
from stemma.review.pairs import pair, standing_pairs

WEAK = 0.95
"""A link is asked about where the nearest fellow gives less. Of the 145 links of the shared case 13 lie below it, of
the 26 of the sample 2: about one in ten, which people can go through, while most links lie above .99."""
REPORT = "report:"


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """Whether `one` and `other` (references of today, each side whole) are one event.

    `key` names it in an address: both shown ids, or the reference of a link inside `incident`, which is null for two
    incidents. `score` is the machine's chance.
    """

    key: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    incident: str | None
    score: float | None
    reasons: tuple[Reason, ...]

    @property
    def seen(self) -> str:
        """Changes with what stands on either side, so that nobody rules on more than they were shown."""
        return digest("asked", sorted(self.one), sorted(self.other))


def open_questions() -> tuple[LinkQuestion, ...]:
    """Suggestions, the likeliest first, then weak links, the weakest first; without what somebody has ruled on, and
    without what a ruling has touched that the accounts do not take in yet."""
    waiting, ruled = selectors.awaited(), standing_pairs()
    settled = {name for key in ruled for name in key}
    pairs = (_between(one.a, one.b, one) for one in selectors.suggestions() if pair(one.a, one.b) not in ruled)
    links = (asked for asked in _weak() if asked.one[0] not in settled)
    return tuple(asked for asked in (*pairs, *links) if not waiting & {*asked.one, *asked.other})


def _weak() -> Iterator[LinkQuestion]:
    """Of two reports that have but each other the question is one."""
    met: set[str] = set()
    for row in selectors.weak_links(WEAK):
        asked = question(f"{REPORT}{row.id}")
        if row.id not in met:
            yield asked
        if len(asked.other) == 1:
            met.update(asked.other)


def question(key: str) -> LinkQuestion:
    """The question of a key: two ids of incidents with ":" between, or "report:" and a reference. NotFoundError for an
    unknown id, InputError for one incident named twice and for a report that is alone in its incident."""
    if key.startswith(REPORT):
        return _inside(key.removeprefix(REPORT))
    first, _, second = key.partition(":")
    a, b = sorted((selectors.resolve(first), selectors.resolve(second)))
    if a == b:
        raise InputError("incidents", "both are one incident already")
    return _between(a, b, next((s for s in selectors.suggestions_of(a) if b in (s.a, s.b)), None))


def _between(a: str, b: str, suggested: Suggestion | None) -> LinkQuestion:
    one, other = selectors.linked(a).aliases, selectors.linked(b).aliases
    score, reasons = (None, ()) if suggested is None else (suggested.score, suggested.reasons)
    return LinkQuestion(f"{a}:{b}", one, other, None, score, reasons)


def _inside(reference: str) -> LinkQuestion:
    row = selectors.reference_rows([reference]).get(reference)
    if row is None or row.incident is None:
        raise NotFoundError(f"report {reference!r} is of no incident today")
    others = tuple(name for name in selectors.linked(row.incident).aliases if name != reference)
    if not others:
        raise InputError("report", "it is alone in its incident by now")
    return LinkQuestion(f"{REPORT}{reference}", (reference,), others, row.incident, row.score, row.reasons)
