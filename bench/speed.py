"""How fast the stages run, as ratios to other people's work on the same documents in the same run.

Times are processor time of this process, so that a neighbour on the machine changes little; the best of several rounds
counts, and in each round every task runs once, so that a slow spell meets all alike. Stages work in memory: files are
read before the clock starts.
"""

from __future__ import annotations

import gc
import gzip
import html
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import trafilatura

from bench.data import NoDataError, first, present
from bench.stages import documents, in_hand, received
from stemma.clean import kept_text
from stemma.data.rules import Rules, load_rules
from stemma.model.capture import Received
from stemma.model.document import Document
from stemma.pipeline import derive, read_one
from stemma.read import read
from stemma.read.sentences import sentences
from stemma.trace import compare

ROUNDS = 3
PAGES = 60
"""Enough pages: over every third page of 181 the reader's ratio was .258, over all of them .254."""
SLACK = 0.25
"""Twice and a half the widest spread of a ratio between runs on a busy machine (10 %): other processors differ too."""
WORD = re.compile(r"\w+")
SETS = ("pages", "rows")
STAGES = ("clean", "read", "whole")
TIMES = (*(f"{task}_a_second" for task in ("trafilatura", *STAGES)), "read_sentences_a_second")
SHOWN = tuple(f"{name}.{figure}" for name in SETS for figure in TIMES)


@dataclass(frozen=True, slots=True)
class Sample:
    """Documents to run on: as received, and as HTML for the extractor that the stages are measured against."""

    items: Sequence[Received]
    pages: Sequence[str]


def files(data: Path) -> tuple[Path, ...]:
    """HTML pages and rows: of the folder itself, else of the other benchmarks beside it."""
    return (*_pages(data), *_rows(data))


def _pages(data: Path) -> tuple[Path, ...]:
    folders = (data / "html", data / "maintext" / "html", data.parent / "maintext" / "html")
    found = (sorted(folder.glob("*.html*")) for folder in folders)
    paths = next((paths for paths in found if paths), [])
    return tuple(paths[:: max(1, len(paths) // PAGES)])


def _rows(data: Path) -> tuple[Path, ...]:
    own = present(*(first(data / name) for name in ("corpus.jsonl", "claims/corpus.jsonl", "case/corpus.jsonl")))
    return own or present(*(first(data.parent / name / "corpus.jsonl") for name in ("claims", "case")))


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Each stage's speed over that of `trafilatura.extract`, and the reader's over splitting into words."""
    if predictions is not None:
        print("bench speed: nothing is predicted here, so nothing is written", file=sys.stderr)
    samples = {"pages": _page_sample(_pages(data)), "rows": _row_sample(_rows(data))}
    if not any(sample.items for sample in samples.values()):
        raise NoDataError(f"no pages and no rows in {data} or beside it")
    found: dict[str, float] = {}
    for name, sample in samples.items():
        if sample.items:
            found |= {f"{name}.{figure}": value for figure, value in measure(sample).items()}
    return found


def measure(sample: Sample, rounds: int = ROUNDS) -> dict[str, float]:
    """Figures of one sample."""
    rules = load_rules()
    cleaned = tuple(documents(sample.items, rules))
    tasks: dict[str, Callable[[], object]] = {
        "trafilatura": partial(_extract, sample.pages),
        "split": partial(_split, [kept_text(document) for document in cleaned]),
        "clean": partial(_clean, sample.items, rules),
        "read": partial(_read, cleaned, rules),
        "whole": partial(_whole, sample.items, rules),
        "copies": partial(compare, cleaned, rules.outlets),
    }
    pieces = sum(len(sentences(document, rules.lexicon.abbreviations)) for document in cleaned)
    return ratios(best(tasks, rounds), len(sample.items), pieces)


def ratios(seconds: Mapping[str, float], count: int, pieces: int) -> dict[str, float]:
    """Speeds of the stages over the extractor's and over word splitting, of finding copies over reading; documents and
    sentences a second."""
    found = {f"{task}_to_trafilatura": seconds["trafilatura"] / seconds[task] for task in STAGES}
    found["read_to_splitting"] = seconds["split"] / seconds["read"]
    found["copies_to_read"] = seconds["read"] / seconds["copies"]
    found |= {f"{task}_a_second": count / seconds[task] for task in ("trafilatura", *STAGES)}
    found["read_sentences_a_second"] = pieces / seconds["read"]
    return {name: float(f"{value:.4g}") for name, value in found.items()}


def best(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least processor time of each task over some rounds."""
    least = dict.fromkeys(tasks, float("inf"))
    for _ in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            task()
            least[name] = min(least[name], time.process_time() - start)
    return least


def _extract(pages: Sequence[str]) -> None:
    for page in pages:
        trafilatura.extract(page)


def _split(texts: Sequence[str]) -> int:
    return sum(len(WORD.findall(text)) for text in texts)


def _clean(items: Sequence[Received], rules: Rules) -> None:
    for _ in documents(items, rules):
        pass


def _read(cleaned: Sequence[Document], rules: Rules) -> None:
    for document in cleaned:
        read(document, rules)


def _whole(items: Sequence[Received], rules: Rules) -> None:
    done = [read_one(item, rules) for item in items]
    derive(tuple(document for document, _ in done), tuple(reading for _, reading in done), rules)


def _page_sample(paths: Sequence[Path]) -> Sample:
    payloads = [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths]
    items = [in_hand(path.name, payload, "text/html") for path, payload in zip(paths, payloads, strict=True)]
    return Sample(items, [payload.decode("utf-8", "replace") for payload in payloads])


def _row_sample(paths: Sequence[Path]) -> Sample:
    """Rows have no markup; the extractor gets their text as the plainest page there is, a paragraph a line."""
    items = list({item.capture.id: item for item in received(paths)}.values())
    rules = load_rules()
    return Sample(items, [_as_page(document.text) for document in documents(items, rules)])


def _as_page(text: str) -> str:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><body><article>{body}</article></body></html>"
