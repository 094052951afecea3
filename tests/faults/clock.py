"""A clock that jumps, back above all, while a ledger is written to."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from stemma.ledger import writer
from tests.faults.rooms import room
from tests.faults.trial import Tell, Trial, run
from tests.faults.world import ACTS, World

YEARS = 10
"""How far it jumps at most, either way."""


def trials(world: World, each: int, chance: random.Random) -> Iterator[Trial]:
    """`each`, of acts that write events."""
    for number in range(each):
        yield _jumped(world, ("build", "review")[number % 2], chance.randrange(10**6))


def _jumped(world: World, act: str, seed: int) -> Trial:
    with room(world, "clock") as ledger:
        ended = run(lambda tell: _jumping(act, ledger, seed, tell))
        fault = f"clock jumping about, {act}, seed {seed}"
        return Trial(fault, f"ended with {ended.told}" if ended.code else world.wrong(act, ledger, ended.told))


def _jumping(act: str, ledger: Path, seed: int, tell: Tell) -> None:
    chance = random.Random(seed)

    class Jumping(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + timedelta(days=chance.uniform(-365 * YEARS, 365 * YEARS))

    writer.datetime = Jumping  # type: ignore[attr-defined]
    ACTS[act](ledger, ledger.parent, tell)
