from __future__ import annotations

from pathlib import Path

import pytest

from bench.data import NoDataError
from bench.scorers import scorer, scorer_path


@pytest.fixture
def nothing_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STEMMA_SHARED", str(tmp_path / "shared"))
    return tmp_path


def test_a_scorer_is_imported_from_its_file_and_leaves_nothing_beside_it(nothing_shared: Path) -> None:
    home = nothing_shared / "shared" / "bench" / "tiny"
    home.mkdir(parents=True)
    (home / "score_tiny.py").write_text("def score(a):\n    return a + 1\n", encoding="utf-8")
    assert scorer("tiny", "score_tiny").score(1) == 2
    assert [path.name for path in home.iterdir()] == ["score_tiny.py"]


def test_the_shared_scorer_wins_over_one_beside_the_data(nothing_shared: Path) -> None:
    home, data = nothing_shared / "shared" / "bench" / "tiny", nothing_shared / "data"
    for place in (home, data):
        place.mkdir(parents=True)
        (place / "score_tiny.py").write_text("", encoding="utf-8")
    assert scorer_path("tiny", "score_tiny", data) == home / "score_tiny.py"
    (home / "score_tiny.py").unlink()
    assert scorer_path("tiny", "score_tiny", data) == data / "score_tiny.py"


def test_an_absent_scorer_is_told(nothing_shared: Path) -> None:
    with pytest.raises(NoDataError, match=r"score_tiny\.py"):
        scorer("tiny", "score_tiny")
