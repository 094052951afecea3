"""The scorers lie with the test data and are never copied: they are imported from there by path."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from bench.data import NoDataError, shared


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
