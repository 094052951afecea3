"""The incidents benchmark on reports of our own: predictions in the scorer's shape, weights fitted across incidents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.data import NoDataError, rows
from bench.incidents import figures, files

TOWNS = ("Homs", "Idlib", "Mosul", "Kunduz", "Aleppo", "Raqqa", "Sanaa", "Kabul")


@pytest.fixture
def data(tmp_path: Path, shared: Path) -> Path:
    """Two reports of each of eight attacks, on days of their own."""
    reports = []
    for number, town in enumerate(TOWNS):
        first = f"{number + 3} people were killed on March {number + 2}, 2021 by a bomb in {town}, police said."
        second = f"Police in {town} counted {number + 3} dead after the bomb of March {number + 2}, 2021."
        for side, text in enumerate((first, second)):
            row = {"docid": f"{town}-{side}", "cluster": str(number), "date": "2021-03-20", "text": text}
            reports.append(row | {"title": f"Bomb in {town}", "url": f"https://{town}{side}.example/"})
    truth = [
        {"incident": str(number), "date": f"2021-03-{number + 2:02}", "killed": number + 3, "injured": 0}
        for number in range(len(TOWNS))
    ]
    for name, objects in (("docs.jsonl", reports), ("truth.jsonl", truth)):
        (tmp_path / name).write_text("".join(json.dumps(o) + "\n" for o in objects), encoding="utf-8")
    return tmp_path


def test_reports_are_linked_and_scored_with_weights_of_both_kinds(data: Path, tmp_path: Path) -> None:
    found = figures(data, tmp_path / "out.jsonl")
    assert {"b3_f1", "pairwise_f1", "shipped.b3_f1", "shipped.pairwise_f1"} <= found.keys()
    assert (found["shipped.b3_f1"], found["killed"], found["injured"]) == (1.0, 1.0, 1.0)
    predicted = {row["docid"]: row for row in rows(tmp_path / "out.jsonl")}
    assert len(predicted) == 2 * len(TOWNS)
    assert predicted["Homs-0"]["cluster"] == predicted["Homs-1"]["cluster"] != predicted["Idlib-0"]["cluster"]
    assert (predicted["Homs-0"]["city"], predicted["Homs-0"]["date"], predicted["Homs-0"]["killed"]) == (
        "Homs", "2021-03-02", 3,
    )  # fmt: skip


def test_without_reports_there_is_nothing_to_measure(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError):
        figures(tmp_path)
