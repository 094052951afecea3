"""Published ranges of killed and injured of the case's incidents, against gold made by reading.

`ends`: ends of ranges that are exact, from reports to accounts by our own linking; `ends_killed` and `ends_injured`
apart. `grouped`: the same with the gold's own grouping of reports, which leaves reading and reconciling.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import ASIDE
from bench.data import Row, first, present, rows, write_rows
from bench.gold_files import FOLDER, case, with_case
from bench.stages import documents, received
from stemma.data.rules import Rules, load_rules
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.incident import Incident
from stemma.model.origin import Trace
from stemma.model.time import UNKNOWN_DATE
from stemma.pipeline import Excerpts, Result, derive
from stemma.read import read
from stemma.reconcile import reconcile
from stemma.reconcile.best import whole_finding

GOLD = FOLDER / "published.jsonl"
INCIDENTS = FOLDER / "incidents.jsonl"


@dataclass(frozen=True, slots=True)
class Pages:
    """What was read, by the label of each report, and what the whole way makes of it."""

    pages: Mapping[str, Document]
    readings: Mapping[str, Reading]
    result: Result
    rules: Rules


def files(data: Path) -> tuple[Path, ...]:
    """Both golds and the reports, with the pages that lie beside them."""
    found = with_case(data, GOLD, INCIDENTS)
    return (*found, *present(*(first(found[-1].parent / name) for name in ASIDE))) if found else ()


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Accounts of all reports, and of the gold's groups of reports, end by end."""
    held = _read(case(data))
    found = [row for incident in rows(INCIDENTS) for row in _judged(incident, held, list(rows(GOLD)))]
    if predictions is not None:
        write_rows(predictions, found)
    own, grouped = ([row for row in found if row["grouped"] is how] for how in (False, True))
    return {
        "ends": _share(own),
        "ends_killed": _share([row for row in own if row["slot"] == "killed"]),
        "ends_injured": _share([row for row in own if row["slot"] == "injured"]),
        "grouped": _share(grouped),
    }


def _share(judged: Sequence[Row]) -> float:
    right = sum((row["low"] == row["gold_low"]) + (row["high"] == row["gold_high"]) for row in judged)
    return round(right / (2 * len(judged)), 4) if judged else 0.0


def _read(corpus: Path) -> Pages:
    aside = present(*(first(corpus.parent / name) for name in ASIDE))
    rules = load_rules()
    pages = {page.id: page for page in documents(received((corpus, *aside)), rules)}
    readings = {page.id: read(page, rules) for page in pages.values()}
    result = derive(list(pages.values()), [readings[key] for key in pages], rules)
    label = {page.label: page for page in pages.values()}
    return Pages(label, {name: readings[page.id] for name, page in label.items()}, result, rules)


def _judged(incident: Row, held: Pages, gold: Iterable[Row]) -> list[Row]:
    made = {False: linked(incident, held), True: gathered(incident, held)}
    return [
        judge(row, account, grouped=grouped)
        for row in gold
        if row["incident"] == incident["incident"] and row["low"] is not None
        for grouped, account in made.items()
    ]


def judge(row: Row, account: Account | None, *, grouped: bool) -> Row:
    """One range of the gold beside that of an account."""
    finding = whole_finding(account, row["slot"]) if account is not None else None
    return {
        "incident": row["incident"], "slot": row["slot"], "grouped": grouped,
        "low": finding.published_low if finding else None, "high": finding.published_high if finding else None,
        "gold_low": row["low"], "gold_high": row["high"],
    }  # fmt: skip


def linked(incident: Row, held: Pages) -> Account | None:
    """The account that most of an incident's reports are in."""
    home = {link.event_ref_id: link.incident_id for link in held.result.linking.links}
    votes: Counter[str] = Counter()
    for name in incident["documents"]:
        events = held.readings[name].events if name in held.readings else ()
        votes.update([home[e.id] for e in events if not e.background and e.id in home][:1])
    most = max(sorted(votes), key=lambda key: votes[key], default=None)
    return next((made for made in held.result.accounts if made.id == most), None)


def gathered(incident: Row, held: Pages) -> Account:
    """The account of the gold's reports: their own events' claims, and those that other pages date on its day."""
    claims = [c for name in incident["documents"] for c in _of(held.readings.get(name), background=False)]
    for name in incident["recalled_in"]:
        recalled = _of(held.readings.get(name), background=True)
        claims += [c for c in recalled if (c.event.date.from_, c.event.date.to) == (incident["from"], incident["to"])]
    papers, traced = _excerpt(held, claims)
    own = Incident(incident["incident"], (incident["incident"],), "other", incident["place"], UNKNOWN_DATE, None)
    return reconcile(own, claims, papers, traced, held.rules.policies["range"], bloc=held.rules.parties.bloc)


def _of(reading: Reading | None, *, background: bool) -> list[Claim]:
    return [c for c in reading.claims if c.event.background is background] if reading is not None else []


def _excerpt(held: Pages, claims: Sequence[Claim]) -> tuple[tuple[Document, ...], Trace]:
    return Excerpts(tuple(held.pages.values()), held.result.trace).of(claims)
