"""What a claim says and who says it, as one phrase."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from stemma.desk.wording import dates, figures, labels
from stemma.model.claim import Stance
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import EventCount, FlightOrigin, Means, Party, Response, Statement, Toll, Value
from stemma.model.voice import Voice


def value_text(value: Value) -> str:  # noqa: PLR0911 - one return a type of value
    """The value in words, without its voice or stance."""
    match value:
        case Toll():
            return toll_text(value)
        case Party():
            return value.party
        case Place():
            return value.name
        case DateRange():
            return dates.date_range(value)
        case Means():
            return f"{figures.number(value.count)} × {value.weapon}" if value.count is not None else value.weapon
        case FlightOrigin():
            return value.place
        case EventCount():
            since = _(" since %(since)s") % {"since": value.since} if value.since else ""
            return f"{figures.counted(value)} {value.what}{since}"
        case Statement():
            return value.text
        case Response():
            return labels.response_act(value.act)


def toll_text(toll: Toll) -> str:
    """ "at least 40 killed, soldiers"."""
    figure, state = figures.counted(toll, toll.word), labels.slot(toll.state).lower()
    text = figure if figure.casefold() == state else f"{figure} {state}"
    return f"{text} ({toll.group})" if toll.group else text


def spoken(kind: str, stance: Stance) -> str:
    """The stance where it adds to the value: silence as a response says it by itself, and so does assertion."""
    return "" if stance == "asserts" or (kind, stance) == ("response", "no_comment") else labels.stance(stance)


def voice_text(voice: Voice) -> str:
    """A voice with what is known of it: "Igor Konashenkov, spokesman, Russian Defence Ministry"."""
    known = [voice.label, *(part for part in (voice.role, voice.party) if part and part != voice.label)]
    return ", ".join(known)


def voices_text(voices: Sequence[Voice], outlet: str | None) -> str:
    """The chain from the page inwards: "X, on the word of Y"; the outlet itself where nobody else speaks."""
    if not voices:
        return outlet or _("the page itself")
    return _(", on the word of ").join(voice_text(voice) for voice in voices)


def relays_text(relays: Sequence[str]) -> str:
    """The outlets that only carried it, outside in."""
    return " ‹ ".join(relays)
