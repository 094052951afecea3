"""One fault and what came of it."""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Tell = Callable[[object], None]
"""How a child says what it has done, as soon as it is done: a JSON-able value each."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`fault` says what was done, so that it can be done again; `wrong` what should not have come of it, null where
    nothing did."""

    fault: str
    wrong: str | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: by `killed` (a signal's number) or with the exit code, and what it had told by then."""

    code: int
    killed: int | None
    told: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """A process at work."""

    pid: int
    reading: int

    def kill(self) -> None:
        """As kill -9 does."""
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> Ended:
        """Wait for it."""
        with os.fdopen(self.reading, "r", encoding="utf-8") as pipe:
            lines = pipe.read().splitlines()
        _, status = os.waitpid(self.pid, 0)
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        code = os.waitstatus_to_exitcode(status)
        return Ended(code, killed, tuple(json.loads(line) for line in lines if line.endswith(("}", "]", '"', "null"))))


def start(work: Callable[[Tell], None]) -> Child:
    """Run `work` in a fork of this process, which has imported and loaded everything and opened nothing. An exception
    is told as {"raised", "type", "said"} and ends it with code 1."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    os.close(reading)
    code = 1
    try:
        work(lambda said: _tell(writing, said))
        code = 0
    except BaseException as error:  # noqa: BLE001 - whatever it was is told
        last = "".join(traceback.format_exception(error)[-3:])
        _tell(writing, {"raised": type(error).__name__, "said": str(error), "where": last})
    finally:
        os._exit(code)


def run(work: Callable[[Tell], None]) -> Ended:
    """The same, waited for."""
    return start(work).end()


def _tell(pipe: int, said: object) -> None:
    os.write(pipe, json.dumps(said).encode() + b"\n")
