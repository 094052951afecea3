"""What a build is told and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from stemma.capture import CaptureOptions
from stemma.data.policies import DEFAULT
from stemma.errors import InputError
from stemma.pipeline import RULES, Reader

Progress = Callable[[str, int, int | None], None]
"""Called with what is being done, how much of it is done and, where known, of how much. It must not raise."""


def silent(_doing: str, _done: int, _total: int | None) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """`capture` says what the files do not (URL, outlet, date); `reader` reads what it has not read yet; `policy` names
    the rules of the published accounts; `patience` is how many seconds to wait for another process (None: as long as it
    takes)."""

    capture: CaptureOptions = field(default_factory=CaptureOptions)
    reader: Reader = RULES
    policy: str = DEFAULT
    patience: float | None = None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """How much was received whole, how much of that the ledger did not hold yet, how many captures were read, how many
    accounts changed; and what could not be received or read, in the order of the input."""

    received: int
    new: int
    read: int
    accounts: int
    errors: tuple[InputError, ...]
