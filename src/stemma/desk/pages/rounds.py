"""Rounds of blind coding as pages: how far each is, a claim that is to be coded, and how far two people agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.wording import dates, figures, labels
from stemma.desk.wording.values import spoken, value_text, voices_text
from stemma.ledger.selectors import RoundRow
from stemma.ledger.selectors.coding import AROUND
from stemma.model.agreement import Agreement, AgreementReport, Coefficient
from stemma.model.claim import Claim
from stemma.model.coding import Both, Coding, Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
NONE = "–"
ENOUGH, TENTATIVE = 0.8, 0.667
"""Krippendorff's own lines: reliable from .800, tentative conclusions from .667. They word a sentence and decide
nothing."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a list. `coders` are names, or first and second for who may not see them, each with how many of the
    claims they have coded and whether it is who asks."""

    id: str
    name: str
    claims: int
    gone: int
    coders: tuple[tuple[str, int, bool], ...]
    third: str
    opened: str
    closed: str
    both: int
    open: int
    mine: bool
    reason: str


def round_line(row: RoundRow, me: str, *, names: bool) -> RoundLine:
    """`me` is the coder's name as the round has it where who asks is one, else empty."""
    held = row.round
    anonymous = (_("First coder"), _("Second coder"))
    coders = tuple(
        (one.coder if names else anonymous[at], one.coded, one.coder == me) for at, one in enumerate(row.progress)
    )
    third = (held.third or _("any other")) if names else ""
    closed = dates.short_day(row.closed_at) if row.closed_at else ""
    reason = held.reason if names else ""
    return RoundLine(
        held.id, held.name, len(held.claims), row.gone, coders, third, dates.short_day(row.opened_at), closed,
        row.both, row.open, bool(me), reason,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What was read in a claim, in words."""

    kind: str
    value: str
    stance: str
    hedges: str
    voices: str
    event: str


def read_as(claim: Claim, outlet: str | None) -> ReadAs:
    """Of a claim as it was read, whoever decided about it."""
    place = claim.event.place.name if claim.event.place is not None else _("place unknown")
    event = f"{labels.words(claim.event.type)}, {place}, {dates.without_time(claim.event.date)}"
    stance = spoken(claim.kind, claim.stance) or labels.stance(claim.stance)
    return ReadAs(
        labels.slot(claim.kind), value_text(claim.value), stance,
        ", ".join(claim.hedges), voices_text(claim.voices, outlet),
        _("%(event)s, told as background") % {"event": event} if claim.event.background else event,
    )  # fmt: skip


def around(before: str, after: str) -> tuple[str, str]:
    """The text before and after a claim's words, cut at words where the document goes on."""
    first, last = before.lstrip(), after.rstrip()
    if len(before) >= AROUND and " " in first:
        first = "… " + first.split(None, 1)[1]
    if len(after) >= AROUND and " " in last:
        last = last.rsplit(None, 1)[0] + " …"
    return first, last


def verdict(name: str) -> str:
    """What a coder says of a claim."""
    names = {"accept": _("Accept"), "reject": _("Reject"), "correct": _("Correct"), "unsure": _("Unsure")}
    return names.get(name) or labels.words(name)


@dataclass(frozen=True, slots=True)
class Said:
    """One coder's reading."""

    who: str
    verdict: str
    correction: str
    reason: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim on which somebody must decide, with both readings."""

    claim: str
    document: str
    quote: str
    read: ReadAs
    said: tuple[Said, ...]


def disagreement(both: Both, outlet: str | None) -> Disagreement:
    """With the names of its coders: it is for people who may see them."""
    quote = " ".join(both.claim.quote.text.split())
    said = tuple(map(_said, both.codings))
    return Disagreement(both.claim.id, both.claim.document_id, quote, read_as(both.claim, outlet), said)


def _said(coding: Coding) -> Said:
    what = f"{coding.field}: {coding.correction}" if coding.verdict == "correct" else ""
    return Said(coding.actor, verdict(coding.verdict), what, coding.reason)


@dataclass(frozen=True, slots=True)
class Measured:
    """Agreement on one kind of claim, or all: its figures as they are printed."""

    kind: str
    claims: int
    n: int
    share: str
    kappa: str
    alpha: str
    differ: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The agreement of a round. `table` has a row for each verdict of the first coder, a cell for each of the second;
    the highest count of a row or column says nothing, the diagonal is where they agree."""

    name: str
    closed: bool
    coders: tuple[str, str]
    overall: Measured
    kinds: tuple[Measured, ...]
    verdicts: tuple[str, ...]
    table: tuple[tuple[str, tuple[tuple[int, bool], ...]], ...]
    figures: tuple[tuple[str, str, int, int, int], ...]
    sentences: tuple[str, ...]
    undefined: tuple[str, ...]


def report_page(found: AgreementReport, *, names: bool) -> ReportPage:
    """Coders are first and second for who may not see names."""
    coders = found.coders if names else (_("First coder"), _("Second coder"))
    rows = (found.overall, *found.kinds)
    ends = [one for one in found.overall.figures if one.n or one.open or one.unsaid]
    return ReportPage(
        name=found.name,
        closed=found.closed,
        coders=coders,
        overall=_measured(found.overall),
        kinds=tuple(map(_measured, found.kinds)),
        verdicts=tuple(map(verdict, VERDICTS)),
        table=_table(found.overall),
        figures=tuple(
            (_("low end") if one.end == "low" else _("high end"), _rounded(one.alpha), one.n, one.open, one.unsaid)
            for one in ends
        ),
        sentences=tuple(_sentences(found.overall)),
        undefined=tuple(dict.fromkeys(_undefined(rows))),
    )


def _measured(one: Agreement) -> Measured:
    share = NONE if one.percent is None else f"{one.percent:.0f} %"
    kind = labels.slot(one.kind) if one.kind else _("All")
    return Measured(kind, one.claims, one.n, share, _rounded(one.kappa), _rounded(one.alpha), one.corrections_differ)


def _rounded(value: Coefficient) -> str:
    return NONE if value.value is None else f"{value.value:.2f}".replace("-", "−")


def _table(one: Agreement) -> tuple[tuple[str, tuple[tuple[int, bool], ...]], ...]:
    cells = {(cell.first, cell.second): cell.n for cell in one.confusion}
    return tuple(
        (verdict(first), tuple((cells.get((first, second), 0), first == second) for second in VERDICTS))
        for first in VERDICTS
    )


def _sentences(one: Agreement) -> Iterable[str]:
    """What the figures say, and what they do not."""
    if not one.n or one.percent is None:
        yield _("Nothing was coded by both yet, so there is nothing to measure.")
        return
    told = {"agreed": figures.number(one.agreed), "n": figures.number(one.n)}
    yield ngettext(
        "Of %(n)s claim that both coded they gave %(agreed)s the same verdict.",
        "Of %(n)s claims that both coded they gave %(agreed)s the same verdict.",
        one.n,
    ) % told  # fmt: skip
    if one.alpha.value is not None:
        yield _strength(one.alpha.value)
    if one.corrections_differ:
        yield ngettext(
            "%(n)d claim both would correct, each otherwise: for the coefficients they agree there.",
            "%(n)d claims both would correct, each otherwise: for the coefficients they agree there.",
            one.corrections_differ,
        ) % {"n": one.corrections_differ}  # fmt: skip


def _strength(alpha: float) -> str:
    if alpha >= ENOUGH:
        return _("Beyond chance that is as much as Krippendorff asks for (.800).")
    if alpha >= TENTATIVE:
        return _("Beyond chance that is enough for tentative conclusions (.667), and less than the usual .800.")
    if alpha > 0:
        return _("Beyond chance that is less than even tentative conclusions ask for (.667).")
    return _("That is no more than chance would give.")


def _undefined(rows: Sequence[Agreement]) -> Iterable[str]:
    for one in rows:
        for name, value in ((_("Kappa"), one.kappa), (_("Alpha"), one.alpha)):
            if value.why is not None:
                kind = labels.slot(one.kind) if one.kind else _("all")
                told = {"name": name, "kind": kind, "why": value.why}
                yield _("%(name)s of %(kind)s is undefined: %(why)s") % told
