"""The address of a list of incidents: what it asks for, how it is shown, which page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse

from stemma.ledger.selectors import Asked, Box, Facet, Sort

View = Literal["list", "map", "timeline"]
VIEWS: tuple[View, ...] = get_args(View)

PARAMETERS: dict[Facet, str] = {
    "types": "type",
    "countries": "country",
    "years": "year",
    "statuses": "status",
    "parties": "by",
    "outlets": "outlet",
}
"""What each facet is called in an address."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a result is shown; the same result in every way."""

    sort: Sort = "date"
    view: View = "list"


def list_url(asked: Asked, shown: Shown = Shown(), page: int = 1) -> str:
    """The list's address; what has its usual value is left out."""
    given = [("q", asked.text), *fields(asked, shown), ("page", str(page) if page > 1 else "")]
    wanted = [(key, value) for key, value in given if value]
    return _root(get_script_prefix()) + (f"?{urlencode(wanted, safe=',')}" if wanted else "")


@cache
def _root(prefix: str) -> str:  # noqa: ARG001 - the address begins with it
    """The list's own address: a page asks for it once for each facet's value."""
    return reverse("desk:incidents")


def fields(asked: Asked, shown: Shown) -> tuple[tuple[str, str], ...]:
    """The parameters that stay when other words are looked for, as hidden fields of a form."""
    given = [(PARAMETERS[facet], value) for facet, values in asked.of_facets.items() for value in values]
    given += [("since", asked.since or ""), ("until", asked.until or "")]
    given += [("origins", str(asked.origins or "")), ("box", box_text(asked.box) if asked.box else "")]
    given += [("located", asked.located), ("dated", asked.dated)]
    given += [("sort", shown.sort if shown.sort != "date" else "")]
    given += [("view", shown.view if shown.view != "list" else "")]
    return tuple((key, value) for key, value in given if value)


def box_text(box: Box) -> str:
    """A box as an address has it: west, south, east, north in degrees, ten metres exactly."""
    return ",".join(f"{edge:.4f}".rstrip("0").rstrip(".") for edge in (box.west, box.south, box.east, box.north))
