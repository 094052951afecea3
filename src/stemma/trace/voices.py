"""From a claim's voices and outlets to its origin: the first identifiable voice to which it can be traced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from stemma.data.outlets import Outlets
from stemma.data.parties import Form, Parties, PartyEntry, fold
from stemma.model.claim import Claim
from stemma.model.origin import Origin
from stemma.model.voice import Voice
from stemma.trace.carriers import Carriers
from stemma.trace.persons import Persons, last_name

MEDIA = frozenset({"state_media", "agency"})
SPEAKING = frozenset({"monitor", "ministry"})
"""Kinds of party that only carry others' words, and kinds of outlet that do not."""

_WORD = re.compile(r"[^\W\d_]+")
_WIDE: frozenset[Form] = frozenset({"name", "adjective", "capital"})


@dataclass(frozen=True, slots=True)
class Voices:
    """What it takes to name an origin: who is who, who carries whose text, and which words of a description say
    nothing. `homes` has the country that a document names most, by its id."""

    parties: Parties
    outlets: Outlets
    carriers: Carriers
    persons: Persons
    filler: frozenset[str]
    official: frozenset[str]
    homes: Mapping[str, str]

    def origin(self, claim: Claim) -> tuple[Origin, tuple[str, ...]]:
        """The claim's origin and the labels on the way to it, outside in, the origin's last."""
        heard = self.carriers.source(claim.document_id, claim.mention, claim.relays)
        place = claim.event.place.country if claim.event.place else None
        country = place or self.homes.get(claim.document_id)
        told = (self._at_home(voice, country) for voice in claim.voices)
        voices = [voice for voice in told if self._label(voice) not in heard]
        origin, upto = self._innermost(voices, heard)
        labels = [*heard, *(self._label(voice) for voice in voices[:upto] if not _is_named(voice, origin))]
        return origin, tuple(dict.fromkeys([*(name for name in labels if name != origin.label), origin.label]))

    def _at_home(self, voice: Voice, country: str | None) -> Voice:
        """A bare "army" or "monitor" as the body that this means where the event took place."""
        written = voice.party or voice.role
        if voice.name or not country or not written or self.parties.find(written):
            return self._official(voice)
        if voice.anonymous and not self.parties.short(written):
            return self._official(voice)
        entry = self.parties.local(written, country)
        return Voice(None, None, entry.name) if entry else self._official(voice)

    def _official(self, voice: Voice) -> Voice:
        """An unnamed spokesman of a known body speaks for it; an unnamed official of it does not."""
        if not voice.anonymous or not self.official.intersection(_WORD.findall(fold(voice.role or ""))):
            return voice
        sides = self.parties.scan(voice.role or "", forms=_WIDE)
        named = [entry for _, _, entry in sides if entry.kind != "state"]
        entry = (self.parties.find(voice.party) if voice.party else None) or next(iter(named), None)
        return Voice(None, voice.role, entry.name) if entry else voice

    def _innermost(self, voices: list[Voice], heard: tuple[str, ...]) -> tuple[Origin, int]:
        """The last voice that has a name of its own or speaks for a body; an anonymous one counts with whoever
        heard it."""
        last = len(voices)
        while last and voices[last - 1].anonymous:
            last -= 1
        hearer = heard[-1]
        if last and not (last < len(voices) and self._is_medium(voices[last - 1])):
            return self._named(voices[last - 1]), last
        if last:
            hearer = self._label(voices[last - 1])
        if not voices:
            return self._outlet(hearer), 0
        return self._anonymous(voices[-1], hearer), len(voices) - 1

    def _label(self, voice: Voice) -> str:
        written = voice.label
        known = self.outlets.by_name(written)
        if known:
            return known.name
        entry = self.parties.find(written)
        return entry.name if entry and not voice.anonymous else written

    def _is_medium(self, voice: Voice) -> bool:
        entry = self._body(voice)
        return self._medium(voice.label) is not None or (entry is not None and entry.kind in MEDIA)

    def _medium(self, written: str) -> str | None:
        """The news medium of that name; a monitor or a ministry publishes too, but what it says it says itself."""
        outlet = self.outlets.by_name(written)
        return outlet.name if outlet and outlet.kind not in SPEAKING else None

    def _body(self, voice: Voice) -> PartyEntry | None:
        """The listed body that a voice is, or is known to speak for without a name of its own."""
        own = self.parties.find(voice.name) if voice.name else None
        return own or (self.parties.find(voice.party) if voice.party and not voice.name else None)

    def _named(self, voice: Voice) -> Origin:
        medium = self._medium(voice.name) if voice.name else None
        if medium:
            return self._outlet(medium)
        entry = self._body(voice)
        if entry is not None:
            return self._party(entry)
        if not voice.name:
            written = voice.party or voice.label
            return Origin(fold(written), written, "voice", written, voice.party)
        person = self.persons.of(voice)
        body = self.parties.find(person.party) if person.party else None
        if body is not None and body.kind != "state":
            return self._party(body)
        return Origin(person.key, person.name, "voice", person.bloc, person.party)

    def _party(self, entry: PartyEntry) -> Origin:
        """A body speaks with the voice of its press office; a news medium that is quoted is the outlet of that
        name."""
        voice = self.parties.entries[entry.voice]
        medium = self._medium(entry.name) if entry.kind in MEDIA else None
        if medium:
            return self._outlet(medium)
        return Origin(fold(voice.name), voice.name, "voice", voice.bloc, voice.name)

    def _outlet(self, name: str) -> Origin:
        entry = self.parties.find(name)
        if entry is not None and not self._medium(name):
            return self._party(entry)
        return Origin(fold(name), name, "outlet", entry.bloc if entry else None, entry.name if entry else None)

    def _anonymous(self, voice: Voice, hearer: str) -> Origin:
        """One per description and outlet that heard it; which words describe it does not depend on how a side is
        spelled."""
        text = voice.role or voice.name or voice.party or ""
        sides = self.parties.scan(text, forms=_WIDE)
        entry = (self.parties.find(voice.party) if voice.party else None) or (sides[0][2] if sides else None)
        plain = list(text)
        for start, end, _ in sides:
            plain[start:end] = " " * (end - start)
        words = sorted({w.removesuffix("s") for w in _WORD.findall(fold("".join(plain)))} - self.filler)
        side = entry.bloc if entry else (voice.party or "")
        key = f"{' '.join(words) or 'source'} / {fold(side)} @ {fold(hearer)}"
        label = f"{voice.label} (to {hearer})"
        return Origin(key, label, "anonymous", entry.bloc if entry else None, entry.name if entry else voice.party)


def _is_named(voice: Voice, origin: Origin) -> bool:
    """Whether a voice is the person that an origin is, under another form of the name: no station of its own."""
    return voice.name is not None and origin.kind == "voice" and last_name(voice.name) == last_name(origin.label)
