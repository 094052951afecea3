"""A place for one trial: a copy of the world's ledger, gone afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.world import World


@contextmanager
def room(world: World, name: str, *, on: Path | None = None) -> Iterator[Path]:
    """The copied ledger's folder; `on` is another place to make it, below the world's folder."""
    folder = (on or world.folder) / f"room-{name}"
    folder.mkdir()
    try:
        yield world.copy(folder)
    finally:
        shutil.rmtree(folder)
