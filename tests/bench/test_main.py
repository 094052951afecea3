"""The command line of the benchmarks: exit codes, the JSON contract, floors held and moved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import BENCHES
from bench.__main__ import main
from bench.floors import Book

TEXT = "Nine people were killed in Tarvo on Monday, police said."


@pytest.fixture
def book(tmp_path: Path) -> Book:
    (tmp_path / "CHANGELOG.md").write_text("## Unreleased\n", encoding="utf-8")
    return Book(tmp_path / "floors.json", tmp_path / "CHANGELOG.md")


@pytest.fixture
def data(tmp_path: Path, shared: Path) -> Path:
    """One report of our own with its gold claim."""
    folder = tmp_path / "data" / "claims"
    folder.mkdir(parents=True)
    report = {"id": "r1", "incident": "X", "outlet": "paper", "published": "2021-03-02", "title": None, "text": TEXT}
    value = {"state": "killed", "low": 9, "high": 9, "qualifier": "exact", "group": "people"}
    gold = {"id": "r1", "incident": "X", "kind": "toll", "value": value, "stance": "asserts", "speaker": "police",
            "chain": ["paper", "police"], "quote": TEXT[:23], "start": 0, "end": 23, "field": "text"}  # fmt: skip
    (folder / "corpus.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return folder


def run_json(book: Book, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main([*arguments, "--json"], book)
    return code, json.loads(capsys.readouterr().out)


def test_json_is_the_contract(data: Path, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run_json(book, capsys, "claims", "--data", str(data))
    assert code == 0
    assert sorted(said) == ["bench", "figures", "floors"]
    assert said["bench"] == "claims"
    assert said["floors"] == {}
    assert all(isinstance(figure, float) for figure in said["figures"].values())


def test_floors_are_raised_held_and_broken(data: Path, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run_json(book, capsys, "claims", "--data", str(data), "--update")
    assert (code, said["floors"]["press.toll_f1"] <= said["figures"]["press.toll_f1"]) == (0, True)
    assert run_json(book, capsys, "claims", "--data", str(data))[0] == 0
    pinned = json.loads(book.floors.read_text())
    pinned["claims"]["floors"]["press.toll_f1"] = 1.5
    book.floors.write_text(json.dumps(pinned))
    assert main(["claims", "--data", str(data)], book) == 1
    assert "press.toll_f1" in capsys.readouterr().err
    assert main(["claims", "--data", str(data), "--update"], book) == 1
    assert json.loads(book.floors.read_text()) == pinned
    assert main(["claims", "--data", str(data), "--update", "--allow-regression"], book) == 1
    wanted = next(line for line in capsys.readouterr().err.splitlines() if "must say" in line)
    book.changelog.write_text(
        f"## Unreleased\n\n- {wanted.partition('Unreleased: ')[2].removesuffix(' (and why)')} a test.\n"
    )
    assert main(["claims", "--data", str(data), "--update", "--allow-regression"], book) == 0


def test_floors_hold_for_their_own_data_only(data: Path, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    main(["claims", "--data", str(data), "--update"], book)
    pinned = json.loads(book.floors.read_text())
    pinned["claims"]["floors"]["press.toll_f1"] = 1.5
    book.floors.write_text(json.dumps(pinned))
    corpus = data / "corpus.jsonl"
    corpus.write_text(corpus.read_text().replace("Monday", "Friday"))
    capsys.readouterr()
    assert main(["claims", "--data", str(data)], book) == 0
    assert "other data" in capsys.readouterr().out


def test_the_table_shows_figures_and_peers(data: Path, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--data", str(data)], book) == 0
    assert "second careful reader" in capsys.readouterr().out


def test_absent_data_is_skipped_unless_it_was_named(
    tmp_path: Path, book: Book, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STEMMA_SHARED", str(tmp_path / "nowhere"))
    monkeypatch.setattr("bench.copies.ORIGINALS", 20)
    monkeypatch.setattr("bench.copies.COPIES", 2)
    monkeypatch.setenv("STEMMA_REFERENCES", "100")
    monkeypatch.setenv("STEMMA_DOCUMENTS", "60")
    makers = ("linking", "copies", "volume")  # which make their own data
    needing = [name for name in BENCHES if name not in makers]
    assert main([], book) == 0
    said = capsys.readouterr()
    assert all(f"{name}\n" in said.out for name in makers)
    assert [line.split(":")[0] for line in said.err.splitlines()] == [f"bench {name}" for name in needing]
    for name in needing:
        assert main([name], book) == 2


def test_broken_data_names_the_line(data: Path, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "gold.jsonl").write_text("{broken\n")
    assert main(["claims", "--data", str(data)], book) == 2
    assert "gold.jsonl line 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "x"],
        ["claims", "--allow-regression"],
        ["speed", "--errors"],
        ["claims", "--data", "no/such/folder"],
        ["claims", "--errors", "no-such-class"],
    ],
)
def test_options_that_make_no_sense_are_refused(
    arguments: list[str], book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments, book) == 2
    assert capsys.readouterr().err.startswith("bench: ")


def test_errors_are_listed_with_a_summary(data: Path, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "gold.jsonl").write_text(
        (data / "gold.jsonl").read_text().replace('"low": 9, "high": 9', '"low": 800, "high": 800')
    )
    assert main(["claims", "--data", str(data), "--errors", "missed"], book) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:-1]] == ["missed"]
    assert "missed 1" in lines[-1]
