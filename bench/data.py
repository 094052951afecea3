"""Where test data lies and how its rows are read."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ROOT = Path(__file__).resolve().parents[1]


class NoDataError(Exception):
    """The data that a benchmark needs is not there."""


class BadDataError(Exception):
    """The data is there and cannot be read."""


def shared() -> Path:
    """The folder of test data, kept outside the repository: beside it, or where STEMMA_SHARED says."""
    return Path(os.environ.get("STEMMA_SHARED") or ROOT.parent / "shared")


def folder(name: str) -> Path:
    """A benchmark's own data folder."""
    return shared() / "bench" / name


def first(*candidates: Path) -> Path | None:
    """The first of some files that is there, plain or gzipped."""
    both = (p for path in candidates for p in (path, path.with_name(f"{path.name}.gz")))
    return next((path for path in both if path.is_file()), None)


def present(*candidates: Path | None) -> tuple[Path, ...]:
    """Those of some files that are there, in order, each once."""
    return tuple(dict.fromkeys(path for path in candidates if path is not None and path.is_file()))


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file, plain or gzipped; BadDataError names the line that is none."""
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            yield _parse(line, f"{path} line {number}")


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise BadDataError(f"{path}: {error}") from error


def _parse(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadDataError(f"{where}: {error}") from error
    if not isinstance(row, dict):
        raise BadDataError(f"{where}: not an object")
    return row


def write_rows(path: Path, objects: Iterable[Row]) -> None:
    """Write predictions, one object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in objects)


def data_files(data: Path) -> tuple[Path, ...]:
    """What a benchmark reads where it does not say so itself: every data file of its folder, sorted."""
    if not data.is_dir():
        return ()
    found = (p for p in data.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc", ".md"))
    return tuple(sorted(found, key=lambda p: p.relative_to(data).as_posix()))


def data_hash(files: Sequence[Path]) -> str:
    """Hash of the data that figures were measured on: names and bytes, whatever folder they lie in."""
    total = hashlib.sha256()
    for path in sorted(files, key=lambda p: (p.name, p.parent.name)):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
