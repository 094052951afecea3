"""A disk that is full, at a random number of bytes on the way of each act.

On a small file system of its own, where this process may mount one; else by a limit on how long a file may grow, at
which writes fail in the kernel as well.
"""

from __future__ import annotations

import random
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.rooms import room
from tests.faults.trial import Ended, Tell, Trial, run
from tests.faults.world import ACTS, World

SIZE = "64m"
PAGE = 4096


def trials(world: World, each: int, chance: random.Random) -> Iterator[Trial]:
    """`each` for every act."""
    for act in ACTS:
        needed = _needed(world, act)
        for _ in range(each):
            with _disk(world) as disk, room(world, "full", on=disk) as ledger:
                yield _filled(world, act, ledger, chance.randrange(0, needed, PAGE), disk)


@contextmanager
def _disk(world: World) -> Iterator[Path | None]:
    """A small file system, or None where none can be mounted."""
    folder = world.folder / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    mounted = (
        shutil.which("mount") is not None and not subprocess.run(command, check=False, capture_output=True).returncode
    )
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def _needed(world: World, act: str) -> int:
    """Bytes that an act writes at most: what it leaves and, for the database, the log beside it."""
    with room(world, "whole") as ledger:
        before = _bytes(ledger.parent)
        run(lambda tell: ACTS[act](ledger, ledger.parent, tell))
        grown = _bytes(ledger.parent) - before
    return grown + 2 * (world.folder / "ledger" / "ledger.db").stat().st_size


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _filled(world: World, act: str, ledger: Path, free: int, disk: Path | None) -> Trial:
    if disk is None:
        limit = (ledger / "ledger.db").stat().st_size + free
        fault = f"no file beyond {limit} bytes, {act}"
        ended = run(lambda tell: _limited(limit, act, ledger, tell))
    else:
        fault = f"disk with {free} bytes left, {act}"
        ballast = disk / "ballast"
        _fill(ballast, shutil.disk_usage(disk).free - free)
        ended = run(lambda tell: ACTS[act](ledger, ledger.parent, tell))
        ballast.unlink()
    crash = _crashed(ended)
    return Trial(fault, crash or world.wrong(act, ledger, ended.told))


def _fill(ballast: Path, size: int) -> None:
    with ballast.open("wb") as out:
        out.write(bytes(max(0, size)))


def _limited(limit: int, act: str, ledger: Path, tell: Tell) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    ACTS[act](ledger, ledger.parent, tell)


def _crashed(ended: Ended) -> str | None:
    """It has to end well or with an error of Stemma's own that names the ledger."""
    if ended.killed is not None:
        return f"died of signal {ended.killed}"
    last = ended.told[-1] if ended.told else None
    if ended.code and not (isinstance(last, dict) and last["raised"] == "LedgerError"):
        return f"ended with {last}"
    return None
