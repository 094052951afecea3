"""Progress: plain lines where nobody watches, and never on standard output."""

from __future__ import annotations

import pytest

from stemma.cli.progress import reporting


def test_a_long_step_tells_of_each_quarter_and_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting() as report:
        for done in range(401):
            report("reading", done, 400)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [*(f"reading: {n} of 400" for n in (100, 200, 300)), "reading: 400"]


def test_a_short_step_is_told_once_when_it_is_over(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting() as report:
        for done in range(28):
            report("reading", done, 27)
        report("publishing", 0, 1)
        report("publishing", 1, 1)
    assert capsys.readouterr().err.splitlines() == ["reading: 27", "publishing"]


def test_a_step_of_unknown_length_tells_how_far_it_came(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting() as report:
        for done in range(1, 5):
            report("storing", done, None)
    assert capsys.readouterr().err == "storing: 4\n"
