"""Many reports of many like incidents at once: which are one incident, and how many were killed and injured in it.

`b3_f1` and `pairwise_f1` are cross-fitted: each pair of reports is judged by weights fitted without the incidents of
either. `shipped.*` are those of the weights in `data/linking`, and `killed` and `injured` the share of incidents whose
account gives the true number as its best one; where nobody counts any it is taken for none.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.fitting import collect, crossfitted
from bench.scorers import lay_out, run_scorer, scorer_path
from bench.stages import documents, received
from stemma.data.rules import Rules, load_rules
from stemma.model.claim import Reading
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.pipeline import Result, derive
from stemma.read import read
from stemma.reconcile.best import best_figure

SHOWN = ("incidents",)


def files(data: Path) -> tuple[Path, ...]:
    """What figures on `data` depend on; empty where there are no reports."""
    reports = first(data / "docs.jsonl")
    return present(reports, first(data / "truth.jsonl")) if reports else ()


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Run the whole way over every report; without `truth.jsonl` no figures of tolls."""
    reports = first(data / "docs.jsonl")
    if reports is None:
        raise NoDataError(f"no docs.jsonl in {data}")
    rules = load_rules()
    pages = read_reports(reports, rules)
    readings = [read(page, rules) for page in pages]
    found = list(predicted(pages, readings, derive(pages, readings, rules)))
    if predictions is not None:
        write_rows(predictions, found)
    scored = {name: value / 100 if name.endswith("f1") else value for name, value in _scored(data, found).items()}
    told = {f"shipped.{name}" if name.endswith("f1") else name: value for name, value in scored.items()}
    return {**_crossfitted(data, pages, readings, rules), **told}


def read_reports(path: Path, rules: Rules) -> list[Document]:
    """The reports as documents, labelled with their ids."""
    with tempfile.TemporaryDirectory() as name:
        laid = Path(name) / "reports.jsonl"
        write_rows(laid, map(_row, rows(path)))
        return list(documents(received((laid,)), rules))


def _row(report: Row) -> Row:
    told = {"id": report["docid"], "published": report.get("date"), "text": report["text"]}
    return told | {key: report[key] for key in ("url", "title") if report.get(key)}


def predicted(pages: Sequence[Document], readings: Sequence[Reading], result: Result) -> Iterator[Row]:
    """Rows as the scorer takes them; a report that tells of no event is an incident of its own."""
    home = {link.event_ref_id: link.incident_id for link in result.linking.links}
    accounts = {account.id: account for account in result.accounts}
    for page, reading in sorted(zip(pages, readings, strict=True), key=lambda pair: pair[0].label):
        own = next((home[e.id] for e in reading.events if not e.background and e.id in home), None)
        row: Row = {"docid": page.label, "cluster": own or f"none: {page.label}"}
        yield row | (_told(accounts[own]) if own else {"date": None, "city": None, "killed": 0, "injured": 0})


def _told(account: Account) -> Row:
    return {
        "date": account.date.from_,
        "city": account.place.name if account.place else None,
        "killed": best_figure(account, "killed") or 0,
        "injured": best_figure(account, "injured") or 0,
    }


def _scored(data: Path, found: Sequence[Row]) -> dict[str, float]:
    reports, truth = first(data / "docs.jsonl"), first(data / "truth.jsonl")
    assert reports is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(reports, folder / "docs.jsonl.gz")
        if truth is None:
            (folder / "truth.jsonl").write_text("")
        else:
            lay_out(truth, folder / "truth.jsonl")
        write_rows(folder / "predictions.jsonl", found)
        return run_scorer(scorer_path("incidents", "score_incidents", data), folder)


def _crossfitted(data: Path, pages: Sequence[Document], readings: Sequence[Reading], rules: Rules) -> dict[str, float]:
    """Linking alone, by weights that have not seen what they judge. A report without an event stands alone."""
    reports = first(data / "docs.jsonl")
    assert reports is not None
    known = {str(row["docid"]): str(row["cluster"]) for row in rows(reports)}
    collection = collect(pages, readings, known, rules)
    found = {page.label: f"none: {page.label}" for page in pages}
    for number, members in enumerate(crossfitted(collection, rules.linking)):
        found |= {collection.sketches[i].document.label: str(number) for i in members}
    scored = _scored(data, [{"docid": label, "cluster": cluster} for label, cluster in sorted(found.items())])
    return {name: round(scored[name] / 100, 4) for name in ("b3_f1", "pairwise_f1")}
