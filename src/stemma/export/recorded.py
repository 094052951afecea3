"""Writing a format out and recording it: nothing leaves the ledger by the command line or a page without an event."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TextIO, cast

from stemma.export.formats import file_of, write_folder, write_stream
from stemma.review.record_export import begin_export, record_export

PORTION = 1 << 20
"""Bytes of a file read at a time."""


def export_folder(kind: str, folder: Path, *, actor: str) -> tuple[Path, ...]:
    """`write_folder`, and the event once every file is whole. Raises NotAllowedError before a byte is written."""
    seq = begin_export(actor)
    paths = write_folder(kind, folder)
    record_export(kind, {path.name: file_digest(path) for path in paths}, seq=seq, actor=actor)
    return paths


def export_stream(kind: str, out: TextIO, *, actor: str, file: str | None = None) -> None:
    """`write_stream`, and the event once the stream has taken all of it; its sha256 is of the text in UTF-8. Where the
    stream breaks off, what had been handed to it is recorded: it may have left."""
    seq = begin_export(actor)
    name, counted = file_of(kind, file), _Counted(out)
    try:
        write_stream(kind, cast("TextIO", counted), file=name)
        out.flush()
    finally:
        if counted.taken:
            record_export(kind, {name: counted.total.hexdigest()}, seq=seq, actor=actor)


def export_file(kind: str, path: Path, *, seq: int, incident: str, actor: str) -> None:
    """The event of a whole file about one incident that a verb has written; `seq` as `begin_export` gave it."""
    record_export(kind, {path.name: file_digest(path)}, seq=seq, incident=incident, actor=actor)


def file_digest(path: Path) -> str:
    """sha256 of a file's bytes in hex."""
    total = hashlib.sha256()
    with path.open("rb") as held:
        while portion := held.read(PORTION):
            total.update(portion)
    return total.hexdigest()


class _Counted:
    """A text stream that passes everything on and keeps a digest of it."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.total = hashlib.sha256()
        self.taken = False

    def write(self, text: str) -> int:
        self.taken = True
        self.total.update(text.encode("utf-8"))
        return self.out.write(text)
