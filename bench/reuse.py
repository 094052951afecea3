"""Passages that articles share, against gold made by reading (`gold/reuse.jsonl`): spans, no text.

Measured as plagiarism detection is (Potthast et al., COLING 2010): precision and recall over the characters of reused
passages on both sides of a pair, all pairs together. `pairs_f1` counts pairs; `false_footers` are pairs that share a
site's furniture alone and were taken for copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.data import BadDataError, rows, write_rows
from bench.gold_files import FOLDER, case, with_case
from bench.stages import documents, received
from stemma.data.rules import load_rules
from stemma.model.document import Document
from stemma.trace import trace

REUSE, FOOTERS = FOLDER / "reuse.jsonl", FOLDER / "boilerplate.jsonl"
VERBATIM = frozenset({"dataset_verbatim", "seed_verbatim"})
LOWER = ("false_footers",)

Pair = tuple[str, str]
Spans = list[tuple[int, int, int, int]]


def files(data: Path) -> tuple[Path, ...]:
    """The gold, and the articles that its spans point into; empty where those are not there."""
    return with_case(data, REUSE, FOOTERS)


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Find what the articles share and score it."""
    corpus = case(data)
    texts = {str(row["id"]): str(row["text"]) for row in rows(corpus) if row.get("text_kind") in VERBATIM}
    gold = {(row["a"], row["b"]): [_four(spans) for spans in row["spans"]] for row in rows(REUSE)}
    if missing := sorted({label for pair in gold for label in pair} - set(texts)):
        raise BadDataError(f"{REUSE}: no article {missing[0]} in {corpus}")
    found = dict(_found(corpus, texts))
    if predictions is not None:
        write_rows(predictions, ({"a": a, "b": b, "spans": found[a, b]} for a, b in sorted(found)))
    footers = [(row["a"], row["b"]) for row in rows(FOOTERS)]
    return score(gold, found) | {"false_footers": float(sum(pair in found for pair in footers))}


def _four(spans: Iterable[int]) -> tuple[int, int, int, int]:
    a_start, a_end, b_start, b_end = spans
    return a_start, a_end, b_start, b_end


def _found(corpus: Path, texts: Mapping[str, str]) -> Iterator[tuple[Pair, Spans]]:
    """Shared spans by pair of labels, as offsets into the rows' own texts."""
    rules = load_rules()
    pages = [page for page in documents(received((corpus,)), rules) if page.label in texts]
    by_id = {page.id: page for page in pages}
    for copy in trace(pages, (), rules).copies:
        one, other = by_id[copy.a], by_id[copy.b]
        shift, shift_other = _shift(one, texts), _shift(other, texts)
        spans: Spans = [
            (a.start - shift, a.end - shift, b.start - shift_other, b.end - shift_other) for a, b in copy.spans
        ]
        if one.label > other.label:
            spans = sorted((b0, b1, a0, a1) for a0, a1, b0, b1 in spans)
        yield (min(one.label, other.label), max(one.label, other.label)), spans


def _shift(page: Document, texts: Mapping[str, str]) -> int:
    """How many characters stand before the row's text, which may follow its title."""
    return max(page.text.find(texts[page.label]), 0)


def score(gold: Mapping[Pair, Spans], found: Mapping[Pair, Spans]) -> dict[str, float]:
    """Precision, recall and F1 over characters and over pairs."""
    wanted, got = _characters(gold), _characters(found)
    hit, hit_pairs = len(wanted & got), len(set(gold) & set(found))
    return {
        "f1": _f1(hit, len(wanted), len(got)),
        "precision": round(hit / len(got), 4) if got else 0.0,
        "recall": round(hit / len(wanted), 4) if wanted else 0.0,
        "pairs_f1": _f1(hit_pairs, len(gold), len(found)),
    }


def _characters(spans: Mapping[Pair, Spans]) -> set[tuple[Pair, str, int]]:
    return {
        (pair, side, i)
        for pair, held in spans.items()
        for a_start, a_end, b_start, b_end in held
        for side, start, end in (("a", a_start, a_end), ("b", b_start, b_end))
        for i in range(start, end)
    }


def _f1(hit: int, wanted: int, got: int) -> float:
    return round(2 * hit / (wanted + got), 4) if wanted + got else 0.0
