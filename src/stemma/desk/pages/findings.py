"""An account's findings as a page prints them: the range, who supports which value, why it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from stemma.data.policies import load_policies
from stemma.desk.wording import dates, figures, labels
from stemma.desk.wording.values import spoken, value_text
from stemma.model.finding import Account, Finding, Position
from stemma.model.place import Place
from stemma.model.value import Toll

HEADLINES = ("killed", "injured", "perpetrator")
"""What the head of an incident's page tells, in the reading order of casualty recorders."""
LONGEST = 90
"""Characters of a value in a folded finding's line: one line of a page, with its heading."""
SHOWN = 6
"""Positions of a finding in view at once; the rest is a click away."""


@dataclass(frozen=True, slots=True)
class Backer:
    """An origin behind a position. `documents` carried it."""

    key: str
    siglum: str
    label: str
    documents: int


@dataclass(frozen=True, slots=True)
class PositionLine:
    """One value with its stance and backers; `superseded` names what took its place."""

    value: str
    stance: str
    hedged: bool
    backers: tuple[Backer, ...]
    first: str
    superseded: str | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding. `figure` is what a reader takes away: a range, a value, or "Unknown". `further` are positions that
    stand as well, `earlier` those since replaced. A `lesser` one is folded: no toll, and not who did it. `part` is true
    of a figure of some of those concerned. `untold` counts the positions of a long lesser one that are left to the
    claims."""

    slot: str
    heading: str
    group: str | None
    figure: str
    published: str | None
    status: str
    status_label: str
    meaning: str
    reason: str
    positions: tuple[PositionLine, ...]
    further: tuple[PositionLine, ...]
    earlier: tuple[PositionLine, ...]
    lesser: bool
    part: bool
    untold: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a figure; `href` leads to the words behind it, and `says` what it is, for whoever does not see it."""

    text: str
    href: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure in the page's head; `parts` are its pieces where its ends lead on."""

    heading: str
    figure: str
    note: str
    parts: tuple[Part, ...] = ()


def finding_lines(account: Account, sigla: Mapping[str, str]) -> tuple[FindingLine, ...]:
    """All findings in the account's own order; what nobody gives is left to the status "unknown"."""
    return tuple(_line(finding, sigla) for finding in account.findings)


def headlines(account: Account) -> tuple[Headline, ...]:
    """Killed and injured always, unknown or not, and said where the policy records none; who did it where somebody says
    so."""
    found = []
    policy = load_policies().get(account.policy)
    for slot in HEADLINES:
        finding = whole(account, slot)
        if policy is not None and slot in policy.leaves_out:
            found.append(Headline(labels.slot(slot), _("Not recorded"), policy.leaves_out[slot]))
        elif finding is None:
            if slot != "perpetrator":
                found.append(Headline(labels.slot(slot), _("Unknown"), ""))
        else:
            found.append(Headline(labels.slot(slot), _figure(finding), labels.status(finding.status)))
    return tuple(found)


def whole(account: Account, slot: str) -> Finding | None:
    """The finding of a slot that is about all people concerned, not about one group or class of them; else the first
    there is."""
    found = [finding for finding in account.findings if finding.slot == slot]
    return next((finding for finding in found if part_of(finding) is None), found[0] if found else None)


def part_of(finding: Finding) -> str | None:
    """Of whom a finding tells where it is a part of the whole: the group as the text calls it, else the class."""
    return finding.group or (labels.victim_class(finding.victim_class) if finding.victim_class else None)


def has_figures(finding: Finding) -> bool:
    """Whether the slot is one of numbers of people."""
    return any(isinstance(position.value, Toll) for position in finding.positions)


def _line(finding: Finding, sigla: Mapping[str, str]) -> FindingLine:
    lines = tuple((p.superseded_by is None, _position(p, sigla, finding.slot)) for p in finding.positions)
    standing = tuple(line for stands, line in lines if stands)
    # One more line takes no more room than the words that would hide it.
    shown = SHOWN if len(standing) > SHOWN + 1 else len(standing)
    earlier = tuple(line for stands, line in lines if not stands)
    lesser = finding.slot not in HEADLINES and not has_figures(finding)
    untold = len(lines) - shown if lesser and len(lines) > SHOWN + 1 else 0
    return FindingLine(
        slot=finding.slot,
        heading=labels.slot(finding.slot),
        group=part_of(finding),
        figure=_figure(finding),
        published=_published(finding),
        status=finding.status,
        status_label=labels.status(finding.status),
        meaning=labels.status_meaning(finding.status),
        reason=finding.reason,
        positions=standing[:shown],
        further=() if untold else standing[shown:],
        earlier=() if untold else earlier,
        lesser=lesser,
        part=part_of(finding) is not None,
        untold=untold,
    )


def _figure(finding: Finding) -> str:
    if has_figures(finding):
        return _toll_figure(finding)
    standing = [p for p in finding.positions if p.superseded_by is None and p.stance == "asserts"]
    values = dict.fromkeys(_brief(position, finding.slot) for position in standing)
    if not values:
        return _("Unknown")
    if len(values) > 2:  # three names in a headline are a list, not a figure
        # Of who did it none is put before the others; of lesser things the one with the most support stands for them.
        if finding.slot in HEADLINES:
            return _("%(n)d positions") % {"n": len(values)}
        return _("%(first)s and %(n)d more") % {"first": next(iter(values)), "n": len(values) - 1}
    return _(" or ").join(values)


def _toll_figure(finding: Finding) -> str:
    """The range; where only vague words stand ("dozens"), the words."""
    if (finding.low, finding.high) != (None, None):
        taken = figures.extent(finding.low, finding.high)
        if finding.best is None or finding.low == finding.high:
            return taken
        return _("%(range)s, best %(best)s") % {"range": taken, "best": figures.number(finding.best)}
    vague = {
        p.value.word: None
        for p in finding.positions
        if isinstance(p.value, Toll) and p.value.word and p.superseded_by is None and p.stance == "asserts"
    }
    return ", ".join(word for word in vague if word) or _("Unknown")


def _brief(position: Position, slot: str) -> str:
    words = value_text(position.value)
    return words if slot in HEADLINES else Truncator(words).chars(LONGEST)


def _published(finding: Finding) -> str | None:
    """The range of everything published, where it is wider than what stands."""
    published = (finding.published_low, finding.published_high)
    if published in ((None, None), (finding.low, finding.high)):
        return None
    return figures.extent(*published)


def _position(position: Position, sigla: Mapping[str, str], slot: str) -> PositionLine:
    backers = tuple(Backer(s.key, sigla.get(s.key, "?"), s.label, s.documents) for s in position.origins)
    value = position.value
    return PositionLine(
        value=figures.counted(value, value.word) if isinstance(value, Toll) else value_text(value),
        stance=spoken(slot, position.stance),
        hedged=position.hedged,
        backers=backers,
        first=dates.short_day(position.first) if position.first else "",
        superseded=position.superseded_by,
    )


def place_line(place: Place | None) -> str:
    """A place with how exactly it is known; the point itself stands beside it on the page."""
    if place is None:
        return _("Unknown")
    radius = _(", within %(km)s km") % {"km": f"{place.radius_km:g}"} if place.radius_km else ""
    return f"{labels.place_precision(place.precision)}{radius}"


def point(place: Place | None) -> str | None:
    """ "35.33° N, 40.14° E", or None where it is not located."""
    if place is None or place.lat is None or place.lon is None:
        return None
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"
