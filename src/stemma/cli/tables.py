"""Tables for people on a terminal; plain text throughout, so that no text from a page is taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from stemma.cli.words import day, extent, figure, said, voices
from stemma.model.beside import Beside, Line, Taken
from stemma.model.finding import Account, Finding
from stemma.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stemma.data.policies import Policy
    from stemma.ledger.selectors import IncidentRow
    from stemma.model.history import HistoryRow
    from stemma.model.member import Person
    from stemma.trace.profiles import Profile

WIDE = 150
"""Columns of a table that goes to a file or a pipe."""


def console() -> Console:
    made = Console(highlight=False)
    return made if made.is_terminal else Console(highlight=False, width=WIDE)


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(
        title=None if title is None else Text(title, style="bold"), box=None, pad_edge=False, title_justify="left"
    )
    for name in columns:
        table.add_column(name, justify="right" if name in RIGHT else "left", overflow="fold")
    return table


RIGHT = frozenset({"killed", "injured", "origins", "documents", "copies", "first"})


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(Text(" ".join(c.split())) for c in cells))


def claims_table(made: Report) -> None:
    """One report's claims."""
    table = _table(
        "kind", "says", "stance", "who", "words", title=f"{made.id} · {made.document.outlet or 'outlet unknown'}"
    )
    for claim in made.claims:
        stance = claim.stance + (f" ({', '.join(claim.hedges)})" if claim.hedges else "")
        _add(table, claim.kind, said(claim), stance, voices(claim), claim.quote.text)
    console().print(table)


def incidents_table(rows: tuple[IncidentRow, ...]) -> None:
    """The list of incidents with their standing ranges."""
    table = _table("id", "incident", "killed", "injured", "status", "origins", "documents", "copies")
    for row in rows:
        figures = (extent(row.killed.low, row.killed.high), extent(row.injured.low, row.injured.high))
        _add(table, row.id[:8], row.label, *figures, row.status, str(row.origins), str(row.documents), str(row.copies))
    console().print(table)


def profiles_table(found: tuple[Profile, ...]) -> None:
    """Outlets with what they copied; those that nobody copied and that copied nobody last."""
    table = _table("outlet", "documents", "first", "copies", "copied from", "changed")
    for profile in sorted(found, key=lambda p: (-(p.first + p.copies), p.outlet)):
        of, altered = (", ".join(f"{k} ×{n}" for k, n in held.items()) for held in (profile.of, profile.altered))
        _add(table, profile.outlet, str(profile.documents), str(profile.first), str(profile.copies), of, altered)
    console().print(table)


def account_text(account: Account) -> None:
    """An account as a person reads it: the headline, then slot by slot with the reason."""
    out = console()
    place = account.place.name if account.place is not None else "place unknown"
    out.print(Text(account.label, style="bold"))
    out.print(Text(f"{account.type} · {day(account.date)} · {place}"))
    counts = (
        f"{account.independent_origins} independent origins · {account.documents} documents · {account.copies} copies"
    )
    known = f" · as of {account.as_of}" if account.as_of else ""
    out.print(Text(f"{counts} · read by {', '.join(account.readers) or 'nobody'} · policy {account.policy}{known}"))
    if account.grade_reason is not None:
        out.print(Text(f"grade: {account.grade or 'none'} - {account.grade_reason}"))
    for code in account.codes:
        out.print(Text(f"{code.field}: {code.value or 'none'} - {code.reason}"))
    table = _table("finding", "range", "published", "status", "reason")
    for finding in account.findings:
        name = figure(finding.slot, finding.group, finding.victim_class)
        counted = any(n is not None for n in (finding.published_low, finding.published_high, finding.low))
        figures = (_taken(finding), extent(finding.published_low, finding.published_high)) if counted else ("", "")
        _add(table, name, *figures, finding.status, finding.reason)
    out.print(table)
    for name, claim in sorted(account.claims.items()):
        for made in claim.corrected:
            out.print(Text(f"claim {name[:8]}: {made.actor} corrected its {made.field}: {made.reason}"))


def _taken(finding: Finding) -> str:
    """The range, with the best figure where the policy has one of its own."""
    figures = extent(finding.low, finding.high)
    return figures if finding.best is None or finding.low == finding.high else f"{figures}, best {finding.best}"


def beside_text(both: Beside) -> None:
    """Figures, grade and codes under both policies with the reason where they part; answers only where they part."""
    out = console()
    out.print(Text(both.label, style="bold"))
    known = f" · as of {both.as_of}" if both.as_of else ""
    out.print(Text(f"policies {both.one} and {both.other}{known}"))
    table = _table("field", both.one.split()[0], both.other.split()[0], "why they part")
    shown = [line for line in both.lines if line.differs or _counts(line)]
    for line in shown:
        group = line.group or line.victim_class
        name = line.field + (f" ({group})" if group else "")
        _add(table, name, _beside_cell(line.one), _beside_cell(line.other), line.why or "")
    out.print(table)
    rest = len(both.lines) - len(shown)
    if rest:
        out.print(Text(f"{rest} more {'finding is' if rest == 1 else 'findings are'} the same under both."))


def _counts(line: Line) -> bool:
    return line.one.low is not None or line.other.low is not None


def _beside_cell(taken: Taken) -> str:
    return "not recorded" if taken.text is None else taken.text


def policies_table(known: Sequence[Policy]) -> None:
    """The rule sets that `--policy` takes."""
    table = _table("policy", "hash", "says")
    for policy in known:
        _add(table, policy.label, policy.hash, f"{policy.title}. {policy.says}")
    console().print(table)


def people_table(held: Sequence[Person]) -> None:
    """Who has which role, since when and from whom."""
    table = _table("name", "role", "since", "given by", "reason")
    for person in held:
        _add(table, person.name, person.role, person.recorded_at[:10], person.given_by, person.reason)
    console().print(table)


def history_table(rows: Sequence[HistoryRow]) -> None:
    """What happened, in order."""
    table = _table("event", "when", "who", "what", "why or words")
    for row in rows:
        when = row.recorded_at[:16].replace("T", " ")
        _add(table, str(row.seq), when, row.actor or "", row.what, row.reason or "")
    console().print(table)
