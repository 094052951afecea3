"""Progress on standard error: a bar on a terminal, plain lines elsewhere; never on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Report = Callable[[str, int, int | None], None]
LINES = 4
"""Plain lines of a long step: one at each quarter."""
LONG = 200
"""Items from which a step is long enough to say how far it is."""


@contextmanager
def reporting() -> Iterator[Report]:
    """A function to call with (what is being done, how much is done, of how much or null)."""
    if sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        with _plain() as report:
            yield report


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


@contextmanager
def _plain() -> Iterator[Report]:
    lines = _Lines()
    yield lines.report
    lines.close()


class _Lines:
    """One line a step when it is over, and one at each quarter of a long step."""

    def __init__(self) -> None:
        self._doing: str | None = None
        self._done = 0
        self._total: int | None = None
        self._told = 0

    def report(self, doing: str, done: int, total: int | None) -> None:
        if doing != self._doing:
            self.close()
            self._doing, self._told = doing, 0
        self._done, self._total = done, total
        quarter = LINES * done // total if total and total >= LONG else 0
        if self._told < quarter < LINES:
            self._told = quarter
            self._print()

    def close(self) -> None:
        """Tell of the step under way as it stands."""
        if self._doing is not None:
            self._print()
        self._doing = None

    def _print(self) -> None:
        of = f" of {self._total}" if self._total and self._total != self._done else ""
        counted = f": {self._done}{of}" if self._total != 1 and self._done else ""
        print(f"{self._doing}{counted}", file=sys.stderr, flush=True)
