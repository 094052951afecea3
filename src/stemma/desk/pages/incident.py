"""The page of one incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk import drawing
from stemma.desk.drawing import range_chart, stemma_tree
from stemma.desk.drawing.held import Page, Traced
from stemma.desk.drawing.range_rows import Row, range_rows
from stemma.desk.drawing.sayings import sayings
from stemma.desk.drawing.sigla import sigla
from stemma.desk.drawing.widths import NARROW
from stemma.desk.pages.blame import BlameRow, blame_rows
from stemma.desk.pages.ends import EndLine, end_lines, with_ways
from stemma.desk.pages.findings import (
    HEADLINES,
    FindingLine,
    Headline,
    finding_lines,
    has_figures,
    headlines,
    part_of,
    place_line,
    point,
    whole,
)  # fmt: skip
from stemma.desk.pages.incidents import beside
from stemma.desk.pages.lens import Lens
from stemma.desk.pages.origin_groups import BESIDE, FEW, ClaimsPage, Elsewhere, claims_pages, elsewhere, origin_groups
from stemma.desk.pages.sentence import finding_sentence
from stemma.desk.pages.ways import Way, ways
from stemma.desk.warnings import Change, changes, circular
from stemma.desk.wording import dates, figures, labels
from stemma.model.claim import Claim
from stemma.model.finding import Account, Finding

ALL = "all"
DRAWN_BESIDE = 100
"""An incident has many claims from here on. Up to it the stemma of all of them is drawn on the incident's own page: it
takes some 250 bytes a claim, twice, and the page has to stay below 150 kB. That of more claims has a page of its own,
where its table is as well."""
CHARTED = ("killed", "injured")
"""Slots whose figures are drawn, where more than one position makes a drawing worth its room."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing at two widths; the style sheet shows the one that fits."""

    wide: str
    narrow: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One figure of a range chart, for its table."""

    siglum: str
    origin: str
    bloc: str
    figure: str
    stance: str
    stands: bool
    hedged: bool
    documents: int
    first: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A range chart and its table."""

    slot: str
    heading: str
    picture: Picture
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the stemmata that can be drawn: of all claims or of one finding's. `href` leads to it from the incident's
    own page."""

    slot: str
    label: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One page of the incident. `claims` counts those about this incident."""

    id: str
    outlet: str
    title: str
    published: str
    lang: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Slots:
    """The findings in the order of the page: what stands in the account at its head, and what has a place of its
    own."""

    account: tuple[FindingLine, ...]
    parts: tuple[FindingLine, ...]
    who: FindingLine | None
    means: FindingLine | None
    responses: FindingLine | None


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything that the page shows. `claims` are the first of them; the origins of the others are named in
    `elsewhere`."""

    account: Account
    lens: Lens
    eyebrow: tuple[str, ...]
    sentence: str
    date: str
    time: str
    place: str
    place_precision: str
    place_meaning: str
    point: str | None
    headlines: tuple[Headline, ...]
    ends: tuple[EndLine, ...]
    slots: Slots
    blame: tuple[BlameRow, ...]
    charts: tuple[Chart, ...]
    origins_of: str
    stemma: Picture | None
    choices: tuple[Choice, ...]
    ways: tuple[Way, ...]
    claims: ClaimsPage
    elsewhere: tuple[Elsewhere, ...]
    documents: tuple[DocumentLine, ...]
    changes: tuple[Change, ...]
    circles: tuple[str, ...]


def incident_page(  # noqa: PLR0913 - what a page is made of, each named
    account: Account,
    trace: Traced,
    documents: Sequence[Page],
    claims: Sequence[Claim] = (),
    *,
    lens: Lens,
    of: str = "",
    alone: bool = False,
) -> IncidentPage:
    """Put a page together from an account, what is known of its claims' ways, its documents and its claims in full.

    `lens` is how it is looked at. `of` names the slot whose stemma is drawn, or all; without it the killed, about whom
    readers ask first. `alone` is for the stemma's own page, where all of any number of claims are drawn.
    """
    letters = sigla(account)
    ends = end_lines(account, documents, letters)
    choices = _choices(account, of, lens, alone=alone)
    slot = next(choice.slot for choice in choices if choice.chosen)
    found = drawing.lineage(account, trace, documents, slot=None if slot == ALL else slot)
    drawn = (finding for slot in CHARTED if (finding := whole(account, slot)) is not None)
    groups = origin_groups(account, trace, documents, letters)
    many = len(account.claims) > DRAWN_BESIDE
    shown = claims_pages(groups, FEW if many else BESIDE)[0]
    return IncidentPage(
        account=account,
        lens=lens,
        eyebrow=beside(account.label, labels.words(account.type)),
        sentence=finding_sentence(account),
        date=dates.without_time(account.date),
        time=account.date.time or "",
        place=account.place.name if account.place else "",
        place_precision=place_line(account.place),
        place_meaning=labels.place_meaning(account.place.precision if account.place else None),
        point=point(account.place),
        headlines=with_ways(headlines(account), ends),
        ends=ends,
        slots=_slots(finding_lines(account, letters)),
        blame=blame_rows(whole(account, "perpetrator"), letters),
        charts=tuple(_chart(finding, range_rows(finding, letters), letters) for finding in drawn if _worth(finding)),
        origins_of=_origins_of(account),
        stemma=_stemma(account, found) if found.trees else None,
        choices=choices,
        ways=ways(found, documents) if alone or not many else (),
        claims=shown,
        elsewhere=elsewhere(groups, shown),
        documents=_documents(account, documents),
        changes=changes(account, trace, documents, claims),
        circles=circular(account, trace, documents),
    )


def _slots(lines: Sequence[FindingLine]) -> Slots:
    def one(slot: str) -> FindingLine | None:
        return next((line for line in lines if line.slot == slot), None)

    apart = ("perpetrator", "means", "response")
    return Slots(
        account=tuple(line for line in lines if not line.part and line.slot not in apart),
        parts=tuple(line for line in lines if line.part),
        who=one("perpetrator"),
        means=one("means"),
        responses=one("response"),
    )


def _stemma(account: Account, found: drawing.Lineage) -> Picture:
    says = sayings(account)
    return Picture(stemma_tree(found, says), stemma_tree(found, says, width=NARROW))


def _choices(account: Account, of: str, lens: Lens, *, alone: bool) -> tuple[Choice, ...]:
    slots = tuple(dict.fromkeys(f.slot for f in account.findings if f.slot in HEADLINES))
    room = alone or len(account.claims) <= DRAWN_BESIDE
    wanted = of if of in slots or (of == ALL and room) else ""
    chosen = wanted or (HEADLINES[0] if HEADLINES[0] in slots else next(iter(slots), ALL) if not room else ALL)
    told = {slot: labels.slot(slot) for slot in slots} | {ALL: _("All claims")}
    return tuple(
        Choice(
            slot, label, f"{'' if room or slot != ALL else 'stemma/'}?of={slot}{lens.more}#stemma", slot == chosen
        )
        for slot, label in told.items()
    )  # fmt: skip


def _origins_of(account: Account) -> str:
    """What the account's count of origins is about: the killed where anyone says how many, else everything."""
    killed = whole(account, "killed")
    told = killed is not None and part_of(killed) is None and any(p.stance == "asserts" for p in killed.positions)
    return _("of the number killed") if told else ""


