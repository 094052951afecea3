"""Voice phrases: noun phrases that can speak, and the voice each one names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from stemma.model.voice import Voice
from stemma.read.entities import Entity
from stemma.read.marks import Marked

MOD = r"(?:[AZpol]'?|b'|x){0,4}?"
HEAD = rf"(?:{MOD}[rb]+|(?:t\.?)*n|(?:t\.?)+Z|[po]|Z(?='?[rb]))"
TAIL = (
    rf"(?:'?{HEAD}"
    r"|(?<=[rb]),(?:t\.?)*[nZ](?=[,c.Bwh]|$)"
    rf"|(?<=n),d?{MOD}[rb]+(?:f[d]?[pAlZb]+)?(?=[,c.Bwh]|$)"
    rf"|f[d]?{HEAD}|f[d]?[ZAl](?![rb]))"
)
"""What may follow a head: another, a name or a role between commas, a body or place after "of"."""
PHRASE = re.compile(rf"d?{MOD}{HEAD}{TAIL}*")
POSSESSIVE = re.compile(r" (['’]s)(?!\w)")
LONE = re.compile(r"[Zh]")
SAME_WORD = 75
"""Ratio (0-100) from which two words are one in two spellings: Defense/Defence 86, Russia/Russian 92, army/armed 67."""
ARTICLES = ("the", "a", "an", "its", "their", "his", "her", "this", "that", "some", "one", "more")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that can speak: entities `first` to `last`, tokens `begin` to `end`, and what it names.

    `known` where the data files know its party. `pronoun` is the word where the voice is only referred to ("he",
    "it", "the source").
    """

    first: int
    last: int
    begin: int
    end: int
    voice: Voice
    pronoun: str | None = None
    outlet: bool = False
    definite: bool = False
    known: bool = False


def phrases(marked: Marked, found: tuple[Entity, ...]) -> tuple[Phrase, ...]:
    """All phrases of a sentence that can speak, left to right, none overlapping."""
    codes = "".join(e.code for e in found)
    result: list[Phrase] = []
    at = 0
    while at < len(codes):
        match = PHRASE.match(codes, at) or LONE.match(codes, at)
        if match is None or match.end() == at:
            at += 1
            continue
        result.append(_phrase(marked, found, at, match.end()))
        at = match.end()
    return tuple(result)


def _phrase(marked: Marked, found: tuple[Entity, ...], first: int, last: int) -> Phrase:
    part = found[first:last]
    begin, end = part[0].first, part[-1].last
    if part[0].code == "h":
        word = marked.tokens.low[begin]
        return Phrase(first, last, begin, end, Voice(None, None, None), pronoun=word)
    names = [e for e in part if e.code == "n" or (e.code == "Z" and (len(part) == 1 or _titled(part, e)))]
    role = _role(marked, part)
    party = _party(part)
    outlets = [e.outlet for e in part if e.outlet]
    name = _text(marked, names[0]) if names else None
    definite = marked.tokens.low[begin] in ("the", "this", "that") or (
        name is None and role is not None and begin == end - 1
    )
    anonymous = name is None and role is not None
    if name is None and role is None and party is None and outlets:
        return Phrase(first, last, begin, end, Voice(outlets[0], _as_written(marked, part, outlets[0])), outlet=True)
    if role is None and name is None and party is None:
        body = _body(marked, part)
        vague = marked.tokens.low[begin] in ("a", "an", "some", "one")
        voice = Voice(None, body, None, anonymous=True) if vague else Voice(None, None, body)
        return Phrase(first, last, begin, end, voice, definite=definite)
    if party is None and outlets:
        party = outlets[0]
    if party is None and not anonymous and name is None:
        party = _body(marked, part)
    description = _body(marked, part) if anonymous else role
    if description is None and name is None and party is not None:
        description = _as_written(marked, part, party)
    known = any(e.party is not None for e in part)
    return Phrase(first, last, begin, end, Voice(name, description, party, anonymous), definite=definite, known=known)


def _titled(part: tuple[Entity, ...], entity: Entity) -> bool:
    at = part.index(entity)
    return at > 0 and part[at - 1].code in "t."


def _text(marked: Marked, entity: Entity) -> str:
    return marked.words(entity.first, entity.last)


def _role(marked: Marked, part: tuple[Entity, ...]) -> str | None:
    return next((_text(marked, e) for e in part if e.code == "r"), None)


def _party(part: tuple[Entity, ...]) -> str | None:
    """The most telling party of the phrase: a named body over a state, a state over an adjective."""
    named = [e.party for e in part if e.party is not None and e.code == "p"]
    bodies = [p for p in named if p.kind != "state"]
    if bodies:
        return bodies[0].name
    adjective = next((e for e in part if e.party is not None), None)
    if adjective is None or adjective.party is None:
        return None
    return adjective.party.name


def _body(marked: Marked, part: tuple[Entity, ...]) -> str | None:
    words = [marked.tokens.text[i] for e in part if e.code not in ",t" for i in range(e.first, e.last)]
    while words and words[0].lower() in ARTICLES:
        words = words[1:]
    return _joined(words) or None


def _joined(words: list[str]) -> str:
    return POSSESSIVE.sub(r"\1", " ".join(words))


def _as_written(marked: Marked, part: tuple[Entity, ...], party: str) -> str | None:
    """What the text calls a body, where that is more than another spelling of its name."""
    words = [marked.tokens.text[i] for e in part if e.code in "pAbo" for i in range(e.first, e.last)]
    written = _joined(words)
    if not written or party.casefold() in written.casefold():
        return None
    known = party.lower().replace("-", " ").split()
    own = [w for w in written.lower().replace("'s", "").replace("’s", "").replace("-", " ").split() if len(w) > 2]
    return None if own and all(max((ratio(w, k) for k in known), default=0) >= SAME_WORD for w in own) else written
