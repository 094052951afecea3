"""What a list of incidents can be narrowed by: the facets beside it, the tags of what is chosen, the ways out of an
empty one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from stemma.data.place_rows import load_countries
from stemma.desk.pages.asking import Shown, list_url
from stemma.desk.wording import degrees, labels
from stemma.ledger.selectors import FACETS, Asked, Facet, Facets


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: following `url` chooses it, or lets it go where it is chosen. `count` are incidents."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A facet. `note` explains it where its name does not."""

    key: str
    label: str
    note: str
    choices: tuple[Choice, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """Something chosen; `url` leads to the list without it."""

    group: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of an empty list: what to drop, and how many incidents are found then."""

    label: str
    count: int
    url: str


def groups(asked: Asked, shown: Shown, held: Facets) -> tuple[Group, ...]:
    """Every facet that has a value, the number of origins last."""
    made = [_group(facet, asked, shown, held) for facet in FACETS]
    least = tuple(
        Choice(
            _("%(n)s or more") % {"n": number},
            count,
            list_url(replace(asked, origins=0 if asked.origins == number else number), shown),
            chosen=asked.origins == number,
        )
        for number, count in held.least
        if count
    )
    note = _("Whoever the reports go back to, each counted once, however many pages carried it.")
    made.append(Group("origins", _("Independent origins"), note, least, chosen=asked.origins > 0))
    return tuple(group for group in made if group.choices)


def tags(asked: Asked, shown: Shown) -> tuple[Tag, ...]:
    """Everything that is chosen, one by one."""
    made = [
        Tag(name(facet), value_label(facet, value), list_url(_toggled(asked, facet, value), shown))
        for facet in FACETS
        for value in asked.chosen(facet)
    ]
    if asked.since:
        made.append(Tag(_("Since"), asked.since, list_url(replace(asked, since=None), shown)))
    if asked.until:
        made.append(Tag(_("Until"), asked.until, list_url(replace(asked, until=None), shown)))
    if asked.box:
        made.append(Tag(_left_name("box"), degrees.box(asked.box), list_url(replace(asked, box=None), shown)))
    if asked.located:
        label = _("on the map") if asked.located == "yes" else _("not on the map")
        made.append(Tag(_("Place"), label, list_url(replace(asked, located=""), shown)))
    if asked.dated:
        label = _("known") if asked.dated == "yes" else _("not known")
        made.append(Tag(_("Date"), label, list_url(replace(asked, dated=""), shown)))
    if asked.origins:
        label = _("%(n)s or more") % {"n": asked.origins}
        made.append(Tag(_("Independent origins"), label, list_url(replace(asked, origins=0), shown)))
    return tuple(made)


def ways_out(left: Sequence[tuple[str, Asked, int]], shown: Shown) -> tuple[Way, ...]:
    """Of what was left out (by its name, with the number of incidents then) all that helps, the most first."""
    helping = sorted((way for way in left if way[2]), key=lambda way: -way[2])
    return tuple(Way(_left_name(key), count, list_url(asked, shown)) for key, asked, count in helping)


def name(facet: Facet) -> str:
    """A facet as a heading."""
    names = {
        "types": _("Type"),
        "countries": _("Country"),
        "years": _("Year"),
        "statuses": _("Toll"),
        "parties": _("Said to have done it"),
        "outlets": _("Reported by"),
    }
    return names[facet]


def value_label(facet: Facet, value: str) -> str:
    """A facet's value in the reader's words."""
    if facet == "types":
        return labels.words(value)
    if facet == "statuses":
        return labels.status(value)
    if facet == "countries":
        return next((country.name for country in load_countries() if country.iso2 == value), value)
    return value


def _left_name(key: str) -> str:
    names = {
        "time": _("Time"),
        "box": _("Part of the map"),
        "located": _("Place"),
        "dated": _("Date"),
        "origins": _("Independent origins"),
    }
    return next((name(facet) for facet in FACETS if facet == key), "") or names[key]


def _group(facet: Facet, asked: Asked, shown: Shown, held: Facets) -> Group:
    chosen = asked.chosen(facet)
    choices = tuple(
        Choice(value_label(facet, value), count, list_url(_toggled(asked, facet, value), shown), value in chosen)
        for value, count in held.counts[facet]
    )
    notes = {"statuses": _("How the reports agree on the number of dead or hurt.")}
    return Group(facet, name(facet), notes.get(facet, ""), choices, bool(chosen))


def _toggled(asked: Asked, facet: Facet, value: str) -> Asked:
    chosen = asked.chosen(facet)
    kept = tuple(other for other in chosen if other != value)
    return asked.choosing(facet, kept if value in chosen else (*chosen, value))
