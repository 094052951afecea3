"""Progress on standard error: a bar on a terminal, plain lines elsewhere; never on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Report = Callable[[str, int, int | None], None]
LINES = 4
"""Plain lines a step prints at most besides its first: at each quarter."""


@contextmanager
def reporting() -> Iterator[Report]:
    """A function to call with (what is being done, how much is done, of how much or null)."""
    if sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        yield _plain()


@contextmanager
def _bar() -> Iterator[Report]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def report(doing: str, done: int, total: int | None) -> None:
            if doing not in tasks:
                tasks[doing] = bars.add_task(doing, total=total)
            bars.update(tasks[doing], completed=done, total=total)

        yield report


def _plain() -> Report:
    told: dict[str, int] = {}

    def report(doing: str, done: int, total: int | None) -> None:
        step = LINES * done // total if total else 0
        if told.get(doing, -1) < step:
            told[doing] = step
            print(f"{doing}: {done}{f' of {total}' if total else ''}", file=sys.stderr, flush=True)

    return report
