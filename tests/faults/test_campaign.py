"""The fault campaign with few faults of each kind; `make faults` injects many."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.faults.campaign import KINDS

EACH = os.environ.get("STEMMA_FAULTS", "20")
"""Faults of each kind and act."""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_committed_is_lost_and_all_damage_is_named(kind: str) -> None:
    command = [sys.executable, "-m", "tests.faults.campaign", "--each", EACH, "--only", kind]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "NOT SURVIVED" not in done.stdout
