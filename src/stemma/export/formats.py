"""The formats that there are, and writing one out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from stemma.errors import InputError, NotFoundError
from stemma.export.csv import CSV_FILES
from stemma.export.json import JSON_FILES
from stemma.export.writing import FileWriter

FORMATS: Mapping[str, Mapping[str, FileWriter]] = {"csv": CSV_FILES, "json": JSON_FILES}
"""Format -> file name -> what writes it. The first file is the main one."""


def write_folder(name: str, folder: Path) -> tuple[Path, ...]:
    """Write every file of a format into `folder`, made where it is missing; returns the files."""
    files = _files(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_write(folder / file, write) for file, write in files.items())
    except OSError as error:
        raise InputError(str(folder), f"cannot be written: {error.strerror}") from error


def write_stream(name: str, out: TextIO, *, file: str | None = None) -> None:
    """Write one file of a format, the main one unless `file` names another, to an open text stream."""
    _files(name)[file_of(name, file)](out)


def file_of(name: str, file: str | None) -> str:
    """The name of a format's file, of the main one where none is given; NotFoundError for one that it has not."""
    files = _files(name)
    wanted = file if file is not None else next(iter(files))
    if wanted not in files:
        raise NotFoundError(f"the format {name} has no file {wanted!r}; it has {', '.join(files)}")
    return wanted


def _files(name: str) -> Mapping[str, FileWriter]:
    if name not in FORMATS:
        raise NotFoundError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def _write(path: Path, write: FileWriter) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        write(out)
    return path
