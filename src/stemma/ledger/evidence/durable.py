"""Writing a file or a folder so that it is either wholly there after a fault or not there at all."""

from __future__ import annotations

import os
import shutil
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


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Fill a folder under a temporary name; on leaving, put it in place. What an earlier writer left unfinished is
    removed first; after an error nothing is in place and nothing is left. The caller flushes its files."""
    temporary = path.with_name(path.name + UNFINISHED)
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    try:
        yield temporary
        for folder in (temporary, *(entry for entry in temporary.rglob("*") if entry.is_dir())):
            _sync_folder(folder)
        temporary.rename(path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    _sync_folder(path.parent)


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
