"""What a claim says in one field: what a person rules on, and what may be put in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.claim import Claim, ClaimEvent, Stance
from stemma.model.value import Value
from stemma.model.voice import Voice

Field = Literal["value", "voice", "stance", "event", "all"]
"""What of a claim a ruling is about; `voice` is the whole chain."""


@dataclass(frozen=True, slots=True)
class Content:
    """The content of one field: the member of that field is given, the others are null."""

    value: Value | None = None
    voices: tuple[Voice, ...] | None = None
    stance: Stance | None = None
    event: ClaimEvent | None = None


def content_of(claim: Claim, field: Field) -> Content:
    """What a claim says in a field; for `all` in every one."""
    match field:
        case "value":
            return Content(value=claim.value)
        case "voice":
            return Content(voices=claim.voices)
        case "stance":
            return Content(stance=claim.stance)
        case "event":
            return Content(event=claim.event)
        case _:
            return Content(claim.value, claim.voices, claim.stance, claim.event)
