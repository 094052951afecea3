"""The command as a whole: help, version, and errors as one line and an exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from stemma import __version__
from tests.cli.conftest import Run

VERBS = (
    "read",
    "build",
    "rebuild",
    "head",
    "verify",
    "export",
    "serve",
    "doctor",
    "incidents",
    "show",
    "tree",
    "toll",
    "history",
    "people",
    "review",
)


def test_help_names_every_verb(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    listed = {line.split()[0] for line in ran.out.splitlines() if line.startswith("  ") and line.strip()}
    assert set(VERBS) <= listed


@pytest.mark.parametrize(
    "verb",
    [
        *VERBS[:-2], "review accept", "review reject", "series add", "series list", "series show", "people add",
        "people remove", "review status", "review seal", "review assign", "review comment", "review withdraw-comment",
        "review merge", "review split", "review undo", "review unsure-claim",
    ],
)  # fmt: skip
def test_the_help_of_a_verb_shows_an_example_and_every_option_says_what_it_does(run: Run, verb: str) -> None:
    ran = run(*verb.split(), "--help")
    assert ran.code == 0
    assert f"Example: stemma {verb}" in ran.out
    options = [line for line in ran.out.splitlines() if line.lstrip().startswith("--")]
    assert options
    assert "\n\n\n" not in ran.out


def test_version(run: Run) -> None:
    assert run("--version").out == f"stemma {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("read",), ("show", "--ledger", "x"), ("read", "--nonsense", "x")]
)
def test_what_is_not_understood_is_a_usage_error(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert "Usage: stemma" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "verb", ["incidents", "rebuild", "head", "verify", "export", "tree", "show", "toll", "what-if"]
)
def test_a_verb_without_a_ledger_says_so_in_one_line(run: Run, tmp_path: Path, verb: str) -> None:
    ran = run(verb, *(["abc"] if verb in ("tree", "show", "toll", "what-if") else []), "--ledger", tmp_path / "nowhere")
    assert ran.code == 1
    assert ran.out == ""
    (line,) = ran.err.splitlines()
    assert line.startswith("stemma: ")
    assert "nowhere" in line
    assert not (tmp_path / "nowhere").exists()


def test_help_comes_without_loading_what_the_verbs_need() -> None:
    heavy = ("django", "trafilatura", "stemma.data.rules", "stemma.pipeline")
    code = f"import sys, stemma.cli; print([m for m in {heavy!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_reader_that_stops_early_is_met_with_silence(tmp_path: Path) -> None:
    rows = "".join('{"text": "An air strike killed 12 people in Idlib."}\n' for _ in range(400))
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    command = [sys.executable, "-m", "stemma.cli", "read", str(tmp_path / "rows.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
    assert err == b""
