"""A whole case: reports into incidents, and who copied whom, by the case's own scorer."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.scorers import lay_out, run_scorer, scorer_path
from bench.stages import documents, received
from stemma.data.rules import load_rules
from stemma.model.claim import Reading
from stemma.model.document import Document
from stemma.model.origin import Copy
from stemma.pipeline import Result, derive
from stemma.read import read
from stemma.trace.shingles import shingles

LOWER = ("strays",)
SHOWN = ("copy_pairs",)
CONTAINED = 0.30
"""Verbatim containment of six-word shingles that links two texts in the case's own groups."""
ASIDE = ("negatives.jsonl", "multilingual.jsonl")
"""Pages that lie with the case and are read with it: about something else, and in other languages."""


def files(data: Path) -> tuple[Path, ...]:
    """What figures on `data` depend on; empty where there are no reports."""
    corpus = first(data / "corpus.jsonl")
    return present(corpus, first(data / "copies.jsonl"), *(first(data / name) for name in ASIDE)) if corpus else ()


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Run the whole way over everything in the folder and score it; without `copies.jsonl` no figures of copies."""
    corpus = first(data / "corpus.jsonl")
    if corpus is None:
        raise NoDataError(f"no corpus.jsonl in {data}")
    aside = present(*(first(data / name) for name in ASIDE))
    rules = load_rules()
    pages = _once(documents(received((corpus, *aside)), rules))
    readings = [read(page, rules) for page in pages]
    found = list(predicted(pages, readings, derive(pages, readings, rules)))
    if predictions is not None:
        write_rows(predictions, found)
    scored = _scored(data, corpus, found)
    scored["strays"] = float(strays(found, {str(row["id"]) for row in rows(corpus)}))
    return scored


def _once(pages: Iterable[Document]) -> list[Document]:
    """Each page once: the same row may lie in two files."""
    return list({page.id: page for page in pages}.values())


def predicted(pages: Sequence[Document], readings: Sequence[Reading], result: Result) -> Iterator[Row]:
    """Rows as the scorer takes them: a report's incident (its own where it tells of none), then the copies."""
    home = {link.event_ref_id: link.incident_id for link in result.linking.links}
    label = {page.id: page.label for page in pages}
    for page, reading in sorted(zip(pages, readings, strict=True), key=lambda pair: pair[0].label):
        own = (event.id for event in reading.events if not event.background and event.id in home)
        first_own = next(own, None)
        yield {"id": page.label, "incident": home[first_own] if first_own else f"none: {page.label}"}
    for a, b in sorted(_families(pages, result.trace.copies)):
        yield {"a": label[a], "b": label[b], "kind": "copy", "original": None}


def _families(pages: Sequence[Document], copies: Iterable[Copy]) -> Iterator[tuple[str, str]]:
    """Pairs of one family, as the case's groups are defined: linked by verbatim containment, whoever shares a text."""
    grams = {page.id: set(pairwise(shingles(page))) for page in pages}  # two shingles of five in a row are one of six
    home = {page.id: page.id for page in pages}
    for copy in copies:
        smaller = min(len(grams[copy.a]), len(grams[copy.b])) or 1
        if len(grams[copy.a] & grams[copy.b]) / smaller >= CONTAINED:
            old, new = home[copy.b], home[copy.a]
            home = {page: new if own == old else own for page, own in home.items()}
    families: dict[str, list[str]] = defaultdict(list)
    for page in sorted(home):
        families[home[page]].append(page)
    return (pair for family in families.values() for pair in combinations(family, 2))


def strays(found: Iterable[Row], reports: set[str]) -> int:
    """Pages that do not belong to the case and stand in an incident of its reports."""
    homes = [(row["id"], row["incident"]) for row in found if "incident" in row]
    taken = {incident for label, incident in homes if label in reports}
    return sum(1 for label, incident in homes if label not in reports and incident in taken)


def _scored(data: Path, corpus: Path, found: Iterable[Row]) -> dict[str, float]:
    """The scorer's figures, as shares. It reads plain files of fixed names, so it gets a folder of its own."""
    copies = first(data / "copies.jsonl")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(corpus, folder / "corpus.jsonl")
        if copies is None:
            (folder / "copies.jsonl").write_text("")
        else:
            lay_out(copies, folder / "copies.jsonl")
        write_rows(folder / "predictions.jsonl", found)
        result = run_scorer(scorer_path("case", "score_case", data), folder)
    scored = {"b3_f1": result["b3_f1"] / 100}
    if copies is not None:
        scored |= {name: result[name] for name in ("copy_f1", "copy_p", "copy_r", "copy_pairs")}
    return {name: round(float(value), 4) for name, value in scored.items()}
