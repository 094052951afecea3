"""What of a claim can be put otherwise, as the fields of forms, and what was typed there, as JSON."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from django.utils.translation import gettext as _

from stemma.desk.wording import dates, labels
from stemma.errors import InputError
from stemma.ids import canonical
from stemma.model.claim import Claim, Stance
from stemma.model.event import EventReference
from stemma.model.value import Toll
from stemma.model.voice import Voice
from stemma.model.wire import members, to_wire

LEFT = frozenset({"part_of", "candidates", "radius_km", "precision", "time"})
"""Members of a value that the desk leaves to the command line: they follow from others, or nobody corrects them by
hand."""
SOME = "some"


@dataclass(frozen=True, slots=True)
class Input:
    """One member of a value: its name in JSON, what stands there, and the words to choose from where it is chosen."""

    name: str
    label: str
    value: str
    number: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Editable:
    """The four fields of a claim that can be corrected, as they were read. `events` are those of its document."""

    inputs: tuple[Input, ...]
    voices: tuple[str, ...]
    stances: tuple[tuple[str, str], ...]
    stance: str
    events: tuple[tuple[str, str], ...]
    event: str
    background: bool


def editable(claim: Claim, references: tuple[EventReference, ...]) -> Editable:
    """Of a claim and the events that its document tells of."""
    hints = get_type_hints(type(claim.value))
    kept = [(name, held) for name, held in members(claim.value) if name not in LEFT]
    inputs = [_input(name, held, hints[name if name in hints else f"{name}_"]) for name, held in kept]
    return Editable(
        inputs=tuple(one for one in inputs if one is not None),
        voices=tuple(voice.label for voice in claim.voices),
        stances=tuple((name, labels.stance(name)) for name in get_args(Stance)),
        stance=claim.stance,
        events=tuple((one.id, _event(one)) for one in references),
        event=claim.event.ref,
        background=claim.event.background,
    )


def correction(claim: Claim, field: str, given: Mapping[str, str]) -> str:
    """What was typed into the form of a field as the JSON that a correction takes. InputError for what is no number."""
    content: Any
    match field:
        case "value":
            content = _value(claim, given)
        case "voice":
            content = _voices(claim, given.get("voices", ""))
        case "stance":
            content = given.get("stance", "")
        case "event":
            content = {"ref": given.get("ref", ""), "background": given.get("background") == "on"}
        case _:
            raise InputError("field", f"{field!r} cannot be corrected")
    return canonical(content).decode("utf-8")


def _input(name: str, held: object, hint: Any) -> Input | None:
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    chosen = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
    if not chosen and not {int, float, str} & {*kinds}:
        return None
    shown = "" if held is None else str(held)
    choices = tuple((word, labels.words(word)) for word in chosen)
    return Input(name, _label(name), shown, bool({int, float} & {*kinds}), choices)


def _label(name: str) -> str:
    names = {
        "low": _("at least"),
        "high": _("at most"),
        "qualifier": _("given as"),
        "state": _("what became of them"),
        "group": _("of whom, as written"),
        "victim_class": _("class of people"),
        "word": _("as a word"),
        "from": _("from (YYYY-MM-DD)"),
        "to": _("to (YYYY-MM-DD)"),
    }
    return names.get(name) or labels.words(name).lower()


def _value(claim: Claim, given: Mapping[str, str]) -> dict[str, Any]:
    """The members that were typed anew. Of a figure whose ends were changed the qualifier follows, unless it was chosen
    anew as well: "about 40" put as 12 to 20 is "between"."""
    was = to_wire(claim.value)
    hints = get_type_hints(type(claim.value))
    content: dict[str, Any] = {}
    for name in was:
        typed = given.get(f"value-{name}")
        if typed is not None and typed.strip() != ("" if was[name] is None else str(was[name])):
            content[name] = _typed(name, typed.strip(), hints[name if name in hints else f"{name}_"])
    if isinstance(claim.value, Toll) and content.keys() & {"low", "high"} and "qualifier" not in content:
        low, high = (content.get(name, was[name]) for name in ("low", "high"))
        content["qualifier"] = _qualifier(low, high, was["qualifier"])
        content.setdefault("word", None)
    return content


def _qualifier(low: int | None, high: int | None, was: str) -> str:
    if low is None and high is None:
        return SOME
    if high is None:
        return was if was in ("at_least", "more_than") else "at_least"
    if low is None:
        return was if was in ("up_to", "nearly") else "up_to"
    return "exact" if low == high else "between"


def _typed(name: str, text: str, hint: Any) -> Any:
    if not text:
        return None
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    if not {int, float} & {*kinds}:
        return text
    try:
        return int(text) if int in kinds else float(text)
    except ValueError as error:
        raise InputError(_label(name), _("“%(text)s” is no number") % {"text": text}) from error


def _voices(claim: Claim, text: str) -> list[Any]:
    """A line a voice, from the page inwards; those that were there stay as they were read."""
    known = {voice.label: voice for voice in claim.voices}
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return [to_wire(known.get(line, Voice(line))) for line in lines if line]


def _event(one: EventReference) -> str:
    place = one.place.name if one.place is not None else _("place unknown")
    return f"{labels.words(one.type)}, {place}, {dates.without_time(one.date)}"
