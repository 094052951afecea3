"""Counted things: a quantity with what it counts, so that buses, years and brigades are told from people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from stemma.read.marks import Mark, Marked
from stemma.read.nouns import anchor_at, in_age, people_at, plain
from stemma.read.quantities import Quantity
from stemma.read.singles import singles

Head = Literal["person", "casualty", "unit", "unknown", "bare"]
MODIFIERS = 7
"""Words between a number and its noun; longer runs in the development texts were always another phrase."""

POSSESSIVE = ("its", "their", "his", "her", "our", "my")


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens `first` to `last` from qualifier to noun. `group` are the tokens that say who, empty where only a
    number stands.

    `of_them` is true for "of whom", "of the dead": a part of those already counted. `adjective` is a state that stands
    before the noun ("38 dead militiamen").
    """

    quantity: Quantity
    first: int
    last: int
    head: Head
    group: tuple[int, int]
    victim_class: str | None = None
    noun: Mark | None = None
    adjective: Mark | None = None
    of_them: bool = False
    other: bool = False


def counted(marked: Marked, found: tuple[Quantity, ...], named: tuple[Quantity, ...] = ()) -> tuple[Counted, ...]:
    """Each quantity with what it counts, and single persons ("a woman", or by name) as quantities of one."""
    alone = singles(marked, {t for q in found for t in range(q.first, q.last)})
    starts = frozenset(q.first for q in found)
    things = [_with_name(marked, _phrase(marked, q, starts)) for q in (*found, *alone)]
    taken = {t for thing in things for t in range(thing.first, thing.last + 1)}
    people = [Counted(q, q.first, q.last, "person", (q.last, q.last)) for q in named if q.first not in taken]
    return tuple(sorted((*things, *people), key=lambda thing: thing.first))


def _with_name(marked: Marked, thing: Counted) -> Counted:
    """As in "his wife Nura Haddad": the name of one relative belongs to the noun."""
    at, text = thing.last, marked.tokens.text
    if thing.quantity.form not in ("article", "definite") or not marked.covering("grammar.kin", at - 1):
        return thing
    while at < len(text) and text[at][0].isupper():
        at += 1
    return replace(thing, last=at)


def _phrase(marked: Marked, quantity: Quantity, starts: frozenset[int]) -> Counted:
    low = marked.tokens.low
    i = quantity.last
    of_them = False
    if i < len(low) and low[i] == "of":
        rest = low[i + 1 : i + 3]
        if rest[:1] in (("whom",), ("which",), ("them",), ("these",), ("those",)):
            return Counted(quantity, quantity.first, i + 2, "bare", (i, i), of_them=True)
        if (
            rest[:1] in (("the",), ("those",), ("its",), ("their",))
            and i + 2 < len(low)
            and (anchor_at(marked, i + 2) or marked.at("casualties.noun", i + 2))
        ):
            anchor = anchor_at(marked, i + 2) or marked.at("casualties.noun", i + 2)
            assert anchor is not None
            return Counted(
                quantity,
                quantity.first,
                anchor.last,
                "bare",
                (anchor.last, anchor.last),
                adjective=anchor,
                of_them=True,
            )
        if rest[:1] in (("the",), ("those",)) and i + 2 in starts:
            return Counted(quantity, quantity.first, i + 2, "bare", (i, i), of_them=True)
        i += 1
    begin = i
    if i < len(low) and low[i] in (POSSESSIVE if begin == quantity.last else (*POSSESSIVE, "the", "those", "these")):
        i += 1
    return _head(marked, quantity, begin, i, of_them=of_them)


def _head(marked: Marked, quantity: Quantity, begin: int, i: int, *, of_them: bool) -> Counted:
    """What is counted: the first noun for people, casualties or things; else the words up to where the phrase ends."""
    size = len(marked.tokens)
    whole = Counted(quantity, quantity.first, begin, "bare", (begin, begin), of_them=of_them)
    adjective: Mark | None = None
    other = False
    more = begin if begin < size and _next_clause(marked, begin) else None
    start = begin
    while i < size and i - begin <= MODIFIERS:
        noun = _noun(marked, whole, start, i)
        if noun is not None:
            return replace(
                noun,
                adjective=adjective if noun.head == "person" else None,
                other=(other and noun.head != "unit") or marked.at("grammar.other", i) is not None,
            )
        anchor = anchor_at(marked, i)
        if anchor is not None:
            before_people = anchor.last < size and people_at(marked, anchor.last)
            if not before_people or anchor.entry.section not in ("participle", "state"):
                break
            adjective, i = anchor, anchor.last
            continue
        other_mark = marked.at("grammar.other", i)
        if other_mark is not None:
            other, i = True, other_mark.last
            more = i if i < size and _next_clause(marked, i) else more
            continue
        if not (plain(marked, i) or in_age(marked, i)) or (
            marked.at("speakers.bodies", i) and marked.tokens.text[i][0].isupper() and i + 1 >= size
        ):
            break
        i += 1
    end = i if more is None else more
    head: Head = "unknown" if end > begin and not (other and end == begin + 1) else "bare"
    reach = max(end, quantity.last)
    return replace(whole, last=reach, head=head, group=(start, end), adjective=adjective, other=other)


def _noun(marked: Marked, whole: Counted, start: int, i: int) -> Counted | None:
    """The noun that begins at a token, where that says what is counted."""
    person = people_at(marked, i)
    if person is not None:
        person = _last_person(marked, person)
        return replace(whole, last=person.last, head="person", group=(start, person.last), victim_class=_class(person))
    noun = marked.at("casualties.noun", i)
    if noun is not None:
        return replace(whole, last=noun.last, head="casualty", group=(start, i), noun=noun)
    unit = marked.at("numbers.units", i)
    if unit is not None and not (unit.last < len(marked.tokens) and people_at(marked, unit.last)):
        return replace(whole, last=unit.last, head="unit", group=(start, unit.last), of_them=False)
    return None


def _next_clause(marked: Marked, token: int) -> bool:
    """Whether a name behind "more" begins the next clause, its comma lost ("wounding dozens more Syrian media
    said"); a noun for people further on still shows that it does not."""
    said_more = marked.tokens.low[token - 1] in ("more", "others")
    return said_more and marked.tokens.text[token][0].isupper()


def _last_person(marked: Marked, person: Mark) -> Mark:
    """As in "rebel fighters", "militia members": the last of a run of person nouns is the head."""
    while person.last < len(marked.tokens):
        following = people_at(marked, person.last)
        if following is None:
            return person
        person = following
    return person


def _class(person: Mark) -> str | None:
    return None if person.entry.section == "unknown" else person.entry.section
