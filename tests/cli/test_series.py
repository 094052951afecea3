"""`stemma series`: saved questions and their answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run

ASKED = ("--place", "Syria", "--since", "2019-01-01", "--reason", "for the yearbook", "--actor", "A. B.")


@pytest.fixture
def saved(run: Run, built: Path) -> Path:
    """A ledger with a series."""
    ran = run("series", "add", "Strikes in Syria", "--ledger", built, *ASKED)
    assert (ran.code, ran.out) == (0, "")
    assert 'stemma series show "Strikes in Syria"' in ran.err
    return built


def test_the_answer_in_words_and_as_json(run: Run, saved: Path, root: Path) -> None:
    ran = run("series", "show", "strikes in syria", "--ledger", saved)
    assert (ran.code, ran.err) == (0, "")
    for words in ("in Syria · since 2019-01-01", "A. B.: for the yearbook", "holds 1 incident", "12–15", "No report"):
        assert words in ran.out
    found = json.loads(run("series", "show", "Strikes in Syria", "--ledger", saved, "--json").out)
    shape = json.loads((root / "docs/reference/series.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(shape).iter_errors(found)] == []
    assert (found["series"]["actor"], found["claimed"], found["possible"]) == ("A. B.", [], [])
    assert [member["killed_high"] for member in found["members"]] == [15]


def test_the_list(run: Run, saved: Path) -> None:
    assert "Strikes in Syria" in run("series", "list", "--ledger", saved).out
    (row,) = run("series", "list", "--ledger", saved, "--json").out.splitlines()
    assert json.loads(row)["series"]["question"]["places"] == ["Syria"]


def test_what_is_left_open_is_said(run: Run, built: Path) -> None:
    run("series", "add", "Shelling of clinics", "--ledger", built, "--by", "Nobody", "--text", "market")
    ran = run("series", "show", "Shelling of clinics", "--ledger", built)
    assert "0 incidents of it; 1 more incident may belong to it" in ran.out
    assert "who did it" in ran.out


def test_no_series_yet(run: Run, built: Path) -> None:
    ran = run("series", "list", "--ledger", built)
    assert ran.code == 0
    assert "stemma series add" in ran.out
    assert run("series", "list", "--ledger", built, "--json").out == ""
    ran = run("series", "show", "x", "--ledger", built)
    assert (ran.code, ran.out) == (1, "")
    assert "stemma series add" in ran.err


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "asks for nothing"),
        (("--type", "war"), "air_strike"),
        (("--since", "soon"), "no day"),
        (ASKED, "--replace"),
    ],
)
def test_what_is_not_saved_is_said_in_one_line(run: Run, saved: Path, options: tuple[str, ...], why: str) -> None:
    ran = run("series", "add", "Strikes in Syria", "--ledger", saved, *options)
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1
