"""One person under many spellings: "Konashenkov", "Igor Konashenkov", "Maj. Gen. Konashenkov of the Defence
Ministry"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.data.parties import Parties, PartyEntry, fold
from stemma.model.voice import Voice

Key = tuple[str, str]
"""Last name as compared, and the bloc it speaks for ("" where nobody says)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A named speaker: the fullest name seen and the narrowest body it was said to speak for, null where none is
    known."""

    last: str
    name: str
    party: str | None
    bloc: str | None

    @property
    def key(self) -> str:
        """Last name and party, the same over all documents."""
        return f"{self.last} ({fold(self.party)})" if self.party else self.last


@dataclass(frozen=True, slots=True)
class Persons:
    """Everyone who is quoted by name, found again by last name and bloc."""

    parties: Parties
    by_key: Mapping[Key, Person]

    def of(self, voice: Voice) -> Person:
        """The person that a named voice is; one quoted without a party is the only one of that name, if there is
        one."""
        last = last_name(voice.name or "")
        bloc = _bloc(voice.party, self.parties)
        if not bloc:
            named = [person for (name, _), person in sorted(self.by_key.items()) if name == last and person.bloc]
            if len(named) == 1:
                return named[0]
        return self.by_key[(last, bloc)]


def last_name(name: str) -> str:
    """The word by which a person is known, as compared: no case, accents, article or hyphen."""
    words = [w.replace("'", "").strip(".,") for w in fold(name).split()]
    kept = [w for w in words if w not in ("al", "el", "")] or words
    return kept[-1] if kept else ""


def persons(voices: Iterable[Voice], parties: Parties) -> Persons:
    """Gather named speakers over all documents. Two of one last name and bloc are one person."""
    names: dict[Key, Counter[str]] = defaultdict(Counter)
    bodies: dict[Key, Counter[str]] = defaultdict(Counter)
    for voice in voices:
        key = (last_name(voice.name or ""), _bloc(voice.party, parties))
        names[key][voice.name or ""] += 1
        if voice.party:
            entry = parties.find(voice.party)
            bodies[key][entry.name if entry else voice.party] += 1
    found = {
        key: Person(key[0], _fullest(names[key]), _narrowest(bodies[key], parties), key[1] or None)
        for key in sorted(names)
    }
    return Persons(parties, found)


def _bloc(party: str | None, parties: Parties) -> str:
    entry: PartyEntry | None = parties.find(party) if party else None
    return entry.bloc if entry else (party or "")


def _fullest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-len(name.split()), -names[name], name))


def _narrowest(bodies: Counter[str], parties: Parties) -> str | None:
    return min(bodies, key=lambda body: (-len(parties.lineage(body)), -bodies[body], body), default=None)
