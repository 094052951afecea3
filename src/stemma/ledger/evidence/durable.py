"""Writing a file so that it is either wholly there after a fault or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".part"
"""Suffix of a file that is being written: readers never look at one, and the next writer removes what a fault left."""


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write under a temporary name; on leaving, flush to disk and put it in place. After an error nothing is in
    place."""
    temporary = path.with_name(path.name + UNFINISHED)
    with temporary.open("wb") as handle:
        yield handle
        handle.flush()
        os.fsync(handle.fileno())
    _rename(temporary, path)


def put_in_place(finished: Path, path: Path) -> None:
    """Give a file that others have written its name, on disk as a whole before and after."""
    with finished.open("rb+") as handle:
        os.fsync(handle.fileno())
    _rename(finished, path)


def clear_unfinished(folder: Path) -> None:
    """Remove what interrupted writers left."""
    for path in sorted(folder.glob(f"*{UNFINISHED}")):
        path.unlink()


def _rename(old: Path, new: Path) -> None:
    old.rename(new)
    _sync_folder(new.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
