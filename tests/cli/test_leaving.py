"""What verbs take out of a ledger is recorded in it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from stemma.ledger import selectors
from stemma.model.exported import Exported
from tests.cli.conftest import Run


def recorded() -> list[Exported]:
    return [held.value for held in selectors.done("export", Exported)]


def test_exports_by_folder_and_stream(run: Run, built: Path, tmp_path: Path) -> None:
    before = run("incidents", "--ledger", built, "--json").out
    listed = run("export", "--ledger", built, "--out", tmp_path / "out", "--actor", "A. B.")
    assert listed.code == 0
    streamed = run("export", "--ledger", built, "--format", "json", "--actor", "A. B.")
    folder, stream = recorded()
    assert (set(folder.files), folder.format, folder.actor) == ({"claims.csv", "incidents.csv"}, "csv", "A. B.")
    assert stream.files == {"incidents.jsonl": hashlib.sha256(streamed.out.encode()).hexdigest()}
    assert "0 accounts changed" in run("rebuild", "--ledger", built).err
    assert run("incidents", "--ledger", built, "--json").out == before
    assert run("verify", "--ledger", built).code == 0


def test_a_drawing_that_is_taken_out(run: Run, built: Path, tmp_path: Path) -> None:
    name = json.loads(run("incidents", "--ledger", built, "--json").out)["id"]
    assert run("tree", name, "--ledger", built).code == 0
    assert recorded() == []
    files = [tmp_path / f"tree.{kind}" for kind in ("svg", "graphml", "dot")]
    options = [word for file in files for word in (f"--{file.suffix[1:]}", file)]
    assert run("tree", name, "--ledger", built, *options, "--actor", "A. B.").code == 0
    assert [(made.format, made.incident) for made in recorded()] == [(file.suffix[1:], name) for file in files]
    assert [made.files for made in recorded()] == [
        {file.name: hashlib.sha256(file.read_bytes()).hexdigest()} for file in files
    ]
    assert "took out tree.svg (svg" in run("history", name, "--ledger", built).out


def test_who_may_not_gets_nothing(run: Run, built: Path, tmp_path: Path) -> None:
    named = ("people", "add", "Ada", "--role", "administrator", "--ledger", built, "--reason", "r", "--actor", "Ada")
    assert run(*named).code == 0
    refused = run("export", "--ledger", built, "--out", tmp_path / "out", "--actor", "Eve")
    assert (refused.code, refused.out, "needs the role analyst" in refused.err) == (1, "", True)
    assert not (tmp_path / "out").exists()
    assert recorded() == []
