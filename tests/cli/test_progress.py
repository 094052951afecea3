"""Progress: plain lines where nobody watches, and never on standard output."""

from __future__ import annotations

import pytest

from stemma.cli.progress import reporting


def test_a_step_prints_a_few_lines_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting() as report:
        for done in range(101):
            report("reading", done, 100)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [f"reading: {n} of 100" for n in (0, 25, 50, 75, 100)]


def test_a_step_of_unknown_length_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting() as report:
        for done in range(1, 5):
            report("storing", done, None)
    assert capsys.readouterr().err == "storing: 1\n"
