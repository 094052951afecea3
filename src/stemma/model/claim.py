"""The claim: one voice, saying one thing, about one incident, with one stance, anchored in one mention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from stemma.ids import digest, digest_of, spelled
from stemma.model.event import EventReference
from stemma.model.made_by import MadeBy
from stemma.model.place import Place
from stemma.model.span import Span
from stemma.model.time import DateRange
from stemma.model.value import Value
from stemma.model.voice import Voice
from stemma.model.wire import members, to_wire

Kind = Literal[
    "toll", "perpetrator", "target", "place", "date", "means",
    "flight_origin", "event_count", "motive", "consequence", "response",
]  # fmt: skip
Stance = Literal["asserts", "denies", "questions", "no_comment"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words a claim rests on: always `document.text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """The event a claim is about, as its document tells it. `ref` is the `event_ref_id`."""

    ref: str
    type: str
    date: DateRange
    place: Place | None
    background: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """`voices` run from the page inwards: the first is the speaker, the last the authority; empty means the
    page's own outlet.

    `relays` are the outlets that only carried it, outside in. Immutable: reading again makes another claim, never
    edits one.
    """

    id: str
    mention_id: str
    document_id: str
    kind: Kind
    value: Value
    stance: Stance
    hedges: tuple[str, ...]
    voices: tuple[Voice, ...]
    relays: tuple[str, ...]
    event: ClaimEvent
    quote: Quote
    mention: Span
    made_by: MadeBy


def mention_id(capture_id: str, layer: str, mention: Span, slot: str) -> str:
    """Identity of the narrowest token a claim hangs on; a better cleaner or a wider phrase does not move it."""
    return digest("mention", capture_id, layer, mention.start, mention.end, slot)


def claim_id(claim: Claim) -> str:
    """Identity of a claim: its mention and every field but its id and `made_by`."""
    told = ((name, value) for name, value in members(claim) if name not in ("id", "made_by", "event"))
    parts = [(name, spelled(to_wire(value))) for name, value in told]
    body = ",".join(f'"{name}":{text}' for name, text in sorted([*parts, ("event", _spelled(claim.event))]))
    return digest_of(f'["claim",{{{body}}}]')


@lru_cache(maxsize=256)
def _spelled(event: ClaimEvent) -> str:
    """An event's JSON, made once for the many claims that are about it."""
    return spelled(to_wire(event))


def claim_event(reference: EventReference) -> ClaimEvent:
    """The part of an event reference that a claim carries."""
    return ClaimEvent(reference.id, reference.type, reference.date, reference.place, reference.background)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that `read` found in one document: claims sorted by mention, events with the main one first."""

    document_id: str
    claims: tuple[Claim, ...]
    events: tuple[EventReference, ...]

    @property
    def made_by(self) -> MadeBy | None:
        """The one reader that made all of it; null where it found no claim."""
        return self.claims[0].made_by if self.claims else None
