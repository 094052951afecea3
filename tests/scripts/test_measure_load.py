from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SMALL = ("--incidents", "200", "--requests", "24", "--clients", "3")


def measured(folder: Path) -> dict[str, list[str]]:
    """The cells of each class's row, by its name."""
    command = [sys.executable, "-m", "scripts.measure_load", str(folder), *SMALL]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("the first answer of each kind, ms: list ")
    return {row[:10].strip(): row[10:].split() for row in done.stdout.splitlines()[2:]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("load") / "ledger"


def test_every_page_of_a_small_ledger_is_answered(folder: Path) -> None:
    rows = measured(folder)
    assert list(rows) == ["list", "search", "incident", "all three", "document", "voice", "outlet"]
    assert {name: row[-1] for name, row in rows.items()} == dict.fromkeys(rows, "0")
    assert sum(int(rows[name][0]) for name in ("list", "search", "incident")) == int(rows["all three"][0]) == 24
    assert {int(rows[name][0]) for name in ("document", "voice", "outlet")} == {8}


def test_a_ledger_that_is_there_is_measured_as_it_is(folder: Path) -> None:
    before = (folder / "ledger.db").stat().st_size
    assert {row[-1] for row in measured(folder).values()} == {"0"}
    assert (folder / "ledger.db").stat().st_size == before
