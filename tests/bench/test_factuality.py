"""The factuality benchmark on sentences of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.data import NoDataError
from bench.factuality import figures, files, predicted

SENTENCES = (
    ("The army shelled the road .", "shelled", 3.0),
    ("The army did n't shell the road .", "shell", -3.0),
    ("The army hopes to shell the road .", "shell", 0.0),
)


def rows() -> list[dict[str, object]]:
    return [
        {"docid": str(i), "text": text, "events": [{"span": [at, at + len(word)], "factuality": value}]}
        for i, (text, word, value) in enumerate(SENTENCES)
        for at in [text.index(word)]
    ]


def scored() -> list[dict[str, object]]:
    return [{"docid": row["docid"], "events": row["events"]} for row in rows()]


def test_each_class_is_told_from_the_others(tmp_path: Path, shared: Path) -> None:
    (tmp_path / "uw.dev.jsonl").write_text("\n".join(json.dumps(r) for r in rows()), encoding="utf-8")
    found = figures(tmp_path, tmp_path / "out" / "predictions.jsonl")
    assert found["macro_f1"] == 100.0
    assert found["mae"] == 0.0
    written = (tmp_path / "out" / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in written] == scored()


def test_every_event_gets_a_judgement_at_its_own_span() -> None:
    assert list(predicted(rows())) == scored()


def test_the_training_part_serves_where_there_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "uw.train.jsonl").write_text("", encoding="utf-8")
    assert [p.name for p in files(tmp_path)] == ["uw.train.jsonl"]


def test_without_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoDataError):
        figures(tmp_path)
