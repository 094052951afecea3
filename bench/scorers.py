"""The scorers lie with the test data and are never copied: they are imported from there by path."""

from __future__ import annotations

import gzip
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from bench.data import BadDataError, NoDataError, Row, shared


def scorer_path(bench: str, name: str, data: Path | None = None) -> Path:
    """The scorer `name` of a benchmark: the shared folder's, else one that lies with the data."""
    places = [shared() / "bench" / bench, *([data] if data else [])]
    for place in places:
        if (place / f"{name}.py").is_file():
            return place / f"{name}.py"
    raise NoDataError(f"no scorer {name}.py in {' or '.join(str(p) for p in places)}")


def scorer(bench: str, name: str, data: Path | None = None) -> ModuleType:
    """Import a scorer from its file; it writes nothing beside itself (the folder may be read-only)."""
    path = scorer_path(bench, name, data)
    spec = importlib.util.spec_from_file_location(f"bench_scorer_{name}", path)
    if spec is None or spec.loader is None:
        raise NoDataError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return module


def lay_out(source: Path, target: Path) -> None:
    """Put a data file, plain or gzipped, where a scorer looks for it, in the form that the name says."""
    if (source.suffix == ".gz") == (target.suffix == ".gz"):
        shutil.copyfile(source, target)
    elif source.suffix == ".gz":
        target.write_bytes(gzip.decompress(source.read_bytes()))
    else:
        target.write_bytes(gzip.compress(source.read_bytes(), mtime=0))


def run_scorer(path: Path, folder: Path) -> Row:
    """What a scorer prints of the `predictions.jsonl` in a folder; BadDataError with its last words where it fails."""
    command = [sys.executable, "-B", str(path), str(folder), str(folder / "predictions.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BadDataError(f"{path.name}: {done.stderr.strip().splitlines()[-1] if done.stderr else 'failed'}")
    parsed: Row = json.loads(done.stdout)
    return parsed
