"""What the machine asks people about linking: pairs of incidents that may be one, and links that hang on little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stemma.errors import InputError, NotFoundError
from stemma.ids import digest
from stemma.ledger import selectors
from stemma.ledger.selectors import ReferenceRow
from stemma.model.incident import Reason, Suggestion
from stemma.review.pairs import pair, standing_pairs

WEAK = 0.95
"""A link is asked about where the nearest fellow gives less. Of the 145 links of the shared case 13 lie below it, of
the 26 of the sample 2: about one in ten, which people can go through, while most links lie above .99."""
REPORT = "report:"
Members = Mapping[str, tuple[str, ...]]
"""References by the shown id of their incident."""


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
    without what a ruling moves that the accounts do not take in yet."""
    waiting, ruled = selectors.awaited(), standing_pairs()
    suggested = [one for one in selectors.suggestions() if pair(one.a, one.b) not in ruled]
    weak = selectors.weak_links(WEAK)
    homes = {name for one in suggested for name in (one.a, one.b)} | {row.incident or "" for row in weak}
    members = selectors.members_of(homes)
    pairs = (_between(one.a, one.b, one, members) for one in suggested)
    links = (one for one in _weak(weak, members) if not any(pair(one.one[0], name) in ruled for name in one.other))
    return tuple(one for one in (*pairs, *links) if not waiting & {*one.one, *one.other})


def _weak(rows: Iterable[ReferenceRow], members: Members) -> Iterator[LinkQuestion]:
    """Of two reports that have but each other the question is one."""
    met: set[str] = set()
    for row in rows:
        asked = _of_report(row, members)
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
    suggested = next((s for s in selectors.suggestions_of(a) if b in (s.a, s.b)), None)
    return _between(a, b, suggested, selectors.members_of((a, b)))


def _between(a: str, b: str, suggested: Suggestion | None, members: Members) -> LinkQuestion:
    score, reasons = (None, ()) if suggested is None else (suggested.score, suggested.reasons)
    return LinkQuestion(f"{a}:{b}", members[a], members[b], None, score, reasons)


def _inside(reference: str) -> LinkQuestion:
    row = selectors.reference_rows([reference]).get(reference)
    if row is None or row.incident is None:
        raise NotFoundError(f"report {reference!r} is of no incident today")
    asked = _of_report(row, selectors.members_of((row.incident,)))
    if not asked.other:
        raise InputError("report", "it is alone in its incident by now")
    return asked


def _of_report(row: ReferenceRow, members: Members) -> LinkQuestion:
    others = tuple(name for name in members[row.incident or ""] if name != row.id)
    return LinkQuestion(f"{REPORT}{row.id}", (row.id,), others, row.incident, row.score, row.reasons)
