"""Series as a terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from stemma.cli.tables import console
from stemma.cli.words import day, extent
from stemma.model.series import Answer, ClaimedCount, Member, Question
from stemma.reconcile.wording import counted, spoken

if TYPE_CHECKING:
    from stemma.ledger.selectors import SeriesRow

ID = 8
OPEN = {"type": "what kind", "date": "when", "place": "where", "by": "who did it", "on": "whom it hit", "text": "words"}
"""What the reports leave open, in words."""


def series_table(rows: Sequence[SeriesRow]) -> None:
    """The list of series."""
    cells = (
        (row.series.name, question_text(row.series.question), row.series.actor, row.recorded_at[:10]) for row in rows
    )
    console().print(_table(("series", "question", "saved by", "on"), cells))


def answer_text(found: Answer) -> None:
    """An answer: the ledger's count with its incidents, then what reports claim."""
    out = console()
    saved = found.series
    out.print(Text(saved.name, style="bold"))
    out.print(
        Text(f"{question_text(saved.question)} · saved by {saved.actor}" + f": {saved.reason}" * bool(saved.reason))
    )
    may = f"; {counted(len(found.possible), 'more incident')} may belong to it" if found.possible else ""
    out.print(Text(f"The ledger holds {counted(len(found.members), 'incident')} of it{may}."))
    if found.members:
        out.print(_table(("id", "incident", "day", "killed", "who did it"), map(_member, found.members)))
    if found.possible:
        out.print(Text("May belong to it; the reports leave open", style="bold"))
        rows = ((m.incident[:ID], m.label, ", ".join(OPEN[name] for name in m.unsure)) for m in found.possible)
        out.print(_table(("id", "incident", "open"), rows))
    _claimed(found.claimed)


def _claimed(claimed: Sequence[ClaimedCount]) -> None:
    out = console()
    over_time, within = ([c for c in claimed if c.compares is wanted] for wanted in (True, False))
    if over_time:
        out.print(Text("What reports claim, beside what the ledger holds up to their day", style="bold"))
        columns = ("claimed", "held", "who", "outlet", "published", "words")
        rows = ((_count(c), "?" if c.held is None else str(c.held), *_source(c)) for c in over_time)
        out.print(_table(columns, rows))
    if within:
        out.print(Text("Counts within one attack, which compare with nothing here", style="bold"))
        out.print(
            _table(("claimed", "who", "outlet", "published", "words"), ((_count(c), *_source(c)) for c in within))
        )
    if not claimed:
        out.print(Text("No report on them claims a count."))


def question_text(question: Question) -> str:
    """The question in a line."""
    parts = [
        _any("", (kind.replace("_", " ") for kind in question.types)),
        _any("by ", question.by),
        _any("on ", question.on),
        _any("in ", question.places),
        f"since {question.since}" if question.since else "",
        f"until {question.until}" if question.until else "",
        f"with the words {question.text!r}" if question.text else "",
    ]
    return " · ".join(part for part in parts if part)


def _any(lead: str, values: Iterable[str]) -> str:
    said = " or ".join(values)
    return f"{lead}{said}" if said else ""


def _member(member: Member) -> tuple[str, ...]:
    killed = extent(member.killed_low, member.killed_high)
    return member.incident[:ID], member.label, day(member.date), killed, member.perpetrator or "unknown"


def _count(claimed: ClaimedCount) -> str:
    said = spoken(claimed.value)
    return said if claimed.stance == "asserts" else f"{said} ({claimed.stance.replace('_', ' ')})"


def _source(claimed: ClaimedCount) -> tuple[str, ...]:
    published = claimed.published[:10] if claimed.published else "no date"
    return claimed.origin or "unknown", claimed.outlet or "unknown", published, claimed.quote


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    return table
