"""What a person may put in a field of a claim: its shape, its vocabulary, and that its parts agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args

from stemma.data.lexicon import load_lexicon
from stemma.errors import DataError, InputError
from stemma.ledger import selectors
from stemma.model.claim import Claim, ClaimEvent, Stance, claim_event
from stemma.model.content import Content, Field
from stemma.model.count import Count
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import VALUE_TYPES, EventCount, Means, Toll, Value
from stemma.model.voice import Voice
from stemma.model.wire import from_wire, to_wire

STANCES: tuple[str, ...] = get_args(Stance)


def checked(claim: Claim, field: Field, given: object) -> Content:
    """The content of a field from JSON-able Python; InputError where a claim of its kind cannot say that there."""
    return _CHECKS[field](claim, given)


def _value(claim: Claim, given: object) -> Content:
    """Members that are left out stay as they are."""
    shape = VALUE_TYPES[claim.kind]
    try:
        made: Value = from_wire(shape, {**to_wire(claim.value), **_object(given)})
        _agree(made)
    except (DataError, ValueError) as error:
        known = ", ".join(to_wire(claim.value))
        raise InputError("content", f"no value of a {claim.kind}: {error}; it has {known}") from error
    return Content(value=made)


def _agree(value: Value) -> None:
    """ValueError where the parts of a value contradict one another or lie outside what they can be."""
    match value:
        case Toll():
            _count(value.count)
            classes = victim_classes()
            if value.victim_class is not None and value.victim_class not in classes:
                raise ValueError(f"no class of victims {value.victim_class!r}; there are {', '.join(classes)}")
        case EventCount():
            _count(Count(value.low, value.high, value.qualifier))
        case Means(count=int(number)) if number < 0:
            raise ValueError(f"a count below zero: {number}")
        case DateRange(from_=str(first), to=str(last)) if first > last:
            raise ValueError(f"from {first} is after to {last}")
        case Place():
            _located(value)
        case _:
            pass
    empty = [name for name, member in to_wire(value).items() if isinstance(member, str) and not member.strip()]
    if empty:
        raise ValueError(f"{empty[0]} is empty")


def _count(count: Count) -> None:
    if any(number < 0 for number in count.figures):
        raise ValueError(f"a count below zero: {count.figures[0]}")


def _located(place: Place) -> None:
    if (place.lat is None) != (place.lon is None):
        raise ValueError("lat and lon go together")
    if place.lat is not None and place.lon is not None and not (abs(place.lat) <= 90 and abs(place.lon) <= 180):
        raise ValueError(f"no place on earth: {place.lat}, {place.lon}")


@cache
def victim_classes() -> tuple[str, ...]:
    """The classes that the word lists know people by."""
    return tuple(sorted({entry.key for entry in load_lexicon().entries() if entry.table == "people"} - {"unknown"}))


def _voice(_claim: Claim, given: object) -> Content:
    if not isinstance(given, list | tuple):
        raise InputError(
            "content", "voice is the whole list of voices, from the page inwards; [] for the outlet itself"
        )
    try:
        voices = tuple(from_wire(Voice, {"name": None, **_object(voice)}) for voice in given)
    except DataError as error:
        raise InputError("content", f"no voice: {error}") from error
    for voice in voices:
        _speaks(voice)
    return Content(voices=voices)


def _speaks(voice: Voice) -> None:
    if not any(part and part.strip() for part in (voice.name, voice.role, voice.party)):
        raise InputError("content", "a voice has a name, a role or a party")
    if voice.anonymous and voice.name is not None:
        raise InputError("content", f"an anonymous voice has no name: {voice.name!r}")


def _stance(_claim: Claim, given: object) -> Content:
    if given not in STANCES:
        raise InputError("content", f"no stance {given!r}; there are {', '.join(STANCES)}")
    return Content(stance=given)  # type: ignore[arg-type] # one of the names, by the line above


def _event(claim: Claim, given: object) -> Content:
    told = _object(given)
    if not told or set(told) - {"ref", "background"}:
        raise InputError("content", "event is an object with ref, background or both")
    event = claim.event if "ref" not in told else _reference(claim, told["ref"])
    background = told.get("background", event.background)
    if not isinstance(background, bool):
        raise InputError("content", "background is true or false")
    return Content(event=ClaimEvent(event.ref, event.type, event.date, event.place, background))


def _reference(claim: Claim, name: object) -> ClaimEvent:
    known = selectors.references_in(claim.document_id)
    found = [one for one in known if isinstance(name, str) and name and one.id.startswith(name)]
    if len(found) != 1:
        there = ", ".join(f"{one.id[:8]} ({one.key})" for one in known) or "none"
        raise InputError("content", f"{name!r} is no event of this document; it tells of {there}")
    return claim_event(found[0])


def _object(given: object) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise InputError("content", f"an object is wanted, not {json.dumps(given, default=str)[:80]}")
    return dict(given)


_CHECKS: Mapping[Field, Callable[[Claim, object], Content]] = {
    "value": _value,
    "voice": _voice,
    "stance": _stance,
    "event": _event,
}
