"""`stemma backup` and `stemma restore`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_ledger_goes_out_and_comes_back(run: Run, built: Path, tmp_path: Path) -> None:
    copied = run("backup", tmp_path / "copy", "--ledger", built)
    assert (copied.code, copied.out) == (0, "")
    assert "2 payloads" in copied.err
    assert f"stemma restore {tmp_path / 'copy'}" in copied.err
    listed = run("incidents", "--ledger", built).out
    assert run("restore", tmp_path / "copy", "--ledger", tmp_path / "again").code == 0
    assert run("incidents", "--ledger", tmp_path / "again").out == listed
    assert run("verify", "--ledger", tmp_path / "again").code == 0


def test_a_damaged_copy_is_an_error_in_one_line(run: Run, built: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy", "--ledger", built)
    (tmp_path / "copy" / "evidence" / "000001.warc.gz").unlink()
    ran = run("restore", tmp_path / "copy", "--ledger", tmp_path / "again")
    assert ran.code == 1
    assert "evidence/000001.warc.gz: is missing" in ran.err.splitlines()[-1]
    assert not (tmp_path / "again").exists()


def test_what_is_no_copy_is_said(run: Run, tmp_path: Path) -> None:
    ran = run("restore", tmp_path / "nothing", "--ledger", tmp_path / "again")
    assert ran.code == 1
    assert "no backup of a ledger" in ran.err
