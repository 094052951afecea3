"""Whether events happened, by the sentence that tells of them, against the UW judgements from -3 to +3."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.scorers import scorer
from stemma.data.lexicon import Lexicon
from stemma.data.rules import load_rules
from stemma.model.document import Block
from stemma.read.marks import mark
from stemma.read.scope import Standing, standing
from stemma.read.sentences import Sentence

LOWER = ("mae",)
FACTUALITY: dict[Standing, float] = {"asserted": 3.0, "uncertain": 0.0, "denied": -3.0}
"""Our three classes on the data's scale."""


def files(data: Path) -> tuple[Path, ...]:
    """The gold to score against: the development part, else the training part."""
    return present(first(data / "uw.dev.jsonl") or first(data / "uw.train.jsonl"))


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """F1 of each class and their mean, in per cent; the mean error and the correlation on the data's own scale."""
    if not files(data):
        raise NoDataError(f"no event factuality in {data}")
    gold = list(rows(files(data)[0]))
    found = list(predicted(gold))
    if predictions is not None:
        write_rows(predictions, found)
    score = scorer("factuality", "score_factuality", data).score(gold, found)
    classes = {name: float(f1) for name, f1 in score["F1"].items()}
    return {"macro_f1": float(score["macroF1"]), **classes, "mae": float(score["MAE"]), "pearson": float(score["r"])}


def predicted(gold: Iterable[Row]) -> Iterator[Row]:
    """One row a sentence, in the scorer's shape: every event of the gold with our judgement."""
    lexicon = load_rules().lexicon
    for row in gold:
        yield {"docid": row["docid"], "events": _judged(row, lexicon)}


def _judged(row: Row, lexicon: Lexicon) -> list[Row]:
    text = row["text"]
    marked = mark(text, Sentence(0, len(text), Block("body", 0, len(text)), 0, 0), lexicon)
    found = []
    for event in row["events"]:
        token = max(bisect_right(marked.tokens.start, event["span"][0]) - 1, 0)
        found.append({"span": event["span"], "factuality": FACTUALITY[standing(marked, token)]})
    return found
