"""Where the gold made for this project lies, and the case that its spans point into."""

from __future__ import annotations

from pathlib import Path

from bench.data import ROOT, NoDataError, first

FOLDER = ROOT / "bench" / "gold"


def case(data: Path) -> Path:
    """The case's reports, in the benchmark's folder or beside it; NoDataError where they are not there."""
    found = first(data / "corpus.jsonl", data.parent / "case" / "corpus.jsonl")
    if found is None:
        raise NoDataError(f"no reports in {data} or beside it")
    return found


def with_case(data: Path, *golds: Path) -> tuple[Path, ...]:
    """Golds and reports; empty where there are no reports, so that the benchmark is skipped."""
    try:
        return (*golds, case(data))
    except NoDataError:
        return ()
