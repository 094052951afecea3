"""Rounds of coding as a terminal shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

from rich.table import Table
from rich.text import Text

from stemma.cli.tables import console
from stemma.cli.words import day, said, voices
from stemma.model.agreement import Agreement, AgreementReport, Coefficient
from stemma.model.claim import Claim
from stemma.model.coding import Both, Coding, Verdict
from stemma.reconcile.wording import counted

if TYPE_CHECKING:
    from stemma.ledger.selectors import RoundRow, TaskRow

ID = 8
NONE = "–"
"""Where a coefficient is undefined; the reason stands below."""
_SPACE = re.compile(r"\s+")


def rounds_table(rows: Sequence[RoundRow]) -> None:
    """The rounds with the progress of each coder."""
    columns = ("round", "claims", "coded", "to decide", "third", "opened", "closed")
    console().print(_table(columns, map(_round, rows)))


def task_text(task: TaskRow) -> None:
    """A claim as a coder judges it: the words it rests on in their text, then what was read in them."""
    out, claim = console(), task.claim
    where = " · ".join(filter(None, (task.outlet, task.published, task.label)))
    out.print(Text(f"{task.name}: {task.number} of {task.of}, {task.left} to code · {claim.id[:ID]}", style="bold"))
    out.print(Text(_line(where)))
    if task.title and task.title not in task.before:
        out.print(Text(_line(task.title)))
    out.print(_in_its_text(task))
    _read(claim)
    out.print(Text(f'stemma coding code "{task.name}" accept|reject|correct|unsure --reason …', style="dim"))


def disagreements_text(row: RoundRow, found: Sequence[Both]) -> None:
    """What is to be decided, with both readings; how much both have coded."""
    out, held = console(), row.round
    of = f"of {counted(row.both, 'claim')} that both have coded"
    out.print(Text(f"{held.name}: {len(found)} to decide, {of}", style="bold"))
    for both in found:
        out.print()
        out.print(Text(f"{both.claim.id[:ID]} · “{_line(both.claim.quote.text)}”"))
        _read(both.claim)
        for coding in both.codings:
            out.print(Text(f"  {coding.actor}: {_coded(coding)}"))
    if found:
        out.print()
        out.print(Text(f'stemma coding decide "{held.name}" CLAIM accept|reject|correct --reason …', style="dim"))


def agreement_text(found: AgreementReport) -> None:
    """The figures by kind, then who said what how often, then what is undefined and why."""
    out = console()
    state = "closed" if found.closed else "open"
    out.print(Text(f"{found.name} ({state}): {' and '.join(found.coders)}", style="bold"))
    rows = [found.overall, *found.kinds]
    columns = ("kind", "claims", "coded by both", "agree", "kappa", "alpha", "corrected differently")
    out.print(_table(columns, map(_figures, rows)))
    if found.overall.n:
        out.print(_table((f"{found.coders[0]} ↓ {found.coders[1]} →", *get_args(Verdict)), _confusion(found.overall)))
    ends = [(one.end, one) for one in found.overall.figures if one.n or one.open or one.unsaid]
    if ends:
        cells = ((end, _rounded(f.alpha), str(f.n), str(f.open), str(f.unsaid)) for end, f in ends)
        out.print(_table(("figures", f"alpha ({ends[0][1].level})", "figures of both", "one open", "unsaid"), cells))
    for why in dict.fromkeys(_undefined(rows)):
        out.print(Text(why))


def _round(row: RoundRow) -> tuple[str, ...]:
    held = row.round
    coded = ", ".join(f"{one.coder} {one.coded}" for one in row.progress)
    gone = f" ({row.gone} gone)" if row.gone else ""
    closed = NONE if row.closed_at is None else row.closed_at[:10]
    return (
        held.name, f"{len(held.claims)}{gone}", coded, str(row.open), held.third or "any other",
        row.opened_at[:10], closed,
    )  # fmt: skip


def _in_its_text(task: TaskRow) -> Text:
    """The quote in brackets, which a pipe shows too."""
    before, quote, after = (_SPACE.sub(" ", part) for part in (task.before, task.claim.quote.text, task.after))
    return Text(before.lstrip()).append(f"[{quote}]", style="bold").append(after.rstrip())


def _read(claim: Claim) -> None:
    """What was read: kind and value, who says it with which stance, about which event."""
    out, event = console(), claim.event
    hedged = f" ({', '.join(claim.hedges)})" if claim.hedges else ""
    place = event.place.name if event.place is not None else "place unknown"
    aside = ", told as background" if event.background else ""
    out.print(Text(f"  {claim.kind}: {_line(said(claim))}"))
    out.print(Text(f"  {claim.stance}{hedged}: {_line(voices(claim))}"))
    out.print(Text(f"  about: {event.type}, {day(event.date)}, {_line(place)}{aside}"))


def _coded(coding: Coding) -> str:
    what = f" {coding.field} to {coding.correction}" if coding.verdict == "correct" else ""
    return f"{coding.verdict}{what}" + (f" – {_line(coding.reason)}" if coding.reason else "")


def _figures(one: Agreement) -> tuple[str, ...]:
    share = NONE if one.percent is None else f"{one.percent:.0f} %"
    coefficients = (_rounded(one.kappa), _rounded(one.alpha))
    return (one.kind or "all", str(one.claims), str(one.n), share, *coefficients, str(one.corrections_differ))


def _rounded(value: Coefficient) -> str:
    return NONE if value.value is None else f"{value.value:.2f}"


def _confusion(one: Agreement) -> Iterable[tuple[str, ...]]:
    cells = {(cell.first, cell.second): cell.n for cell in one.confusion}
    verdicts: tuple[Verdict, ...] = get_args(Verdict)
    return ((first, *(str(cells.get((first, second), 0)) for second in verdicts)) for first in verdicts)


def _undefined(rows: Sequence[Agreement]) -> Iterable[str]:
    for one in rows:
        for name, value in (("kappa", one.kappa), ("alpha", one.alpha)):
            if value.why is not None:
                yield f"{name} of {one.kind or 'all'} is undefined: {value.why}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
    made = Table(box=None, pad_edge=False, title_justify="left")
    for name in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(Text(_line(cell)) for cell in row))
    return made
