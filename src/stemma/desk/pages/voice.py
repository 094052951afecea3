"""The page of one voice: who it is, whom it accused, and what it has said over time, incident by incident."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.pages.addresses import Pager, pager
from stemma.desk.pages.addresses import query as asking
from stemma.desk.pages.months import Months, months
from stemma.desk.pages.spoken import Series, SpokenLine, series, spoken_lines
from stemma.desk.wording import dates, labels
from stemma.ledger.selectors import Accused, ClaimRow, IncidentRow, Listed, Spoken, SpokenMonth, VoiceTotals
from stemma.model.finding import Finding
from stemma.model.origin import Origin

INCIDENTS = 10
"""Incidents on one page of a voice; with MOST claims each the page stays below 150 kB."""
MOST = 60
"""Claims about one incident that are shown with the voice; all of them stand on the incident's own page."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that comes up beside the voice, and how often; `url` is null where it has no page."""

    name: str
    times: int
    url: str | None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class AccusedLine:
    """A party that is said to have done it, or a voice that says so, with stance and days."""

    name: str
    url: str | None
    stance: str
    denied: bool
    incidents: int
    claims: int
    days: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the voice said of one incident; `id` is null for events that were linked to none. `left` counts claims
    that are not shown."""

    id: str | None
    label: str
    days: str
    claims: int
    left: int
    series: tuple[Series, ...]
    lines: tuple[SpokenLine, ...]
    further: tuple[SpokenLine, ...]


@dataclass(frozen=True, slots=True)
class VoicePage:
    """Everything that the page shows. `by` is the speaker to whom it is narrowed, or empty."""

    origin: Origin
    kind: str
    meaning: str
    bloc: str
    party: str
    outlet: bool
    by: str
    totals: VoiceTotals
    days: str
    speakers: tuple[Named, ...]
    carriers: tuple[Named, ...]
    accused: tuple[AccusedLine, ...]
    accusers: tuple[AccusedLine, ...]
    months: Months | None
    told: tuple[Told, ...]
    pager: Pager
    everything: str


@dataclass(frozen=True, slots=True)
class Around:
    """Who stands around a voice: who speaks for it, who carried it, whom it accused and who accused it; `origins` are
    the accusers by key."""

    speakers: Mapping[str, int]
    carriers: Mapping[str, int]
    accused: Sequence[Accused]
    accusers: Sequence[Accused]
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a voice said of the incidents of one page: `months` over all of them, `rows` by the incident's id, null for
    those linked to none; `findings` are what the incidents' accounts make of it."""

    spoken: Listed[Spoken]
    months: Sequence[SpokenMonth]
    rows: Mapping[str | None, Sequence[ClaimRow]]
    incidents: Mapping[str, IncidentRow]
    findings: Mapping[str, Sequence[Finding]]


def voice_page(
    origin: Origin, totals: VoiceTotals, around: Around, heard: Heard, *, by: str = "", outlet: bool = False
) -> VoicePage:  # fmt: skip
    """Put a page together; `outlet` says that documents of an outlet of this name are held."""
    path = reverse("desk:voice", args=[origin.key])
    return VoicePage(
        origin=origin,
        kind=labels.origin_kind(origin.kind),
        meaning=labels.origin_kind_meaning(origin.kind),
        bloc=origin.bloc if origin.bloc and origin.bloc != origin.label else "",
        party=origin.party if origin.party and origin.party not in (origin.label, origin.bloc) else "",
        outlet=outlet,
        by=by,
        totals=totals,
        days=days(totals.first, totals.last),
        speakers=_speakers(around.speakers, path, by, origin),
        carriers=tuple(_carrier(name, times) for name, times in around.carriers.items()),
        accused=tuple(_accused(one, one.who, who_named(one.who)) for one in around.accused),
        accusers=accuser_lines(around.accusers, around.origins),
        months=months(heard.months),
        told=tuple(_told(one, origin, heard) for one in heard.spoken.rows),
        pager=pager(heard.spoken, path, by=by, anchor="#said"),
        everything=path,
    )


def days(first: str | None, last: str | None) -> str:
    """From when to when, each as exactly as reports say."""
    one, other = (dates.short_day(day) if day else "" for day in (first, last))
    return one if one == other or not other else f"{one} – {other}"


def _speakers(found: Mapping[str, int], path: str, by: str, origin: Origin) -> tuple[Named, ...]:
    """Under which names it spoke; the voice's own is no way to narrow the page where there is no other."""
    if set(found) <= {origin.label}:
        return ()
    return tuple(Named(name, times, path + asking(by=name) + "#said", name == by) for name, times in found.items())


def _carrier(name: str, times: int) -> Named:
    return Named(name, times, reverse("desk:outlet", args=[name]))


def _accused(one: Accused, name: str, url: str | None) -> AccusedLine:
    return AccusedLine(
        name, url, labels.stance(one.stance), one.stance != "asserts", one.incidents, one.claims,
        days(one.first, one.last),
    )  # fmt: skip


def accuser_lines(found: Iterable[Accused], origins: Mapping[str, Origin]) -> tuple[AccusedLine, ...]:
    """A line for each voice that named a party, and for each stance that it took."""
    return tuple(
        _accused(one, origins[one.who].label, reverse("desk:voice", args=[one.who]))
        for one in found
        if one.who in origins
    )


def who_named(party: str) -> str:
    """Where all voices are listed that named a party as the one who did it, or deny that it did."""
    return reverse("desk:voices") + asking(accused=party)


def _told(one: Spoken, origin: Origin, heard: Heard) -> Told:
    rows = heard.rows.get(one.incident, ())
    line = heard.incidents.get(one.incident) if one.incident is not None else None
    findings = heard.findings.get(one.incident, ()) if one.incident is not None else ()
    said = spoken_lines(rows, _replaced(findings, origin))
    return Told(
        id=one.incident,
        label=line.label if line is not None else _("Events that no incident holds"),
        days=days(one.first, one.last),
        claims=one.claims,
        left=max(one.claims - len(rows), 0),
        series=series(findings, origin.key, _days(rows)),
        lines=tuple(said_line for said_line in said if said_line.foremost),
        further=tuple(said_line for said_line in said if not said_line.foremost),
    )


def _replaced(findings: Sequence[Finding], origin: Origin) -> Callable[[str], str | None]:
    """What took a claim's place in the account, by the claim's id."""
    found = {
        claim: position.superseded_by
        for finding in findings
        for position in finding.positions
        for support in position.origins
        if support.key == origin.key
        for claim in support.claims
    }
    return found.get


def _days(rows: Iterable[ClaimRow]) -> Mapping[str, str]:
    """When each claim was published, where that is known."""
    return {row.claim.id: row.document.published for row in rows if row.document.published}
