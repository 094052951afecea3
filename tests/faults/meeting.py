"""Two builds of one ledger at once, one of them killed at a random moment in half of the trials."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults.rooms import room
from tests.faults.trial import Trial, start
from tests.faults.world import ACTS, World

SECONDS = 0.5
"""The later one starts, or one is killed, within this time: about as long as one of them takes."""


def trials(world: World, each: int, chance: random.Random) -> Iterator[Trial]:
    """`each`."""
    for number in range(each):
        late, moment = chance.uniform(0, SECONDS), chance.uniform(0, SECONDS)
        kill = bool(number % 2)
        killed = f", one killed after {moment * 1000:.0f} ms" if kill else ""
        fault = f"two builds, {late * 1000:.0f} ms apart{killed}"
        with room(world, "meeting") as ledger:
            yield Trial(fault, _met(world, ledger, late, moment if kill else None))


def _met(world: World, ledger: Path, late: float, moment: float | None) -> str | None:
    first = start(lambda tell: ACTS["build"](ledger, ledger.parent, tell))
    time.sleep(late)
    second = start(lambda tell: ACTS["build"](ledger, ledger.parent, tell))
    if moment is not None:
        time.sleep(moment)
        first.kill()
    ended = [child.end() for child in (first, second)]
    failed = [each.told for each in ended if each.code and each.killed is None]
    if failed:
        return f"ended with {failed[0]}"
    return world.wrong("build", ledger, tuple(said for each in ended for said in each.told))
