"""The address of a list of incidents: what it asks for, in which order, which page."""

from __future__ import annotations

from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode

from stemma.ledger.selectors import Asked, Facet, Sort

PARAMETERS: dict[Facet, str] = {
    "types": "type",
    "countries": "country",
    "years": "year",
    "statuses": "status",
    "parties": "by",
    "outlets": "outlet",
}
"""What each facet is called in an address."""


def list_url(asked: Asked, sort: Sort = "date", page: int = 1) -> str:
    """The list's address; what has its usual value is left out."""
    given = [("q", asked.text), *fields(asked, sort), ("page", str(page) if page > 1 else "")]
    wanted = [(key, value) for key, value in given if value]
    return _root(get_script_prefix()) + (f"?{urlencode(wanted)}" if wanted else "")


@cache
def _root(prefix: str) -> str:  # noqa: ARG001 - the address begins with it
    """The list's own address: a page asks for it once for each facet's value."""
    return reverse("desk:incidents")


def fields(asked: Asked, sort: Sort) -> tuple[tuple[str, str], ...]:
    """The parameters that stay when other words are looked for, as hidden fields of a form."""
    given = [(PARAMETERS[facet], value) for facet, values in asked.of_facets.items() for value in values]
    given += [("since", asked.since or ""), ("until", asked.until or "")]
    given += [("origins", str(asked.origins or "")), ("sort", sort if sort != "date" else "")]
    return tuple((key, value) for key, value in given if value)
