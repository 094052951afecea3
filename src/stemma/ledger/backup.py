"""Copying a whole ledger while others write to it, and bringing such a copy back.

A copy is a ledger's folder like any other, with a list of what it holds. It needs no lock: the database is copied as of
one moment, and the evidence after it, so that every payload that a copied event names was on disk before it was copied.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections

import stemma
from stemma.errors import DataError, InputError, LedgerError
from stemma.ids import canonical
from stemma.ledger.configure import DATABASE_NAME
from stemma.ledger.copying import copy_to_file
from stemma.ledger.evidence.durable import UNFINISHED, whole_file, whole_folder
from stemma.ledger.head import head
from stemma.ledger.opening import EVIDENCE, open_ledger
from stemma.ledger.verification import Problem, verify
from stemma.model.backup import Backup
from stemma.model.wire import from_wire, to_wire

MANIFEST = "backup.json"
KEPT = (EVIDENCE, "answers")
"""Folders of a ledger that a copy takes with it, where they are there: the bytes received, and what language models
answered."""
CHUNK = 1 << 20

Progress = Callable[[str, int, int | None], None]


def back_up(ledger: Path, to: Path, progress: Progress) -> Backup:
    """Copy the ledger to `to`, a folder that is not there yet, and check the copy before it is put in place.

    Consistent whoever writes meanwhile. Raises LedgerError where `to` exists or cannot be written, or where the copy is
    damaged, as it is where the ledger itself is: then nothing is left in place, and the error names the first damage.
    """
    open_ledger(ledger, create=False)
    with _filling(to) as folder:
        progress("copying the database", 0, 1)
        if connection.vendor == "postgresql":
            copy_to_file(folder / DATABASE_NAME, progress)
        else:
            _copy_database(ledger / DATABASE_NAME, folder / DATABASE_NAME)
        files = _copy_files(ledger, folder, progress)
        made = Backup(head(folder), files, stemma.__version__)
        with whole_file(folder / MANIFEST) as out:
            out.write(canonical(to_wire(made)))
        _refuse_damaged(folder, to, progress)
    open_ledger(ledger, create=False)
    return made


def restore(backup: Path, to: Path, progress: Progress) -> Backup:
    """Make the ledger `to`, which is not there yet, out of a copy. What was copied is checked, not what it was copied
    from; a damaged copy is refused with LedgerError, which names the first damage, and leaves nothing in place."""
    made = read_manifest(backup)
    with _filling(to) as folder:
        progress("copying the database", 0, 1)
        _copy_database(backup / DATABASE_NAME, folder / DATABASE_NAME)
        _copy_files(backup, folder, progress)
        with whole_file(folder / MANIFEST) as out:
            out.write((backup / MANIFEST).read_bytes())
        _refuse_damaged(folder, backup, progress)
        (folder / MANIFEST).unlink()
    open_ledger(to, create=False)
    return made


def read_manifest(backup: Path) -> Backup:
    """What a copy says that it holds; InputError where the folder is no copy of a ledger."""
    path = backup / MANIFEST
    try:
        return from_wire(Backup, json.loads(path.read_bytes()))
    except OSError as error:
        raise InputError(str(path), f"no backup of a ledger: {error.strerror}") from error
    except (ValueError, DataError) as error:
        raise InputError(str(path), f"no backup of a ledger: {error}") from error


def damage(backup: Path) -> Iterator[Problem]:
    """Everything in a copy that is not as it was made, the listed files first."""
    made = read_manifest(backup)
    for name, digest in sorted(made.files.items()):
        path = backup / name
        if not path.is_file():
            yield Problem(name, "is missing")
        elif _sha256(path) != digest:
            yield Problem(name, "is not the file that was copied")
    yield from verify(backup).problems
    found = head(backup)
    if found != made.head:
        told = f"event {made.head.seq} with the digest {made.head.digest}"
        yield Problem(DATABASE_NAME, f"ends with event {found.seq} ({found.digest}), not as it was copied with {told}")


@contextmanager
def _filling(to: Path) -> Iterator[Path]:
    if to.is_file() or (to.is_dir() and any(to.iterdir())):
        raise LedgerError(f"{to}: is there already; name a folder that is not")
    try:
        with whole_folder(to.absolute()) as folder:
            try:
                yield folder
            finally:
                connections.close_all()  # the checks opened the copy where it is being filled
    except OSError as error:
        raise LedgerError(f"{to}: cannot be written: {error.strerror}; nothing was put there") from error


def _refuse_damaged(folder: Path, told: Path, progress: Progress) -> None:
    progress("checking the copy", 0, 1)
    first = next(damage(folder), None)
    if first is not None:
        raise LedgerError(f"{told}: damaged, so no copy was made. {first.where}: {first.why}")
    progress("checking the copy", 1, 1)


def _copy_database(source: Path, target: Path) -> None:
    """One moment of the database, in one file: writers neither wait for it nor show in it."""
    try:
        with closing(sqlite3.connect(source)) as held, closing(sqlite3.connect(target)) as copy:
            held.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise LedgerError(f"{source}: cannot be copied: {error}") from error
    with target.open("rb") as handle:
        os.fsync(handle.fileno())


def _copy_files(ledger: Path, folder: Path, progress: Progress) -> dict[str, str]:
    """Copy what stands beside the database; gives every file's sha256 by its path in the ledger."""
    (folder / EVIDENCE).mkdir()
    files = [path for part in KEPT for path in sorted((ledger / part).rglob("*")) if _whole(path)]
    digests = {}
    for number, path in enumerate(files):
        progress("copying files", number, len(files))
        name = path.relative_to(ledger)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        digests[name.as_posix()] = _copy(path, folder / name)
    progress("copying files", len(files), len(files))
    return digests


def _whole(path: Path) -> bool:
    return path.is_file() and path.suffix != UNFINISHED


def _copy(source: Path, target: Path) -> str:
    total = hashlib.sha256()
    with source.open("rb") as taken, target.open("wb") as out:
        while chunk := taken.read(CHUNK):
            total.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return total.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
