"""Verbs that make and check a ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_build_tells_what_it_did_on_standard_error_alone(run: Run, reports: Path, ledger: Path) -> None:
    ran = run("build", reports, "--ledger", ledger)
    assert (ran.code, ran.out) == (0, "")
    assert "2 received, 2 new, 2 read" in ran.err
    assert "0 failed" in ran.err
    assert f"stemma incidents --ledger {ledger}" in ran.err


def test_building_again_changes_nothing(run: Run, reports: Path, built: Path) -> None:
    before = run("incidents", "--ledger", built, "--json").out
    ran = run("build", reports, "--ledger", built)
    assert ran.code == 0
    assert "2 received, 0 new, 0 read, 0 accounts changed" in ran.err
    assert run("incidents", "--ledger", built, "--json").out == before


def test_a_bad_input_is_named_and_the_rest_is_built(run: Run, reports: Path, ledger: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    ran = run("build", reports, "--ledger", ledger)
    assert ran.code == 1
    assert "empty.txt" in ran.err
    assert "2 read" in ran.err
    assert "1 failed" in ran.err
    assert run("incidents", "--ledger", ledger, "--json").out


def test_rebuild_makes_the_same_again(run: Run, built: Path) -> None:
    before = run("incidents", "--ledger", built, "--json").out
    ran = run("rebuild", "--ledger", built)
    assert (ran.code, ran.out) == (0, "")
    assert "0 accounts changed" in ran.err
    assert run("incidents", "--ledger", built, "--json").out == before


def test_verify_finds_a_sound_ledger_sound(run: Run, built: Path) -> None:
    ran = run("verify", "--ledger", built)
    assert (ran.code, ran.err) == (0, "")
    assert "2 payloads checked: sound." in ran.out


def test_verify_names_damaged_evidence(run: Run, built: Path) -> None:
    (segment,) = (built / "evidence").glob("*.warc.gz")
    damaged = bytearray(segment.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    segment.write_bytes(bytes(damaged))
    ran = run("verify", "--ledger", built)
    assert ran.code == 1
    assert "DAMAGED" in ran.out
    assert ran.err.startswith("stemma: ")


def test_export_to_standard_output_is_the_file_alone(run: Run, built: Path) -> None:
    ran = run("export", "--ledger", built, "--format", "csv", "--file", "incidents.csv")
    assert (ran.code, ran.err) == (0, "")
    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert (row["killed_low"], row["killed_high"]) == ("12", "15")


def test_export_as_json_is_an_object_a_line(run: Run, built: Path) -> None:
    ran = run("export", "--ledger", built, "--format", "json")
    assert ran.code == 0
    assert all(isinstance(json.loads(line), dict) for line in ran.out.splitlines())


def test_export_into_a_folder_says_which_files(run: Run, built: Path, tmp_path: Path) -> None:
    ran = run("export", "--ledger", built, "--format", "csv", "--out", tmp_path / "export")
    assert ran.code == 0
    assert sorted(Path(line) for line in ran.out.splitlines()) == sorted((tmp_path / "export").iterdir())


@pytest.mark.parametrize("options", [("--format", "xml"), ("--format", "csv", "--file", "nothing.csv")])
def test_export_says_what_there_is_instead(run: Run, built: Path, options: tuple[str, ...]) -> None:
    ran = run("export", "--ledger", built, *options)
    assert (ran.code, ran.out) == (1, "")
    assert "csv" in ran.err


def test_doctor_looks_at_everything_and_finds_it(run: Run) -> None:
    ran = run("doctor")
    assert ran.code == 0
    found = {line[9:].split()[0] for line in ran.out.splitlines()}
    assert {"Python", "trafilatura", "SQLite", "Data", "Chromium", "Django"} <= found
    assert all(line.startswith(("ok ", "MISSING")) for line in ran.out.splitlines())
