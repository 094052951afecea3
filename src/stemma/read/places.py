"""Places in sentences: capitalised names that the gazetteer knows, with the preposition that puts something there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from stemma.data.gazetteer import Gazetteer
from stemma.model.place import Place
from stemma.read.entities import Entity
from stemma.read.marks import Marked

LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "around",
        "over",
        "across",
        "of",
        "from",
        "to",
        "towards",
        "toward",
        "within",
        "by",
        "throughout",
        "off",
        "between",
        "into",
        "hit",
        "struck",
        "through",
        "south",
        "north",
        "east",
        "west",
        "southeast",
        "northeast",
        "southwest",
        "northwest",
    }
)
SURE = 0.9
"""Weight from which a name means one place: the next best candidate is a tenth as likely at most."""
PLACE_VOTES = 3
LONGEST = 6
COARSE = 6
"""UCDP precision of a country: too coarse to say where an incident was, enough for a prior."""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place at tokens `first` to `last`; `lead` is the preposition before it, or null; `from_token` where the
    phrase with it begins."""

    first: int
    last: int
    place: Place
    lead: str | None
    begin: int


def country_prior(gazetteer: Gazetteer, marked: list[Marked], entity_lists: list[tuple[Entity, ...]]) -> str | None:
    """The country a page is about: its unambiguous places vote thrice, the parties and adjectives that it names
    once."""
    votes: Counter[str] = Counter()
    for m, found in zip(marked, entity_lists, strict=True):
        for e in found:
            if e.party is not None and e.party.country is not None and e.code in "pA":
                votes[e.party.country] += 1
            elif e.code in "nZ":
                name = _name(m, e.first, e.last)
                known = gazetteer.lookup(name)[:1] if gazetteer.is_known(name) else ()
                sure = next((c for c in known if c.weight >= SURE), None)
                if sure is not None and sure.country is not None:
                    votes[sure.country] += PLACE_VOTES
    return max(sorted(votes), key=lambda c: votes[c]) if votes else None


def places(marked: Marked, found: tuple[Entity, ...], gazetteer: Gazetteer, prior: str | None) -> tuple[PlaceMark, ...]:
    """Places of a sentence, left to right, the longest known run of words first."""
    blocked = {
        t
        for e in found
        if e.code in "othcW" or (e.code == "p" and e.party is not None and e.party.kind != "state")
        for t in range(e.first, e.last)
    }
    parties = {e.first for e in found if e.code == "p"}
    text, result = marked.tokens.text, []
    i = 0
    while i < len(text):
        size = 0 if i in blocked or not _may_begin(text[i]) else _longest(marked, i, gazetteer, blocked)
        if not size:
            i += 1
            continue
        name = _name(marked, i, i + size)
        lead, begin = _lead(marked, i)
        if lead is None and i in parties:
            i += size
            continue
        result.append(PlaceMark(i, i + size, gazetteer.resolve(name, prior), lead, begin))
        i += size
    return tuple(result)


def _may_begin(word: str) -> bool:
    if word in ("A", "An", "The"):
        return False
    return word[0].isupper() or ("-" in word and any(p[:1].isupper() for p in word.split("-")[1:]))


def _longest(marked: Marked, i: int, gazetteer: Gazetteer, blocked: set[int]) -> int:
    text = marked.tokens.text
    top = 1
    while (
        top < LONGEST
        and i + top < len(text)
        and i + top not in blocked
        and (_may_begin(text[i + top]) or text[i + top].lower() in ("al", "el", "ez", "az", "de", "of"))
    ):
        top += 1
    while top and not _may_begin(text[i + top - 1]):
        top -= 1
    for size in range(top, 0, -1):
        if _known(gazetteer, _name(marked, i, i + size)):
            return size
    return 0


def _known(gazetteer: Gazetteer, name: str) -> bool:
    """As written, or without the s that scraped text keeps of a lost apostrophe ("Aleppos")."""
    return gazetteer.is_known(name)


def _name(marked: Marked, first: int, last: int) -> str:
    return marked.words(first, last)


def _lead(marked: Marked, i: int) -> tuple[str | None, int]:
    """The preposition that governs the place, past its article and adjectives ("near the Deir ez-Zor Airport")."""
    low = marked.tokens.low
    for j in range(i - 1, max(-1, i - 6), -1):
        if low[j] in LOCATIVE:
            return low[j], j
        if marked.tokens.text[j][0] in ',.;:()"“”' or (marked.covering("grammar.auxiliary", j) is not None):
            break
    return None, i
