"""kill -9 at random points of a build, a review and a backup: at a statement or a file, or at a moment."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator

from tests.faults.points import counted, killed_at
from tests.faults.rooms import room
from tests.faults.trial import Trial, run, start
from tests.faults.world import ACTS, World


def trials(world: World, each: int, chance: random.Random) -> Iterator[Trial]:
    """`each` for every act: half at a counted point, half at a moment."""
    for act in ACTS:
        points, seconds = _length(world, act)
        for number in range(each):
            if number % 2:
                point = chance.randint(1, points)
                yield _at_point(world, act, point, f"kill -9, {act}, point {point} of {points}")
            else:
                moment = chance.uniform(0, seconds)
                yield _at_moment(world, act, moment, f"kill -9, {act}, after {moment * 1000:.0f} ms")


def _length(world: World, act: str) -> tuple[int, float]:
    with room(world, "count") as ledger:
        started = time.monotonic()
        done = run(lambda tell: counted(act, ledger, tell))
        return done.told[-1]["points"], time.monotonic() - started


def _at_point(world: World, act: str, point: int, fault: str) -> Trial:
    with room(world, "point") as ledger:
        ended = run(lambda tell: killed_at(act, ledger, point, tell))
        if ended.killed != signal.SIGKILL:
            return Trial(fault, f"was not killed: {ended}")
        return Trial(fault, world.wrong(act, ledger, ended.told))


def _at_moment(world: World, act: str, moment: float, fault: str) -> Trial:
    with room(world, "moment") as ledger:
        child = start(lambda tell: ACTS[act](ledger, ledger.parent, tell))
        time.sleep(moment)
        child.kill()
        return Trial(fault, world.wrong(act, ledger, child.end().told))
