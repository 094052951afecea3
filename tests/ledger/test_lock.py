"""The lock between processes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stemma.errors import LedgerError
from stemma.ledger.lock import locked

HOLD = """
import pathlib, sys
from stemma.ledger.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert held.stdout is not None
    assert held.stdout.readline() == "held\n"
    return held


def test_the_second_is_told_and_gives_up_when_its_patience_ends(tmp_path: Path) -> None:
    told = []
    with holder(tmp_path) as first:
        with (
            pytest.raises(LedgerError, match="in use by another process"),
            locked(tmp_path, patience=0, waiting=lambda: told.append(1)),
        ):
            pass
        first.communicate()
    assert told == [1]


def test_the_second_goes_on_when_the_first_has_finished(tmp_path: Path) -> None:
    first = holder(tmp_path)
    with locked(tmp_path, waiting=first.communicate):
        assert first.returncode == 0


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    first = holder(tmp_path)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    with locked(tmp_path, patience=0):
        assert first.returncode == -signal.SIGKILL
