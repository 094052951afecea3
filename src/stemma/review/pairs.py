"""Which pairs of references an act on two incidents is about, and how it is recorded.

A ruling names two references, an incident is many. So an act on two incidents is one ruling on every pair across them,
all of one moment, actor and reason. One pair would not do: `link` joins the rest of two incidents by likeness, so with
only their shown ids ruled apart the others could still meet, and with only these joined the others could stay behind.
It costs as many small events as there are pairs, and it holds when a later reading no longer finds one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.selectors import RulingRow
from stemma.ledger.writer import append, now, writing
from stemma.model.ruling import Sameness, SamenessRuling, sameness_ruling
from stemma.review.permission import permitted

Pair = tuple[str, str]


def decide_pairs(act: Sameness, a: str, b: str, *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Rule on what two ids, of two incidents or of one, stand for; all in one transaction."""
    with writing():
        who = checked(act, actor, reason)
        held = standing_pairs()
        chosen = _pairs(act, a, b, held)
        if act == "different":
            refuse_tied(chosen, held)
        return record(act, chosen, actor=who, reason=reason)


def checked(act: Sameness, actor: str, reason: str) -> str:
    """The actor's name, where they may do it and give a reason; NotAllowedError or InputError else."""
    who = permitted(act, actor)
    if not reason.strip():
        raise InputError("reason", "a ruling on two incidents says why, so that others can weigh it")
    return who


def record(act: Sameness, chosen: Iterable[Pair], *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Append one ruling for each pair, all of one moment: that is how they are known as one act."""
    at = now()
    made = tuple(
        sameness_ruling(SamenessRuling("", act, one, other, reason.strip(), actor), at=at)
        for one, other in sorted(chosen)
    )
    append([of_ruling(ruling) for ruling in made], at=at)
    return made


def standing_pairs() -> Mapping[Pair, RulingRow]:
    """The last ruling on every pair, those left out that were withdrawn."""
    last: dict[Pair, RulingRow] = {}
    for row in selectors.rulings():
        if isinstance(row.ruling, SamenessRuling):
            last[pair(row.ruling.a, row.ruling.b)] = row
    return {key: row for key, row in last.items() if row.ruling.act != "withdraw"}


def pair(a: str, b: str) -> Pair:
    """Two references as one thing, whichever comes first."""
    return (a, b) if a < b else (b, a)


def across(one: str, other: str) -> frozenset[Pair]:
    """Every pair of a reference of one incident with one of another, by their shown ids."""
    return frozenset(pair(a, b) for a in selectors.linked(one).aliases for b in selectors.linked(other).aliases)


def of_one_act(held: Mapping[Pair, RulingRow], pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Those pairs that still stand as they were ruled together with one of `pairs`."""
    acts = {act_of(held[key]) for key in pairs if key in held}
    return frozenset(key for key, row in held.items() if act_of(row) in acts)


def act_of(row: RulingRow) -> tuple[str, str, str, str]:
    """What the rulings of one act share, and those of no other."""
    return row.recorded_at, row.ruling.act, row.ruling.actor, row.ruling.reason


def _pairs(act: Sameness, a: str, b: str, held: Mapping[Pair, RulingRow]) -> frozenset[Pair]:
    """Of two incidents every pair across; of two reports in one incident what was ruled together with these two, else
    these two alone: where the others go is then a matter of likeness."""
    one, other = selectors.resolve(a), selectors.resolve(b)
    if one != other:
        return across(one, other)
    named = pair(selectors.reference(a), selectors.reference(b))
    if named[0] == named[1]:
        raise InputError("incidents", f"{a!r} and {b!r} are the same report: a ruling is about two")
    if gone := sorted(set(named) - set(selectors.linked(one).aliases)):
        raise InputError("incidents", f"{gone[0]} is of an earlier reading; `stemma reports` lists those of today")
    ruled = of_one_act(held, [named])
    if not ruled and act == "unsure":
        raise InputError("incidents", f"{a!r} and {b!r} are one incident: there is no suggestion to end")
    return ruled or frozenset({named})


def refuse_tied(chosen: frozenset[Pair], held: Mapping[Pair, RulingRow]) -> None:
    """InputError where other rulings still hold together what is to be parted: `same` goes before `different`."""
    near: dict[str, set[str]] = {}
    for key, row in held.items():
        if row.ruling.act == "same" and key not in chosen:
            near.setdefault(key[0], set()).add(key[1])
            near.setdefault(key[1], set()).add(key[0])
    for start in sorted({a for a, _ in chosen} & near.keys()):
        if tied := _reached(start, near) & {b for a, b in chosen if a == start}:
            link = pair(start, min(near[start]))
            raise InputError(
                "incidents",
                f"{start[:8]} and {min(tied)[:8]} are held together by another ruling; "
                f"end it first: stemma review withdraw {link[0][:8]} {link[1][:8]}",
            )


def _reached(start: str, near: Mapping[str, set[str]]) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = near.get(ahead.pop(), set()) - found
        found |= fresh
        ahead += fresh
    return found
