"""Claims read from reports against hand-made gold: two sets of reports, traps, and pages about something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.scorers import scorer
from bench.stages import read_rows

LOWER = ("non_claims", "negatives")
SETS = {"press": "gold.jsonl", "digests": "digest_gold.jsonl"}
"""The two golds and their figures' prefixes: whole press and seed pages; digests in the annotators' own words."""
KINDS = (
    "perpetrator", "target", "place", "date", "means", "flight_origin", "event_count", "motive", "consequence",
    "response", "denial",
)  # fmt: skip
SHOWN = tuple(f"{name}.{kind}" for name in SETS for kind in KINDS)
"""Recall kind by kind is not pinned: some kinds have one or two gold claims. Their mean, `other_recall`, is."""
SUMMARY = (
    "toll_f1", "speaker", "authority", "group", "qualifier", "background_f1", "not_asserted_recall", "other_recall",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reports:
    """Everything one run needs: golds by report, the reports themselves, and what was read from them."""

    golds: Mapping[str, Mapping[str, list[Row]]]
    reports: Mapping[str, Row]
    predicted: Mapping[str, list[Row]]
    texts: Mapping[str, str]
    traps: Sequence[Row]
    unrelated: frozenset[str]


def corpora(data: Path) -> tuple[Path, ...]:
    """The files of reports: those of the folder, then those of the case beside it."""
    return present(
        first(data / "corpus.jsonl"), first(data / "digests.jsonl"), first(data.parent / "case" / "corpus.jsonl")
    )


def negatives(data: Path) -> Path | None:
    """Pages about something else, from which no toll may come."""
    return first(data / "negatives.jsonl", data.parent / "case" / "negatives.jsonl")


def files(data: Path) -> tuple[Path, ...]:
    """What figures on `data` depend on; empty where there is no gold or nothing to read."""
    golds = present(*(first(data / name) for name in SETS.values()), first(data / "non_claims.jsonl"), negatives(data))
    return (*golds, *corpora(data)) if golds and (corpora(data) or negatives(data)) else ()


def load(data: Path) -> Reports:
    """Read every report once; a report that lies in two files counts as the first one's.

    A report that names no incident of its own has no background: the scorer then leaves that figure at 0.
    """
    if not files(data):
        raise NoDataError(f"no gold claims with their reports in {data}")
    golds = {name: _by_id(rows(path)) for name, file in SETS.items() if (path := first(data / file))}
    reports: dict[str, Row] = {}
    for path in corpora(data):
        for row in rows(path):
            if "id" in row and "text" in row:
                reports.setdefault(row["id"], {"incident": None, "title": None, **row})
    trap_file, unrelated_file = first(data / "non_claims.jsonl"), negatives(data)
    unrelated = frozenset(row["id"] for row in rows(unrelated_file)) if unrelated_file else frozenset()
    predicted: dict[str, list[Row]] = {}
    texts: dict[str, str] = {}
    for label, text, claims in read_rows((*corpora(data), *present(unrelated_file))):
        if label not in predicted:
            predicted[label], texts[label] = claims, text
    traps = tuple(rows(trap_file)) if trap_file else ()
    return Reports(golds, reports, predicted, texts, traps, unrelated)


def _by_id(gold: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        found[row["id"]].append(row)
    return dict(found)


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Run the reader over the reports and score what it read."""
    read = load(data)
    if predictions is not None:
        write_rows(predictions, ({"id": label, "claims": claims} for label, claims in read.predicted.items()))
    return score(read, data)


def score(read: Reports, data: Path | None = None) -> dict[str, float]:
    """Figures of a run: each gold's own, then the two counts of tolls that should not be there."""
    judge = scorer("claims", "score_claims", data)
    found: dict[str, float] = {}
    for name, gold in read.golds.items():
        known = {label: claims for label, claims in gold.items() if label in read.reports}
        if known:
            result = judge.score(known, dict(read.predicted), dict(read.reports))
            found |= {f"{name}.{figure}": float(result[figure]) for figure in SUMMARY}
            found |= {f"{name}.{kind}": float(row["recall"]) for kind, row in result["kinds"].items() if kind != "toll"}
    if read.traps:
        found["non_claims"] = float(len(trapped(read)))
    if read.unrelated:
        found["negatives"] = float(len(strays(read)))
    return found


def trapped(read: Reports) -> list[tuple[str, Row, Row]]:
    """(report, trap, toll) for each toll of a page's own incident whose quote touches a figure that is none."""
    hits = []
    for trap in read.traps:
        start, end = _place(trap, read)
        for claim in read.predicted.get(trap["id"], []):
            quote = claim["quote"]
            if is_toll(claim) and not claim["event"]["background"] and quote["start"] < end and start < quote["end"]:
                hits.append((trap["id"], trap, claim))
    return hits


def strays(read: Reports) -> list[tuple[str, Row]]:
    """(page, toll) for each toll read from a page about something else."""
    return [(label, c) for label in sorted(read.unrelated) for c in read.predicted.get(label, []) if is_toll(c)]


def is_toll(claim: Mapping[str, Any]) -> bool:
    """A toll as the scorer counts them: the displaced are left out on both sides."""
    return bool(claim["kind"] == "toll" and claim["value"].get("state") != "displaced")


def _place(trap: Row, read: Reports) -> tuple[int, int]:
    """A trap's span in the document's text, which may begin with the title that the row keeps apart."""
    whole = read.texts.get(trap["id"], "")
    own = str(read.reports.get(trap["id"], {}).get("text", ""))
    shift = whole.find(own) if own else -1
    if shift < 0:
        shift = whole.find(trap["quote"]) - int(trap["start"]) if trap["quote"] in whole else 0
    return int(trap["start"]) + shift, int(trap["end"]) + shift
