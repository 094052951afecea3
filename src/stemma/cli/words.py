"""Values in words, as a terminal shows them."""

from __future__ import annotations

from stemma.model.claim import Claim
from stemma.model.count import Count
from stemma.model.time import DateRange
from stemma.model.value import EventCount, Means, Toll
from stemma.model.wire import to_wire

BOUNDS = {"at_least": "at least", "more_than": "more than", "up_to": "up to", "nearly": "nearly", "about": "about"}


def extent(low: int | None, high: int | None) -> str:
    """As in "62–83", "62+", "up to 83", "Unknown": a range as people write it."""
    if low is None and high is None:
        return "Unknown"
    if high is None:
        return f"{low}+"
    if low is None:
        return f"up to {high}"
    return str(low) if low == high else f"{low}–{high}"


def figure(slot: str, group: str | None, victim_class: str | None) -> str:
    """As in "killed", "killed (children)", "injured (regime soldiers)": a finding's slot and its part."""
    part = group or (victim_class or "").replace("_", " ")
    return f"{slot} ({part})" if part else slot


def day(value: DateRange) -> str:
    """A date as far as it is known."""
    if value.candidates:
        return " or ".join(value.candidates)
    if value.from_ is None:
        return "date unknown"
    return value.from_ if value.from_ == value.to else f"{value.from_} – {value.to or '?'}"


def said(claim: Claim) -> str:
    """A claim's value in a few words."""
    value = claim.value
    if isinstance(value, Toll):
        return _joined(_number(value.count), value.group, value.state)
    if isinstance(value, EventCount):
        return _joined(_number(Count(value.low, value.high, value.qualifier)), value.what)
    if isinstance(value, Means):
        return _joined(value.count, value.weapon)
    if isinstance(value, DateRange):
        return day(value)
    fields = {k: v for k, v in to_wire(value).items() if v not in (None, [], "")}
    return str(fields.get("name") or ", ".join(str(v) for v in fields.values()))


def _joined(*words: object) -> str:
    return " ".join(str(w) for w in words if w is not None)


def _number(count: Count) -> str:
    """ "at least 12", "25–30", "dozens"."""
    figure = "–".join(str(n) for n in count.figures) or count.word or "some"
    return _joined(BOUNDS.get(count.qualifier), figure)


def voices(claim: Claim) -> str:
    """The way from the page inwards."""
    return " < ".join([*claim.relays, *(v.label for v in claim.voices)]) or "the outlet itself"
