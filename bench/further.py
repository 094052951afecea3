"""Claims read from further reports, against gold made for this project (`gold/claims.jsonl`): spans, no text.

Twelve of the sixteen reports served development; nobody looks at what is read in the other four, so their figures tell
how the reader does on reports that it was not written for. Small numbers: a single toll moves the latter by 4 points.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from bench.claims import KINDS, Reports, score
from bench.data import BadDataError, Row, present, rows, write_rows
from bench.gold_files import FOLDER, case, with_case
from bench.stages import read_rows

GOLD = FOLDER / "claims.jsonl"
UNSEEN = frozenset({"C-007", "C-013", "G-007", "H-006"})
SETS = ("seen", "unseen")
SHOWN = tuple(f"{name}.{kind}" for name in SETS for kind in KINDS)


def files(data: Path) -> tuple[Path, ...]:
    """The gold, and the reports that its spans point into; empty where those are not there."""
    return with_case(data, GOLD)


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Run the reader over the reports and score each set by itself."""
    corpus = case(data)
    golds, reports = _golds(corpus)
    read = [(label, text, claims) for label, text, claims in read_rows(present(corpus)) if label in reports]
    if predictions is not None:
        write_rows(predictions, ({"id": label, "claims": claims} for label, _, claims in read))
    predicted = {label: claims for label, _, claims in read}
    texts = {label: text for label, text, _ in read}
    return score(Reports(golds, reports, predicted, texts, (), frozenset()))


def _golds(corpus: Path) -> tuple[dict[str, dict[str, list[Row]]], dict[str, Row]]:
    """The gold of each set by report, quotes cut from the reports, and those reports."""
    held = {row["id"]: {"incident": None, "title": None, **row} for row in rows(corpus)}
    golds: dict[str, dict[str, list[Row]]] = {name: defaultdict(list) for name in SETS}
    for row in rows(GOLD):
        if row["id"] not in held:
            raise BadDataError(f"{GOLD}: no report {row['id']} in {corpus}")
        quote = held[row["id"]]["text"][row["start"] : row["end"]]
        golds["unseen" if row["id"] in UNSEEN else "seen"][row["id"]].append({**row, "quote": quote})
    named = {label for gold in golds.values() for label in gold}
    return {name: dict(gold) for name, gold in golds.items()}, {label: held[label] for label in named}
