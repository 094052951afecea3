"""What the user names, one after the other: files, folders, archives, rows, standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from stemma.capture import pages
from stemma.capture.archive import read_archive
from stemma.capture.options import CaptureOptions
from stemma.capture.pages import read_page
from stemma.capture.rows import read_rows, read_rows_file
from stemma.capture.sniff import not_text
from stemma.errors import InputError
from stemma.model.capture import Received

STDIN = "-"
Reader = Callable[[Path, CaptureOptions], Iterator[Received | InputError]]
READERS: tuple[tuple[str, Reader], ...] = (
    *((suffix, read_page) for suffix in pages.SUFFIXES),
    (".jsonl", read_rows_file),
    (".jsonl.gz", read_rows_file),
    (".ndjson", read_rows_file),
    (".warc", read_archive),
    (".warc.gz", read_archive),
)
START = 4096


def receive(paths: Iterable[str | Path], options: CaptureOptions | None = None) -> Iterator[Received | InputError]:
    """Captures and errors, each as it is met. Inputs go in sorted order, whatever the order they were named in.

    Nothing is raised for bad input: an InputError is yielded in its place and the rest goes on.
    """
    options = options or CaptureOptions()
    for path in sorted({str(p) for p in paths}):
        yield from _standard_input(options) if path == STDIN else _path(Path(path), options)


def _standard_input(options: CaptureOptions) -> Iterator[Received | InputError]:
    return read_rows(sys.stdin.buffer, options, "standard input")


def _path(path: Path, options: CaptureOptions) -> Iterator[Received | InputError]:
    return _folder(path, options) if path.is_dir() else _file(path, options)


def _folder(folder: Path, options: CaptureOptions) -> Iterator[Received | InputError]:
    """Every file below, by its path; what is hidden (a leading dot) is passed over, linked folders are not entered."""
    kept = 0
    for path in _walk(folder):
        for item in _file(path, options):
            kept += isinstance(item, Received)
            yield item
    if not kept:
        yield InputError(str(folder), f"holds not one file that can be read ({_kinds()})")


def _walk(folder: Path) -> Iterator[Path]:
    found = (p for p in folder.rglob("*") if not p.is_dir())
    shown = (p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return iter(sorted(shown, key=lambda p: p.relative_to(folder).parts))


def _file(path: Path, options: CaptureOptions) -> Iterator[Received | InputError]:
    try:
        reader = read_rows_file if options.jsonl else _reader(path)
        yield from reader(path, options)
    except FileNotFoundError:
        yield InputError(str(path), "does not exist")
    except OSError as error:
        yield InputError(str(path), f"cannot be read ({error.strerror or error})")


def _reader(path: Path) -> Reader:
    name = path.name.lower()
    return next((reader for suffix, reader in READERS if name.endswith(suffix)), _refuse)


def _refuse(path: Path, options: CaptureOptions) -> Iterator[InputError]:  # noqa: ARG001  # it stands among readers
    """A file that no reader takes: what it is, as far as its first bytes tell."""
    with path.open("rb") as file:
        start = file.read(START)
    reason = "is empty" if not start else not_text(start)
    yield InputError(str(path), reason or f"is not of a kind that is read ({_kinds()}); --jsonl reads it as rows")


def _kinds() -> str:
    return ", ".join(suffix for suffix, _ in READERS)
