"""Saved questions, and what the ledger answers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.models import Event, ProjectedClaim, ProjectedFinding, ProjectedIncident, ProjectedPosition
from stemma.ledger.selectors.asking import Asked, narrowed
from stemma.ledger.selectors.claims import claim_rows
from stemma.ledger.selectors.incidents import incidents
from stemma.ledger.selectors.matching import Names, Told, verdicts
from stemma.ledger.selectors.rows import ClaimRow, IncidentRow
from stemma.model.claim import ClaimEvent
from stemma.model.incident import Incident
from stemma.model.place import Place
from stemma.model.series import Answer, ClaimedCount, Criterion, Member, Question, Series, series_id
from stemma.model.standing import Standing
from stemma.model.value import EventCount

PORTION = 10_000
"""Incidents asked about in one query: below SQLite's limit of variables."""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series as last saved, when that was (ISO 8601, UTC), and how often it was saved."""

    series: Series
    recorded_at: str
    versions: int


def series_rows() -> tuple[SeriesRow, ...]:
    """Every series, by name."""
    saved = Event.objects.filter(kind="series")
    newest = saved.values("subject").annotate(newest=Max("seq")).values("newest")
    times: dict[str, int] = defaultdict(int)
    for subject in saved.values_list("subject", flat=True):
        times[subject] += 1
    rows = Event.objects.filter(seq__in=newest).values_list("subject", "body", "recorded_at")
    found = [SeriesRow(decode(Series, body), at, times[subject]) for subject, body, at in rows]
    return tuple(sorted(found, key=lambda row: (row.series.name.casefold(), row.series.id)))


def series_row(name: str) -> SeriesRow:
    """One series by its name, whatever its case, or its id; NotFoundError names those that there are."""
    rows = series_rows()
    for row in rows:
        if row.series.id in (series_id(name), name.strip().lower()):
            return row
    there = ", ".join(repr(row.series.name) for row in rows)
    hint = f"there are {there}" if rows else "there is none yet (`stemma series add` saves one)"
    raise NotFoundError(f"no series {name!r}; {hint}")


def series_answer(saved: Series, names: Names) -> Answer:
    """The incidents that the question asks for, those that may be meant, and the counts that reports give.

    Of reports on incidents of the series all counts are shown, and of reports whose event no incident holds those that
    nothing in the question speaks against and something speaks for. Rejected claims count nowhere.
    """
    judged = list(_judged(saved.question, names))
    members = tuple(member for member in judged if not member.unsure)
    counts = (_claimed(row, members, names) for row in _counts(saved.question, members, names))
    return Answer(
        series=saved,
        members=members,
        possible=tuple(member for member in judged if member.unsure),
        claimed=tuple(sorted(counts, key=lambda c: (not c.compares, c.published or "9999", c.document, c.claim))),
    )


def series_member(saved: Series, incident_id: str, names: Names) -> Member | None:
    """The incident as it stands to the series: a member, or one that may be; None where something speaks against it."""
    return next(iter(_judged(saved.question, names, only=incident_id)), None)


def series_answers(saved: Series, account: Standing, names: Names) -> bool:
    """Whether an account, as it was published at one time or another, answers to the whole question. Words are compared
    with the reports that the ledger holds today."""
    question = saved.question
    words = question.text is None or narrowed(Asked(text=question.text)).filter(id=account.incident).exists()
    told = Told(
        account.type, account.date, account.country, account.places, account.by, account.on, mentions=words
    )  # fmt: skip
    return all(verdict is True for verdict in verdicts(question, told, names).values())


def _judged(question: Question, names: Names, only: str | None = None) -> Iterable[Member]:
    """Incidents that nothing rules out, the latest first; `only` one of them, where it is given."""
    rows = [row for row in incidents(question.text) if only is None or row.id == only]
    for start in range(0, len(rows), PORTION):
        portion = rows[start : start + PORTION]
        told = _told(portion, question)
        statuses = _statuses(portion)
        for row in portion:
            found = verdicts(question, told[row.id], names)
            if False not in found.values():
                unsure: tuple[Criterion, ...] = tuple(name for name, verdict in found.items() if verdict is None)
                killed = row.killed
                yield Member(row.id, row.label, row.date, killed.low, killed.high, statuses.get(row.id), unsure)


