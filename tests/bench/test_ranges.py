"""The ranges benchmark on narratives of our own: predictions, the recorders' conventions, the scorer's figures."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bench.data import NoDataError, rows
from bench.ranges import account, figures, files
from bench.recorders import recorded
from stemma.data.rules import load_rules


def row(code: str, narrative: str, low: int, high: int, **more: int) -> dict[str, Any]:
    return {"code": code, "narrative": narrative, "civ_killed_min": low, "civ_killed_max": high} | more


FIRST = "At least 12 villagers were killed and dozens wounded in an air strike."
GOLD = [
    row("A", f"{FIRST} A ministry said 15 were killed.", 12, 15, civ_injured_min=12, civ_injured_max=24),
    row("B", "A farmer was killed by an air strike on Monday.", 1, 1),
    row("C", "Several villagers were killed when a shell hit a house.", 3, 3),
]


@pytest.fixture
def data(tmp_path: Path, shared: Path) -> Path:
    lines = "".join(json.dumps(one) + "\n" for one in GOLD)
    (tmp_path / "incidents.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return tmp_path


def test_narratives_are_predicted_and_scored(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    found = figures(data, out)
    assert found == {"both": 0.6667, "both_on_true_ranges": 1.0, "injured_both": 1.0}
    first = {"code": "A", "killed_min": 12, "killed_max": 15, "injured_min": 12, "injured_max": 24}
    assert next(rows(out)) == first


@pytest.mark.parametrize(
    ("narrative", "killed"),
    [
        ("Nine villagers were killed in an air strike. First reports said five were killed.", (9, 9)),
        ("Nine villagers were killed in an air strike. The ministry said 11 were killed.", (9, 11)),
        ("Between eight and nine villagers were killed in an air strike.", (8, 9)),
        ("More than ten villagers were killed in an air strike.", (11, 11)),
        ("Up to four villagers were killed in an air strike.", (1, 4)),
        ("Dozens of villagers were killed in an air strike.", (12, 24)),
        ("Several villagers were killed in an air strike.", (2, 2)),
        ("A farmer and two nurses were killed in an air strike.", (3, 3)),
        ("Nobody saw the air strike.", (None, None)),
    ],
)
def test_recorders_write_a_range_their_own_way(narrative: str, killed: tuple[int | None, int | None]) -> None:
    assert recorded(account("one", narrative, load_rules()), "killed") == killed


def test_no_narratives_no_figures(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError, match=r"incidents\.jsonl"):
        figures(tmp_path)
