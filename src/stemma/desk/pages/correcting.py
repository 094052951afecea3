"""The form that corrects a claim in place: fields by kind of value, and back from what was typed to what is ruled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from django.utils.translation import gettext as _

from stemma.desk.wording import labels, meanings
from stemma.errors import InputError
from stemma.model.claim import Claim, Stance
from stemma.model.content import Field
from stemma.model.count import Qualifier
from stemma.model.event import EventReference
from stemma.model.time import DatePrecision
from stemma.model.value import ResponseAct, TollState
from stemma.model.voice import Voice
from stemma.model.wire import to_wire
from stemma.review.contents import victim_classes

NUMBERS = ("low", "high", "count")
DEGREES = ("lat", "lon")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "toll": ("low", "high", "qualifier", "word", "state", "group", "victim_class"),
    "event_count": ("low", "high", "qualifier", "what", "since"),
    "perpetrator": ("party",),
    "target": ("party",),
    "means": ("weapon", "count"),
    "flight_origin": ("place",),
    "place": ("name", "lat", "lon"),
    "date": ("from", "to", "precision"),
    "motive": ("text",),
    "consequence": ("text",),
    "response": ("act",),
}
"""What of a value can be put right here; the rest stays as it was read."""
SPARE = 1
"""Empty links at the end of the chain of voices."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class FieldInput:
    """One input: `kind` is number, text, check or choice; `choices` of the last."""

    name: str
    label: str
    meaning: str
    kind: str
    value: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Inputs that belong together under a heading."""

    heading: str
    inputs: tuple[FieldInput, ...]


def correction_form(claim: Claim, events: tuple[EventReference, ...], typed: Mapping[str, str]) -> tuple[Group, ...]:
    """Every field of the claim that can be corrected; `typed` is what was given and refused."""
    value: dict[str, Any] = to_wire(claim.value)
    inputs = tuple(_value_input(name, value) for name in FIELDS[claim.kind])
    voices = [*claim.voices, *[Voice(None)] * SPARE]
    chain = tuple(one for number, voice in enumerate(voices) for one in _voice_inputs(number, voice))
    groups = [
        Group(labels.slot(claim.kind), (*inputs, _stance_input(claim))),
        Group(_("Who says it"), chain),
        Group(_("Which event"), _event_inputs(claim, events)),
    ]
    return tuple(Group(g.heading, tuple(_typed(one, typed) for one in g.inputs)) for g in groups)


def contents(claim: Claim, typed: Mapping[str, str]) -> dict[Field, object]:
    """What the form says otherwise than the claim, as `review.correct_fields` takes it; what was not sent stays.
    InputError for what is no number."""
    found: dict[Field, object] = {}
    value = _changed_value(claim, typed)
    if value:
        found["value"] = value
    if "stance" in typed and typed["stance"] != claim.stance:
        found["stance"] = typed["stance"]
    voices = _voices(claim, typed)
    if voices is not None and voices != [_voice_wire(voice) for voice in claim.voices]:
        found["voice"] = voices
    event = _event(claim, typed)
    if event:
        found["event"] = event
    return found


def _value_input(name: str, value: Mapping[str, Any]) -> FieldInput:
    held = value.get(name)
    text = "" if held is None else str(held)
    vocabulary = _vocabulary(name)
    kind = "choice" if vocabulary else "number" if name in NUMBERS else "text"
    told = {"qualifier": meanings.qualifier(text), "state": meanings.state(text)}
    meaning = told.get(name) or meanings.field(name)
    return FieldInput(f"value-{name}", _label(name), meaning, kind, text, vocabulary)


def _vocabulary(name: str) -> tuple[Choice, ...]:
    match name:
        case "qualifier":
            return tuple(Choice(q, f"{labels.words(q)}: {meanings.qualifier(q)}") for q in get_args(Qualifier))
        case "state":
            return tuple(Choice(s, f"{labels.slot(s)}: {meanings.state(s)}") for s in get_args(TollState))
        case "victim_class":
            return (Choice("", _("not told")), *(Choice(c, labels.victim_class(c)) for c in victim_classes()))
        case "act":
            return tuple(Choice(a, labels.response_act(a)) for a in get_args(ResponseAct))
        case "precision":
            return tuple(Choice(p, labels.words(p)) for p in get_args(DatePrecision))
        case _:
            return ()


def _stance_input(claim: Claim) -> FieldInput:
    choices = tuple(Choice(s, f"{labels.stance(s)}: {meanings.stance(s)}") for s in get_args(Stance))
    return FieldInput("stance", _("Stance"), meanings.stance(claim.stance), "choice", claim.stance, choices)


def _voice_inputs(number: int, voice: Voice) -> tuple[FieldInput, ...]:
    told = {"name": voice.name, "role": voice.role, "party": voice.party}
    texts = tuple(
        FieldInput(f"voice-{number}-{part}", f"{_label(part)} {number + 1}", meanings.field(part), "text", text or "")
        for part, text in told.items()
    )
    check = FieldInput(
        f"voice-{number}-anonymous", _("Unnamed"), meanings.field("anonymous"), "check", "on" if voice.anonymous else ""
    )
    return (*texts, check)


def _event_inputs(claim: Claim, events: tuple[EventReference, ...]) -> tuple[FieldInput, ...]:
    choices = tuple(Choice(one.id, _event_label(one)) for one in events)
    background = FieldInput(
        "event-background", _("Recalled"), meanings.field("background"), "check", "on" if claim.event.background else ""
    )
    return (
        FieldInput("event-ref", _("Event"), meanings.field("event"), "choice", claim.event.ref, choices),
        background,
    )


def _event_label(one: EventReference) -> str:
    place = one.place.name if one.place is not None else ""
    return ", ".join(part for part in (labels.words(one.type), place, one.date.from_ or "") if part)


def _typed(one: FieldInput, typed: Mapping[str, str]) -> FieldInput:
    if not typed:
        return one
    return FieldInput(one.name, one.label, one.meaning, one.kind, typed.get(one.name, ""), one.choices)


def _changed_value(claim: Claim, typed: Mapping[str, str]) -> dict[str, object]:
    held = to_wire(claim.value)
    given = {name: _member(name, typed[f"value-{name}"]) for name in FIELDS[claim.kind] if f"value-{name}" in typed}
    return {name: member for name, member in given.items() if member != held.get(name)}


def _member(name: str, text: str) -> object:
    plain = " ".join(text.split())
    if not plain:
        return None
    try:
        return int(plain) if name in NUMBERS else float(plain) if name in DEGREES else plain
    except ValueError as error:
        raise InputError(name, f"{plain!r} is no number") from error


def _voices(claim: Claim, typed: Mapping[str, str]) -> list[dict[str, object]] | None:
    if not any(name.startswith("voice-") for name in typed):
        return None
    found: list[dict[str, object]] = []
    for number in range(len(claim.voices) + SPARE):
        parts = {part: " ".join(typed.get(f"voice-{number}-{part}", "").split()) for part in ("name", "role", "party")}
        if any(parts.values()):
            anonymous = bool(typed.get(f"voice-{number}-anonymous"))
            found.append({**{part: text or None for part, text in parts.items()}, "anonymous": anonymous})
    return found


def _voice_wire(voice: Voice) -> dict[str, object]:
    return {"name": voice.name, "role": voice.role, "party": voice.party, "anonymous": voice.anonymous}


def _event(claim: Claim, typed: Mapping[str, str]) -> dict[str, object]:
    if "event-ref" not in typed:
        return {}
    background = bool(typed.get("event-background"))
    changed: dict[str, object] = {"ref": typed["event-ref"]} if typed["event-ref"] != claim.event.ref else {}
    if background != claim.event.background:
        changed["background"] = background
    return changed


def _label(name: str) -> str:
    names = {
        "low": _("Low"), "high": _("High"), "qualifier": _("Qualifier"), "word": _("Word"), "state": _("State"),
        "group": _("Group"), "victim_class": _("Class of victims"), "what": _("What"), "since": _("Since"),
        "party": _("Party"), "weapon": _("Weapon"), "count": _("How many"), "place": _("Place"), "name": _("Name"),
        "lat": _("Latitude"), "lon": _("Longitude"), "from": _("From"), "to": _("To"), "text": _("Words"),
        "act": _("What it did"), "role": _("Role"),
    }  # fmt: skip
    return names.get(name) or labels.words(name)
