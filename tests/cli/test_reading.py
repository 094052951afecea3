"""`stemma read`: reports to claims, one JSON object a line; what cannot be read is named and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run

TEXT = "An airstrike on a market in Idlib on Saturday killed 12 people, rescue workers said."


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def schema(root: Path) -> Draft202012Validator:
    """The committed schema of a line."""
    return Draft202012Validator(json.loads((root / "docs/reference/report.schema.json").read_text(encoding="utf-8")))


def test_a_folder_gives_a_line_a_report(run: Run, reports: Path, schema: Draft202012Validator) -> None:
    ran = run("read", reports)
    assert (ran.code, ran.err) == (0, "")
    found = lines(ran.out)
    assert [line["id"] for line in found] == ["agency.txt", "daily.txt"]
    for line in found:
        assert [error.message for error in schema.iter_errors(line)] == []
        text = line["document"]["text"]
        assert line["claims"]
        for claim in line["claims"]:
            assert claim["quote"]["text"] == text[claim["quote"]["start"] : claim["quote"]["end"]]
            assert claim["document_id"] == line["document"]["id"]
        assert "".join(text[b["start"] : b["end"]] for b in line["document"]["blocks"]) == text


def test_the_contracts_spelling(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    ran = run("read", tmp_path / "page.txt", "--outlet", "The Daily Post", "--published", "2019-02-04")
    (line,) = lines(ran.out)
    assert set(line) == {"id", "document", "claims"}
    (toll,) = [claim for claim in line["claims"] if claim["kind"] == "toll"]
    assert toll["value"] == {
        "state": "killed", "low": 12, "high": 12, "qualifier": "exact", "group": "people", "victim_class": None,
        "word": None, "part_of": None,
    }  # fmt: skip
    assert (toll["stance"], toll["hedges"], toll["relays"]) == ("asserts", [], [])
    assert toll["voices"] == [{"name": None, "role": "rescue workers", "party": None, "anonymous": True}]
    assert toll["event"]["date"]["from"] == toll["event"]["date"]["to"] == "2019-02-02"
    assert toll["event"]["place"]["name"] == "Idlib"
    assert line["document"]["outlet"] == "The Daily Post"


def test_one_bad_input_is_named_and_the_rest_goes_on(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    ran = run("read", reports, reports / "missing.txt")
    assert ran.code == 1
    assert [line["id"] for line in lines(ran.out)] == ["agency.txt", "daily.txt"]
    complaints = ran.err.splitlines()
    assert len(complaints) == 3
    assert all(line.startswith("stemma: ") for line in complaints)
    for name in ("empty.txt", "picture.txt", "missing.txt"):
        assert sum(name in line for line in complaints) == 1


def test_rows_with_a_broken_one(run: Run, tmp_path: Path) -> None:
    rows = [json.dumps({"id": "r1", "text": TEXT}), "{broken", json.dumps({"id": "r3", "text": TEXT})]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    ran = run("read", tmp_path / "rows.jsonl")
    assert ran.code == 1
    assert [line["id"] for line in lines(ran.out)] == ["r1", "r3"]
    assert "rows.jsonl:2" in ran.err


def test_rows_from_standard_input(run: Run) -> None:
    row = {"id": "r1", "text": TEXT, "outlet": "The Daily Post", "published": "2019-02-04", "url": "http://a.test/1"}
    ran = run("read", "-", stdin=json.dumps(row).encode() + b"\n")
    assert ran.code == 0
    (line,) = lines(ran.out)
    assert (line["id"], line["document"]["outlet"], line["document"]["url"]) == (
        "r1", "The Daily Post", "http://a.test/1",
    )  # fmt: skip


def test_a_file_may_be_called_rows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.txt").write_text(json.dumps({"id": "r1", "text": TEXT}) + "\n", encoding="utf-8")
    assert lines(run("read", "--jsonl", tmp_path / "rows.txt").out)[0]["id"] == "r1"


def test_a_table_for_people(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    ran = run("read", "--table", tmp_path / "page.txt")
    assert ran.code == 0
    assert "12 people killed" in ran.out
    assert "rescue workers" in ran.out


def test_markup_and_terminal_codes_of_a_page_stay_text(run: Run, tmp_path: Path) -> None:
    hostile = "An airstrike killed 12 [bold red]people[/bold red] in Idlib, \x1b[31mrescue workers\x1b[0m said."
    (tmp_path / "page.txt").write_text(hostile, encoding="utf-8")
    ran = run("read", "--table", tmp_path / "page.txt")
    assert ran.code == 0
    assert "\x1b" not in ran.out


def test_reading_twice_prints_the_same_bytes(run: Run, reports: Path) -> None:
    assert run("read", reports).out == run("read", reports).out
