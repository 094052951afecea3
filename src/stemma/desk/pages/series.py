"""The pages of series: saved questions, and what the ledger answers beside what reports claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.wording import dates, figures, labels
from stemma.ledger.selectors import SeriesRow
from stemma.model.series import Answer, ClaimedCount, Criterion, Member, Question, Series


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One series of the list."""

    id: str
    name: str
    question: str
    day: str
    versions: int


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One incident of a series. `open` names what the reports leave open of the question."""

    incident: str
    label: str
    date: str
    killed: str
    status: str
    status_label: str
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountLine:
    """A count that a report claims, with where it stands; `held` is the ledger's own up to that day, "–" where the two
    do not compare."""

    figure: str
    held: str
    stance: str
    origin: str
    outlet: str
    document: str
    claim: str
    published: str
    quote: str


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """Everything that a series' page shows. Who saved it is nobody's business: readers are shown no names of people."""

    saved: Series
    reason: str
    question: str
    says: str
    members: tuple[MemberLine, ...]
    possible: tuple[MemberLine, ...]
    over_time: tuple[CountLine, ...]
    within: tuple[CountLine, ...]


@dataclass(frozen=True, slots=True)
class Belonging:
    """A series that an incident belongs to, or may: `open` is empty where it does."""

    id: str
    name: str
    question: str
    open: tuple[str, ...]


def series_lines(rows: Iterable[SeriesRow]) -> tuple[SeriesLine, ...]:
    """The list, in its order."""
    return tuple(
        SeriesLine(
            row.series.id, row.series.name, question_text(row.series.question),
            dates.day(row.recorded_at), row.versions,
        )
        for row in rows
    )  # fmt: skip


def series_page(found: Answer, *, reason: str) -> SeriesPage:
    """Put the page of one series together. `reason` is what it is for, fit to be shown."""
    return SeriesPage(
        saved=found.series,
        reason=reason,
        question=question_text(found.series.question),
        says=_says(found),
        members=tuple(map(_member, found.members)),
        possible=tuple(map(_member, found.possible)),
        over_time=tuple(_count(one) for one in found.claimed if one.compares),
        within=tuple(_count(one) for one in found.claimed if not one.compares),
    )


def belongings(found: Iterable[tuple[Series, Member]]) -> tuple[Belonging, ...]:
    """Those that an incident belongs to before those that it may belong to."""
    told = [
        Belonging(saved.id, saved.name, question_text(saved.question), _open(member.unsure)) for saved, member in found
    ]
    return tuple(sorted(told, key=lambda one: bool(one.open)))


def question_text(question: Question) -> str:
    """The question as a sentence."""
    kinds = _any([labels.words(kind).lower() for kind in question.types]) if question.types else ""
    parts = [
        _("Incidents of the kind %(kinds)s") % {"kinds": kinds} if kinds else _("Incidents"),
        _("by %(parties)s") % {"parties": _any(question.by)} if question.by else "",
        _("on %(targets)s") % {"targets": _any(question.on)} if question.on else "",
        _("in %(places)s") % {"places": _any(question.places)} if question.places else "",
        _("since %(day)s") % {"day": dates.day(question.since)} if question.since else "",
        _("until %(day)s") % {"day": dates.day(question.until)} if question.until else "",
        _("whose reports have the words “%(text)s”") % {"text": question.text} if question.text else "",
    ]
    return " ".join(part for part in parts if part)


def _says(found: Answer) -> str:
    held = ngettext(
        "The ledger holds %(n)d incident of this series.", "The ledger holds %(n)d incidents of this series.",
        len(found.members),
    ) % {"n": len(found.members)}  # fmt: skip
    if not found.possible:
        return held
    more = ngettext(
        "%(n)d more may belong to it: its reports leave something open.",
        "%(n)d more may belong to it: their reports leave something open.", len(found.possible),
    ) % {"n": len(found.possible)}  # fmt: skip
    return f"{held} {more}"


def _any(values: Sequence[str]) -> str:
    return _(" or ").join(values)


def _open(unsure: Sequence[Criterion]) -> tuple[str, ...]:
    names = {
        "type": _("what kind it was"),
        "date": _("when it was"),
        "place": _("where it was"),
        "by": _("who did it"),
        "on": _("whom it hit"),
        "text": _("the words"),
    }
    return tuple(names[one] for one in unsure)


def _member(member: Member) -> MemberLine:
    status = member.perpetrator or "unknown"
    return MemberLine(
        member.incident, member.label, dates.without_time(member.date),
        figures.extent(member.killed_low, member.killed_high), status, labels.status(status), _open(member.unsure),
    )  # fmt: skip


def _count(one: ClaimedCount) -> CountLine:
    since = _(" since %(since)s") % {"since": one.value.since} if one.value.since else ""
    return CountLine(
        figure=f"{figures.counted(one.value)} {one.value.what}{since}",
        held=figures.number(one.held) if one.held is not None else "–",
        stance=labels.stance(one.stance) if one.stance != "asserts" else "",
        origin=one.origin or _("unknown"),
        outlet=one.outlet or _("unknown"),
        document=one.document,
        claim=one.claim,
        published=dates.short_day(one.published) if one.published else "",
        quote=" ".join(one.quote.split()),
    )
