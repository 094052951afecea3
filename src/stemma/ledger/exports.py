"""Whether files are as they left the ledger, and by which export: its event holds the sha256 of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from stemma.errors import InputError
from stemma.ledger.entries import decode
from stemma.ledger.models import Event
from stemma.model.exported import Exported


@dataclass(frozen=True, slots=True)
class Left:
    """A file (`name` as it lies there) and the last export that wrote these bytes; where none did, the last that wrote
    a file of this name, and `same` is false; both null where none did that either. `recorded_at` is ISO 8601, UTC."""

    name: str
    same: bool
    seq: int | None = None
    recorded_at: str | None = None
    export: Exported | None = None


def files_at(path: Path) -> dict[str, str]:
    """The sha256 of a file, or of every file under a folder, by its name as seen from there, sorted; InputError where
    there is none, or one cannot be read."""
    found = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    if not found:
        raise InputError(str(path), "is no file, and no folder with files in it")
    base = path.parent if path.is_file() else path
    return {file.relative_to(base).as_posix(): _sha256(file) for file in found}


def left(files: dict[str, str]) -> tuple[Left, ...]:
    """Where each of these files (names to sha256) comes from, by the export events of the open ledger."""
    bytes_of: dict[str, Left] = {}
    named: dict[str, Left] = {}
    for seq, at, export in _exports():
        for name, digest in export.files.items():
            named[name.rpartition("/")[2]] = Left(name, same=False, seq=seq, recorded_at=at, export=export)
            bytes_of[digest] = Left(name, same=True, seq=seq, recorded_at=at, export=export)
    return tuple(
        _found(name, bytes_of.get(digest) or named.get(name.rpartition("/")[2])) for name, digest in files.items()
    )


def _found(name: str, by: Left | None) -> Left:
    return Left(name, same=False) if by is None else Left(name, by.same, by.seq, by.recorded_at, by.export)


def _exports() -> Iterator[tuple[int, str, Exported]]:
    rows = Event.objects.filter(kind="export").order_by("seq").values_list("seq", "recorded_at", "body")
    return ((seq, at, decode(Exported, body)) for seq, at, body in rows.iterator())


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as held:
            return file_digest(held, "sha256").hexdigest()
    except OSError as error:
        raise InputError(str(file), f"cannot be read: {error.strerror}") from error
