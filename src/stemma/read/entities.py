"""Who is named in a sentence: parties, outlets, people, roles and bodies, one letter each, for the voice grammar."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from stemma.data.outlets import Outlets
from stemma.data.parties import Form, Parties, PartyEntry
from stemma.read.marks import Marked

PARTICLES = frozenset({"al", "el", "de", "bin", "ibn", "abu", "van", "von", "der", "la", "di", "da", "du"})
NAMED: frozenset[Form] = frozenset({"name", "capital", "short"})
ADJECTIVES: frozenset[Form] = frozenset({"adjective"})
MARKED = (
    ("speakers.titles", "t"), ("speakers.roles", "r"), ("speakers.bodies", "b"),
    ("cues.according", "y"), ("cues.verbs", "c"), ("grammar.pronoun", "h"), ("grammar.determiner", "d"),
    ("grammar.relative", "w"),
    ("grammar.preposition", "f"), ("grammar.of", "f"), ("grammar.conjunction", "&"), ("grammar.breaks", "/"),
    ("grammar.auxiliary", "B"), ("grammar.adverb", "v"),
    ("numbers.vague", "0"), ("casualties.participle", "v"), ("casualties.transitive", "v"),
    ("casualties.state", "v"), ("attacks.verbs", "v"), ("time.weekdays", "W"), ("time.months", "W"),
)  # fmt: skip

RANKS = {slot: rank for rank, (slot, _) in enumerate(MARKED)}
"""Of two phrases of one length the one that stands first in MARKED counts."""
RUN_ENDS = frozenset(
    {"speakers.roles", "cues.verbs", "time.weekdays", "grammar.preposition", "grammar.pronoun", "grammar.determiner",
     "grammar.conjunction"}
)  # fmt: skip
"""What no name goes on over, however it is capitalised."""


class Entity(NamedTuple):
    """`code`: p party, A party's adjective, o outlet, n person, t title, r role, b body, Z a name, x a word;
    others as marked."""

    code: str
    first: int
    last: int
    party: PartyEntry | None = None
    outlet: str | None = None


def entities(
    text: str, marked: Marked, parties: Parties, outlets: Outlets, known: frozenset[str]
) -> tuple[Entity, ...]:
    """Reduce a sentence to entities; every token lies in exactly one.

    A short form ("the coalition", "the monitor") stands for a party only where the page names it (`known`).
    """
    spans = _named(text, marked, parties, outlets, known)
    found: list[Entity] = []
    i, size = 0, len(marked.tokens)
    while i < size:
        entity = spans.get(i) or _marked(marked, i) or _word(marked, i, spans)
        found.append(entity)
        i = entity.last
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name in the sentence, at text offsets `start` to `end`."""

    start: int
    end: int
    code: str
    party: PartyEntry | None = None
    outlet: str | None = None

    @property
    def rank(self) -> tuple[int, int, int]:
        """The longer wins; of the same words a party, an outlet, an adjective. An agency is rather an outlet."""
        agency = self.party is not None and self.party.kind == "agency"
        return -(self.end - self.start), "poA".index(self.code) + 2 * agency, self.start


def _hits(sentence: str, parties: Parties, outlets: Outlets, known: frozenset[str]) -> list[_Hit]:
    names, sides_named = parties.scan_apart(sentence, NAMED, ADJECTIVES)
    found = [
        _Hit(start, end, "p", party=entry)
        for start, end, entry in names
        if entry.name in known or parties.find(sentence[start:end]) is not None
    ]
    adjectives = [_Hit(start, end, "A", party=entry) for start, end, entry in sides_named]
    found += adjectives
    sides = {(hit.start, hit.end) for hit in adjectives}
    found += [
        _Hit(m.start + _article(sentence[m.start : m.end]), m.end, "o", outlet=m.outlet.name)
        for m in outlets.mentions(sentence)
        if any(c.isupper() for c in sentence[m.start : m.end]) and (m.start, m.end) not in sides
    ]
    return sorted(found, key=lambda hit: hit.rank)


def _article(name: str) -> int:
    """Characters of a leading "the", which tells a longer name from a shorter one no more than its absence."""
    return len("the ") if name.lower().startswith("the ") else 0


def _named(text: str, marked: Marked, parties: Parties, outlets: Outlets, known: frozenset[str]) -> dict[int, Entity]:
    """Parties and outlets by their first token, none overlapping."""
    base = marked.sentence.start
    taken: set[int] = set()
    found: dict[int, Entity] = {}
    for hit in _hits(text[base : marked.sentence.end], parties, outlets, known):
        entity = _entity(text, marked, hit, base)
        span = set(range(entity.first, entity.last))
        if span and not span & taken:
            taken |= span
            found[entity.first] = entity
    return found


def _entity(text: str, marked: Marked, hit: _Hit, base: int) -> Entity:
    """A hit over whole tokens, without its article; of a compound ("US-led", "Britain-based") only the first
    names a side."""
    first = bisect_left(marked.tokens.start, base + hit.start)
    last = bisect_left(marked.tokens.start, base + hit.end)
    if last - first > 1 and marked.tokens.low[first] in ("the", "a", "an"):
        first += 1
    if first < last and marked.tokens.end[last - 1] > base + hit.end:
        compound = text[base + hit.end : marked.tokens.end[last - 1]]
        if compound != "s" and not compound.startswith("-led"):
            return Entity("x", first, last)
        return Entity("A", first, last, hit.party, hit.outlet)
    return Entity(hit.code, first, last, hit.party, hit.outlet)


def _marked(marked: Marked, i: int) -> Entity | None:
    known = [hit for hit in marked.beginning.get(i, ()) if hit.entry.slot in RANKS]
    if not known:
        return None
    best = min(known, key=lambda hit: (-hit.last, RANKS[hit.entry.slot]))
    code = MARKED[RANKS[best.entry.slot]][1]
    if code == "t" and not (best.last < len(marked.tokens) and _is_name(_after_stop(marked, best.last))):
        code = "r"
    return Entity(code, i, best.last)


def _after_stop(marked: Marked, i: int) -> str:
    """The word after a title, its full stop passed over ("Gen. Votel")."""
    text = marked.tokens.text
    return text[i + 1] if text[i] == "." and i + 1 < len(text) else text[i]


def _word(marked: Marked, i: int, spans: dict[int, Entity]) -> Entity:
    text = marked.tokens.text
    word = text[i]
    if not word[0].isalnum():
        return Entity(
            "'" if marked.tokens.low[i] == "'s" else ("," if word == "," else ("q" if word in '"“”«»' else ".")),
            i,
            i + 1,
        )
    if not _is_name(word) or marked.is_numeral(i):
        return Entity("x" if word[0].isalpha() else "0", i, i + 1)
    last = i + 1
    while (
        last < len(text)
        and last not in spans
        and (_is_name(text[last]) or _particle(marked, last))
        and not _special(marked, last)
    ):
        last += 1
    return Entity("n" if last - i > 1 else "Z", i, last)


def _is_name(word: str) -> bool:
    """Capitalised, or a particle joined to a capital ("al-Assad")."""
    return word[0].isupper() or (
        "-" in word
        and word.split("-", maxsplit=1)[0].lower() in PARTICLES
        and word.rsplit("-", maxsplit=1)[-1][:1].isupper()
    )


def _particle(marked: Marked, i: int) -> bool:
    text = marked.tokens.text
    return text[i].lower() in PARTICLES and i + 1 < len(text) and text[i + 1][0].isupper()


def _special(marked: Marked, i: int) -> bool:
    return any(hit.entry.slot in RUN_ENDS for hit in marked.beginning.get(i, ()))
