"""Figures as a recorder prints them: "62–83", "at least 40", "Unknown"; never a bare midpoint, never 0 for unknown."""

from __future__ import annotations

from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from stemma.model.count import Qualifier


class Counted(Protocol):
    """What a `Count`, a `Toll` and an `EventCount` share."""

    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def qualifier(self) -> Qualifier: ...


def number(value: int) -> str:
    """A whole number with the language's own grouping, from ten thousand on ("2016" stays a year's shape)."""
    return str(number_format(value, use_l10n=True, force_grouping=abs(value) >= 10_000))


def extent(low: int | None, high: int | None) -> str:
    """A standing range: equal ends are one figure, an open end says so, two open ends are "Unknown"."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    if low is not None:
        return _("at least %(low)s") % {"low": number(low)}
    if high is not None:
        return _("up to %(high)s") % {"high": number(high)}
    return _("Unknown")


def counted(count: Counted, word: str | None = None) -> str:
    """One voice's figure with its qualifier; a vague count keeps its own word."""
    bounds = [n for n in (count.low, count.high) if n is not None]
    if not bounds:
        return word or _("some")
    named = {"low": number(bounds[0]), "high": number(bounds[-1])}
    phrases = {
        "exact": "%(low)s",
        "at_least": _("at least %(low)s"),
        "more_than": _("more than %(low)s"),
        "up_to": _("up to %(high)s"),
        "nearly": _("nearly %(high)s"),
        "about": _("about %(low)s"),
        "between": "%(low)s–%(high)s",
        "some": _("some"),
    }
    if count.qualifier == "about" and bounds[0] != bounds[-1]:
        return _("about %(low)s–%(high)s") % named
    return phrases[count.qualifier] % named


def compact(count: Counted, word: str | None = None) -> str:
    """The figure as a chart's mark carries it: "40+", ">100", "≤50", "~60"."""
    bounds = [n for n in (count.low, count.high) if n is not None]
    if not bounds:
        return word or _("some")
    shapes = {
        "at_least": "%(low)s+",
        "more_than": ">%(low)s",
        "up_to": "≤%(high)s",
        "nearly": "<%(high)s",
        "about": "~%(low)s",
    }
    plain = "%(low)s" if bounds[0] == bounds[-1] else "%(low)s–%(high)s"
    return shapes.get(count.qualifier, plain) % {"low": number(bounds[0]), "high": number(bounds[-1])}
