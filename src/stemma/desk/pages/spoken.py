"""What one voice said of one incident: its claims gathered by what they say, and its figures one after another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from stemma.desk.pages.findings import part_of
from stemma.desk.pages.origin_groups import FOREMOST, KINDS
from stemma.desk.wording import dates, figures, labels
from stemma.desk.wording.values import relays_text, spoken, value_text, voices_text
from stemma.ledger.selectors import ClaimRow
from stemma.model.finding import Finding
from stemma.model.value import EventCount, Toll

WORDINGS, CARRIERS = 6, 12
"""Wordings of one thing said, and documents of one wording, that are listed: the incident's page has them all."""


@dataclass(frozen=True, slots=True)
class CarriedBy:
    """One document that carried it: `voices` as it names them, `relays` through whom."""

    claim: str
    document: str
    outlet: str
    published: str
    voices: str
    relays: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, with the documents that have it, the earliest first; `more` are not listed."""

    quote: str
    carried: tuple[CarriedBy, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One thing that a voice said. `replaced` is the later figure that took its place, null while it stands."""

    day: str
    heading: str
    kind: str
    value: str
    stance: str
    hedges: tuple[str, ...]
    replaced: str | None
    claims: int
    documents: int
    wordings: tuple[Wording, ...]
    more: int
    foremost: bool


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """One figure of a series, from which day; `stands` until a later one takes its place."""

    figure: str
    day: str
    stance: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A voice's figures for one slot of an incident, the earliest first."""

    heading: str
    group: str | None
    steps: tuple[SeriesStep, ...]


def spoken_lines(rows: Sequence[ClaimRow], replaced: Callable[[str], str | None]) -> tuple[SpokenLine, ...]:
    """Rows, the earliest first, gathered by what they say; tolls before what is said of who did it, and so on."""
    found: dict[tuple[int, str, str, str, str], list[ClaimRow]] = {}
    for row in rows:
        claim = row.claim
        place = KINDS.index(claim.kind) if claim.kind in KINDS else len(KINDS)
        key = (place, claim.kind, value_text(claim.value), claim.stance, replaced(claim.id) or "")
        found.setdefault(key, []).append(row)
    ordered = sorted(found, key=lambda key: (key[1] not in FOREMOST, _day(found[key][0]), key))
    first = any(key[1] in FOREMOST for key in ordered)
    return tuple(_line(found[key], replaced, foremost=key[1] in FOREMOST or not first) for key in ordered)


def _day(row: ClaimRow) -> str:
    return row.document.published or "9999"


def _line(rows: Sequence[ClaimRow], replaced: Callable[[str], str | None], *, foremost: bool) -> SpokenLine:
    claim, first = rows[0].claim, rows[0].document.published
    quotes: dict[str, list[ClaimRow]] = {}
    for row in rows:
        quotes.setdefault(" ".join(row.claim.quote.text.split()), []).append(row)
    wordings = tuple(_wording(quote, of) for quote, of in quotes.items())
    return SpokenLine(
        day=dates.short_day(first) if first else "",
        heading="" if claim.kind == "toll" else labels.slot(claim.kind),
        kind=claim.kind,
        value=value_text(claim.value),
        stance=spoken(claim.kind, claim.stance),
        hedges=tuple(dict.fromkeys(hedge for row in rows for hedge in row.claim.hedges)),
        replaced=replaced(claim.id),
        claims=len(rows),
        documents=len({row.document.id for row in rows}),
        wordings=wordings[:WORDINGS],
        more=max(len(wordings) - WORDINGS, 0),
        foremost=foremost,
    )


def _wording(quote: str, rows: Sequence[ClaimRow]) -> Wording:
    return Wording(quote, tuple(_carried(row) for row in rows[:CARRIERS]), max(len(rows) - CARRIERS, 0))


def _carried(row: ClaimRow) -> CarriedBy:
    document = row.document
    outlet = document.outlet or document.label
    day = dates.short_day(document.published) if document.published else ""
    voices = voices_text(row.claim.voices, None) if row.claim.voices else ""
    return CarriedBy(row.claim.id, document.id, outlet, day, voices, relays_text(row.claim.relays))


def series(findings: Sequence[Finding], key: str, days: Mapping[str, str]) -> tuple[Series, ...]:
    """The figures that an origin gave for each slot; `days` are the claims' days of publication. A slot of one figure
    is no series: the line of what was said tells it."""
    made = (_series(finding, key, days) for finding in findings)
    return tuple(one for one in made if len(one.steps) > 1)


def _series(finding: Finding, key: str, days: Mapping[str, str]) -> Series:
    steps: list[tuple[str, bool, SeriesStep]] = []
    for position in finding.positions:
        value = position.value
        claims = [claim for support in position.origins if support.key == key for claim in support.claims]
        if not claims or not isinstance(value, Toll | EventCount):
            continue
        day = min((days[claim] for claim in claims if claim in days), default=position.first) or ""
        word = value.word if isinstance(value, Toll) else None
        stands = position.superseded_by is None
        told = SeriesStep(
            figures.counted(value, word), dates.short_day(day) if day else "", spoken("toll", position.stance), stands
        )
        steps.append((day or "9999", stands, told))
    ordered = tuple(step for _, _, step in sorted(steps, key=lambda step: step[:2]))
    return Series(labels.slot(finding.slot), part_of(finding), ordered)