def _worth(finding: Finding) -> bool:
    return has_figures(finding) and len(finding.positions) > 1 and bool(range_chart(finding, {}))


def _chart(finding: Finding, rows: tuple[Row, ...], letters: Mapping[str, str]) -> Chart:
    picture = Picture(range_chart(finding, letters), range_chart(finding, letters, width=NARROW))
    lines = tuple(
        ChartRow(
            row.siglum, row.label, row.bloc if row.bloc and row.bloc != row.label else "",
            figures.counted(mark.toll, mark.toll.word), labels.stance(mark.stance), mark.stands, mark.hedged,
            mark.documents, dates.short_day(mark.first) if mark.first else "",
        )
        for row in rows for mark in row.marks
    )  # fmt: skip
    return Chart(finding.slot, labels.slot(finding.slot), picture, lines)


def _documents(account: Account, documents: Sequence[Page]) -> tuple[DocumentLine, ...]:
    counts: dict[str, int] = {}
    for claim in account.claims.values():
        counts[claim.document] = counts.get(claim.document, 0) + 1
    lines = [
        DocumentLine(
            page.id, page.outlet or "", page.title or page.label,
            dates.short_day(page.published) if page.published else "", page.lang, counts.get(page.id, 0),
        )
        for page in sorted(documents, key=lambda d: (d.published or "9999", d.outlet or "", d.id))
    ]  # fmt: skip
    return tuple(lines)