def _told(rows: Sequence[IncidentRow], question: Question) -> Mapping[str, Told]:
    ids = [row.id for row in rows]
    places = _places(ids) if question.places else {}
    by = _parties(ids, "perpetrator") if question.by else {}
    on = _hit(ids) if question.on else {}
    return {
        row.id: Told(
            row.type,
            row.date,
            row.country,
            places.get(row.id, ()),
            by.get(row.id, ()),
            on.get(row.id, ()),
            mentions=True,
        )
        for row in rows
    }


def _places(ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    rows = ProjectedIncident.objects.filter(id__in=ids).values_list("id", "linked")
    return {key: _spellings(decode(Incident, linked).place) for key, linked in rows}


def _spellings(place: Place | None) -> tuple[str, ...]:
    """As written, and every place that it may mean."""
    if place is None:
        return ()
    return tuple(dict.fromkeys([place.name, *(candidate.name for candidate in place.candidates)]))


def _parties(ids: Sequence[str], slot: str) -> Mapping[str, tuple[str, ...]]:
    asserted = ProjectedPosition.objects.filter(incident__in=ids, slot=slot, stance="asserts", party__isnull=False)
    return _grouped(asserted.order_by("id").values_list("incident", "party"))


def _hit(ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Targets, and the names and classes of the groups that were counted."""
    tolls = ProjectedClaim.objects.filter(incident__in=ids, kind="toll", stance="asserts").exclude(ruling="reject")
    groups = tolls.order_by("id").values_list("incident", "group", "victim_class")
    named = [(key, words) for key, group, kind in groups for words in (group, (kind or "").replace("_", " ")) if words]
    targets = [(key, words) for key, held in _parties(ids, "target").items() for words in held]
    return _grouped([*targets, *named])


def _grouped(pairs: Iterable[tuple[str | None, str | None]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, words in pairs:
        if key is not None and words is not None:
            found[key][words] = None
    return {key: tuple(held) for key, held in found.items()}


def _statuses(rows: Sequence[IncidentRow]) -> Mapping[str, str]:
    """The status of who did it, by incident."""
    found = ProjectedFinding.objects.filter(incident__in=[row.id for row in rows], slot="perpetrator")
    return dict(found.values_list("incident", "status"))


def _counts(question: Question, members: Sequence[Member], names: Names) -> Iterable[ClaimRow]:
    held = {member.incident for member in members}
    for row in claim_rows(kind="event_count"):
        if row.ruling == "reject":
            continue
        if row.incident in held or (row.incident is None and _may_mean(question, row.claim.event, names)):
            yield row


def _may_mean(question: Question, event: ClaimEvent, names: Names) -> bool:
    country = event.place.country if event.place else None
    found = verdicts(question, Told(event.type, event.date, country, _spellings(event.place)), names).values()
    return True in found and False not in found


def _claimed(row: ClaimRow, members: Sequence[Member], names: Names) -> ClaimedCount:
    claim, published = row.claim, row.document.published
    value = claim.value
    assert isinstance(value, EventCount)  # the kind says so
    compares = names.over_time(" ".join(filter(None, (value.what, value.since, claim.quote.text))))
    dated = [member.date.from_ for member in members if member.date.from_ is not None]
    return ClaimedCount(
        claim=claim.id,
        document=claim.document_id,
        outlet=row.document.outlet,
        published=published,
        origin=row.origin.label if row.origin else None,
        incident=row.incident,
        value=value,
        stance=claim.stance,
        quote=claim.quote.text,
        compares=compares,
        held=sum(day <= published[:10] for day in dated) if compares and published else None,
    )
