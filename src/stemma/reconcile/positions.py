"""Positions: one value put forward with one stance, and the origins behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from stemma.model.claim import Stance
from stemma.model.finding import Position, Support
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import Toll, Value
from stemma.reconcile.entry import Entry
from stemma.reconcile.wording import spoken

Key = tuple[str, Stance, str]
STANCES: tuple[Stance, ...] = ("asserts", "questions", "denies", "no_comment")


def positions(entries: Iterable[Entry], later: Mapping[str, str]) -> tuple[Position, ...]:
    """Entries of one slot by value, stance and what superseded them; standing first, best supported first."""
    grouped: dict[Key, list[Entry]] = defaultdict(list)
    for entry in entries:
        grouped[(_key(entry.claim.value), entry.claim.stance, later.get(entry.claim.id, ""))].append(entry)
    ordered = sorted(grouped, key=lambda key: (key[2] != "", STANCES.index(key[1]), -_carriers(grouped[key]), key))
    return tuple(_position(grouped[key], key[2] or None) for key in ordered)


def _key(value: Value) -> str:
    """What makes two claims say the same: a figure is the same whatever its group is called."""
    match value:
        case Toll():
            return f"{value.low}|{value.high}|{value.qualifier}|{value.word}"
        case Place(candidates=(best, *_)):
            return f"{best.name}|{best.country}"
        case Place():
            return value.name.casefold()
        case DateRange():
            return spoken(value)
        case _:
            return spoken(value).casefold()


def _carriers(entries: Sequence[Entry]) -> int:
    return len({entry.document for entry in entries})


def _position(entries: Sequence[Entry], later: str | None) -> Position:
    days = sorted({entry.day for entry in entries if entry.day})
    return Position(
        value=_value(entries),
        stance=entries[0].claim.stance,
        origins=_supports(entries),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        superseded_by=later,
        hedged=all(entry.claim.hedges for entry in entries),
    )


def _value(entries: Sequence[Entry]) -> Value:
    """The value as most claims write it; of a toll the commonest name of its group, and no part of another mention."""
    votes = Counter(_plain(entry.claim.value) for entry in entries)
    return min(votes, key=lambda value: (-votes[value], repr(value)))


def _plain(value: Value) -> Value:
    return replace(value, part_of=None) if isinstance(value, Toll) else value


def _supports(entries: Sequence[Entry]) -> tuple[Support, ...]:
    by_origin: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_origin[entry.origin.key].append(entry)
    supports = [
        Support(
            key=key,
            label=said[0].origin.label,
            bloc=said[0].origin.bloc,
            claims=tuple(sorted({claim for entry in said for claim in entry.claims})),
            documents=_carriers(said),
        )
        for key, said in by_origin.items()
    ]
    return tuple(sorted(supports, key=lambda s: (-s.documents, s.key)))
