"""What may be said of a claim in a round."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

from stemma.errors import DataError, InputError
from stemma.ids import canonical
from stemma.model.claim import Claim, ClaimEvent, Stance
from stemma.model.coding import Judgement, Verdict
from stemma.model.value import VALUE_TYPES, EventCount, Toll
from stemma.model.voice import Voice
from stemma.model.wire import from_wire, to_wire

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
FIELDS = ("value", "voice", "stance", "event")
"""What of a claim can be corrected."""

_WHY = {"reject": "a rejection", "correct": "a correction", "unsure": "who is unsure"}


def checked(said: Judgement, claim: Claim) -> Judgement:
    """The judgement as it is recorded: its reason trimmed, its correction whole and spelled in the one canonical way.

    An object in a correction may leave out what stays as it was read. Raises InputError for a verdict, field or content
    that is none, a missing reason where the verdict is not to accept, and a correction that changes nothing.
    """
    if said.verdict not in VERDICTS:
        raise InputError("verdict", f"{said.verdict!r} is none; there are {', '.join(VERDICTS)}")
    reason = said.reason.strip()
    if said.verdict != "accept" and not reason:
        raise InputError("reason", f"{_WHY[said.verdict]} says why, so that whoever decides can weigh it")
    if said.verdict != "correct":
        if said.correction is not None or said.field != "all":
            raise InputError("correction", f"goes with the verdict correct, not with {said.verdict}")
        return replace(said, reason=reason)
    if said.field not in FIELDS:
        raise InputError("field", f"{said.field!r} cannot be corrected; {', '.join(FIELDS)} can")
    return replace(said, reason=reason, correction=_content(said, claim))


def _content(said: Judgement, claim: Claim) -> str:
    try:
        given: Any = json.loads(said.correction or "")
    except json.JSONDecodeError as error:
        raise InputError("correction", f"is the field's new content as JSON: {error}") from error
    held = _held(claim, said.field)
    if isinstance(given, dict) and isinstance(held, dict):
        given = held | given
    try:
        shaped = to_wire(_shaped(claim, said.field, given))
    except (DataError, ValueError) as error:
        raise InputError("correction", f"no {said.field} of a {claim.kind} claim: {error}") from error
    if shaped == held:
        raise InputError("correction", f"the {said.field} is read so already: accept it, or correct another field")
    return canonical(shaped).decode("utf-8")


def _held(claim: Claim, field: str) -> Any:
    """A field's content as it was read, as JSON has it."""
    return to_wire({"value": claim.value, "voice": claim.voices, "stance": claim.stance, "event": claim.event}[field])


def _shaped(claim: Claim, field: str, given: Any) -> object:
    """Content of a field as the model has it; DataError or ValueError for what is none."""
    if field == "stance":
        if given not in get_args(Stance):
            raise DataError(f"{given!r} is no stance; there are {', '.join(get_args(Stance))}")
        return given
    if field == "voice":
        if not isinstance(given, list):
            raise DataError("voices are a list, from the page inwards")
        return tuple(from_wire(Voice, one) for one in given)
    if field == "event":
        return from_wire(ClaimEvent, given)
    value = from_wire(VALUE_TYPES[claim.kind], given)
    if isinstance(value, Toll | EventCount):
        _check_ends(value)
    return value


def _check_ends(value: Toll | EventCount) -> None:
    ends = [end for end in (value.low, value.high) if end is not None]
    if ends != sorted(ends) or min(ends, default=0) < 0:
        raise DataError("low is at most high, and neither is below zero")
