"""Tolls: per origin its latest count of the whole stands; parts, denials and questions stay out of the range."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.model.finding import Finding, Position, Status
from stemma.model.value import Toll
from stemma.reconcile.evidence import Evidence
from stemma.reconcile.support import origins_of, position
from stemma.reconcile.wording import toll_reason

EARLIER = ("previous", "earlier", "first", "initial", "initially", "at first", "up from", "revised from")
"""Words in a claim's quote that mark an older count named beside a newer one."""
SUBGROUPS = frozenset({"children", "women"})
"""Victim classes that are part of a whole even where the text does not say of which."""


def toll(evidence: Evidence) -> Toll:
    value = evidence.claim.value
    assert isinstance(value, Toll)
    return value


def toll_findings(found: Sequence[Evidence]) -> list[Finding]:
    """One finding a state over the whole, then one a state and subgroup."""
    states = sorted({toll(e).state for e in found})
    made = []
    for state in states:
        of_state = [e for e in found if toll(e).state == state]
        wholes = [e for e in of_state if not _is_part(e)]
        if wholes:
            made.append(_finding(state, wholes, None, None))
        classes = sorted({toll(e).victim_class or "" for e in of_state if _is_part(e)} - {""})
        for victim_class in classes:
            parts = [e for e in of_state if _is_part(e) and toll(e).victim_class == victim_class]
            made.append(_finding(state, parts, toll(parts[0]).group, victim_class))
    return made


def _is_part(evidence: Evidence) -> bool:
    value = toll(evidence)
    return value.part_of is not None or value.victim_class in SUBGROUPS


def _finding(state: str, found: list[Evidence], group: str | None, victim_class: str | None) -> Finding:
    asserted = [e for e in found if e.claim.stance == "asserts" and toll(e).count.figures]
    standing, superseded = _standing(asserted)
    figures = [n for e in standing for n in toll(e).count.figures]
    published = [n for e in asserted for n in toll(e).count.figures]
    low, high = min(figures, default=None), max(figures, default=None)
    made = Finding(
        slot=state,
        status=_status(found, low, high),
        positions=_positions(found, superseded),
        reason="",
        low=low,
        high=high,
        best=low if low == high else None,
        published_low=min(published, default=None),
        published_high=max(published, default=None),
        group=group,
        victim_class=victim_class,
    )
    return toll_reason(made)


def _standing(asserted: list[Evidence]) -> tuple[list[Evidence], dict[str, Evidence]]:
    """The claims that stand (each origin's latest figure), and for the others the claim that superseded them."""
    standing: list[Evidence] = []
    superseded: dict[str, Evidence] = {}
    for key in sorted(origins_of(asserted)):
        own = [e for e in asserted if e.origin.key == key]
        latest = max(own, key=_recency)
        for evidence in own:
            if toll(evidence).count.figures == toll(latest).count.figures:
                standing.append(evidence)
            else:
                superseded[evidence.claim.id] = latest
    return standing, superseded


def _recency(evidence: Evidence) -> tuple[bool, str, int, str]:
    """What the text calls an earlier count is older than any; of one day the highest is the latest: tolls rise."""
    quote = evidence.claim.quote.text.lower()
    return (
        not any(word in quote for word in EARLIER),
        evidence.day or "",
        max(toll(evidence).count.figures),
        evidence.claim.id,
    )


def _status(found: list[Evidence], low: int | None, high: int | None) -> Status:
    asserted = [e for e in found if e.claim.stance == "asserts"]
    if not asserted:
        return "denied" if any(e.claim.stance == "denies" for e in found) else "unknown"
    if low is None:
        return "unknown"
    counted = [e for e in asserted if toll(e).count.figures]
    if len(origins_of(counted)) == 1:
        return "single_origin"
    return "agreed" if low == high else "range"


def _positions(found: list[Evidence], superseded: dict[str, Evidence]) -> tuple[Position, ...]:
    """Claims that say the same in the same stance together, standing ones first, then by figure."""
    grouped: dict[tuple[str, str, str], list[Evidence]] = {}
    for evidence in found:
        newer = superseded.get(evidence.claim.id)
        after = words(toll(newer)) if newer is not None else ""
        grouped.setdefault((words(toll(evidence)), evidence.claim.stance, after), []).append(evidence)
    made = [
        (after, position(toll(held[0]), held, superseded_by=after or None)) for (_, _, after), held in grouped.items()
    ]
    return tuple(p for _, p in sorted(made, key=lambda m: (bool(m[0]), m[1].stance != "asserts", _size(m[1]))))


def _size(made: Position) -> tuple[int, int, str]:
    value = made.value
    assert isinstance(value, Toll)
    figures = value.count.figures
    return (figures[0], figures[-1], value.qualifier) if figures else (-1, -1, value.word or "")


def words(value: Toll) -> str:
    """A count in words, as findings name it: "62", "at least 40", "90-106", "dozens"."""
    figures = value.count.figures
    if not figures:
        return value.word or "some"
    number = "-".join(str(n) for n in figures)
    return number if value.qualifier in ("exact", "between") else f"{value.qualifier.replace('_', ' ')} {number}"
