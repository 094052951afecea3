"""Running the command line as a user does, in this process: arguments in; exit code, output and errors out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from stemma.cli import main

REPORTS = {
    "agency.txt": (
        "IDLIB, February 3, 2019 - An airstrike on a market in Idlib on Sunday killed 12 people and wounded 30, the "
        "Syrian Observatory for Human Rights said.\n\nThe Russian Defence Ministry denied carrying out the strike.\n"
    ),
    "daily.txt": (
        "Market in Idlib bombed\n\nAt least 15 civilians were killed in an airstrike on a market in Idlib on "
        "February 3, 2019, rescue workers said.\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind. `code` is 0 where it just returned."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("read", "page.txt")`; `stdin` is what standard input holds."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["stemma", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return command


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports of one strike."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(reports: Path, ledger: Path, run: Run) -> Path:
    """A ledger that the command line has built from the reports."""
    ran = run("build", reports, "--ledger", ledger)
    assert ran.code == 0, ran.err
    return ledger
