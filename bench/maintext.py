"""The kept blocks of news pages against the article's text, by shingles of four words."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from bench.data import BadDataError, NoDataError, first
from bench.scorers import scorer
from bench.stages import in_hand
from stemma.clean import clean, kept_text
from stemma.data.rules import Rules, load_rules
from stemma.errors import InputError

HTML = "text/html"


def files(data: Path) -> tuple[Path, ...]:
    """The pages and their articles; empty where either is not there."""
    truth, pages = first(data / "ground-truth.json"), _pages(data)
    return (truth, *pages) if truth and pages else ()


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Score the kept text of every page that has a truth; of a page without a file nothing is kept."""
    if not files(data):
        raise NoDataError(f"no pages with their articles in {data}")
    truth = _json(data)
    rules = load_rules()
    paths = {path.name.split(".")[0]: path for path in _pages(data)}
    found = {name: {"articleBody": _article(paths[name], rules) if name in paths else ""} for name in sorted(truth)}
    if predictions is not None:
        predictions.parent.mkdir(parents=True, exist_ok=True)
        predictions.write_text(json.dumps(found, ensure_ascii=False) + "\n", encoding="utf-8")
    score = scorer("maintext", "score_maintext", data).score_shingle(truth, found)
    names = {"f1": "F1", "precision": "P", "recall": "R", "accuracy": "accuracy"}
    return {name: round(score[key] / 100, 4) for name, key in names.items()}


def _pages(data: Path) -> tuple[Path, ...]:
    return tuple(sorted((data / "html").glob("*.html*")))


def _json(data: Path) -> dict[str, Any]:
    path = first(data / "ground-truth.json")
    if path is None:
        raise NoDataError(f"no ground-truth.json in {data}")
    try:
        truth = json.loads(_bytes(path))
    except ValueError as error:
        raise BadDataError(f"{path}: {error}") from error
    if not isinstance(truth, dict):
        raise BadDataError(f"{path}: not an object of pages")
    return truth


def _bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if path.suffix == ".gz" else content
    except (OSError, EOFError) as error:
        raise BadDataError(f"{path}: {error}") from error


def _article(path: Path, rules: Rules) -> str:
    try:
        return kept_text(clean(in_hand(path.name, _bytes(path), HTML), rules))
    except InputError:
        return ""
