"""The case benchmark on reports of our own: the shape of its predictions, copies scored, strays counted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bench.case import figures, files, strays
from bench.data import NoDataError, rows

ATTACK = (
    "Nine people were killed on Monday when a bomb exploded at a market in Homs, police said. The blast also injured "
    "fourteen shoppers, and rescue teams searched the ruins of three stalls until late in the evening."
)
MATCH = "The home side won by two goals on Sunday. The coach praised his young players and spoke of a fine season."


def row(name: str, text: str, incident: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "incident": incident,
        "url": f"https://{name}.example/1", "outlet": f"{name}.example",
        "lang": "en", "published": "2021-03-02", "title": None, "text": text, "text_kind": "own",
    } | more  # fmt: skip


def lay(folder: Path, name: str, objects: list[dict[str, Any]]) -> None:
    (folder / name).write_text("".join(json.dumps(o) + "\n" for o in objects), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path, shared: Path) -> Path:
    lay(tmp_path, "corpus.jsonl", [row("one", ATTACK, "X"), row("two", ATTACK, "X")])
    return tmp_path


def test_reports_and_copies_are_predicted_and_scored(data: Path, tmp_path: Path) -> None:
    lay(data, "copies.jsonl", [{"ids": ["one", "two"], "basis": "computed"}])
    lay(data, "negatives.jsonl", [row("match", MATCH, "none")])
    out = tmp_path / "out.jsonl"
    found = figures(data, out)
    assert (found["b3_f1"], found["copy_f1"], found["copy_pairs"], found["strays"]) == (1.0, 1.0, 1.0, 0.0)
    written = list(rows(out))
    homes = {said["id"]: said["incident"] for said in written if "incident" in said}
    assert sorted(homes) == ["match", "one", "two"]
    assert homes["one"] == homes["two"] != homes["match"]
    copy = next(said for said in written if "a" in said)
    assert ({copy["a"], copy["b"]}, sorted(copy)) == ({"one", "two"}, ["a", "b", "kind", "original"])
    assert copy["original"] in ("a", "b", None)


def test_a_packed_corpus_alone_will_do(data: Path) -> None:
    plain = data / "corpus.jsonl"
    (data / "corpus.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert [path.name for path in files(data)] == ["corpus.jsonl.gz"]
    assert sorted(figures(data)) == ["b3_f1", "strays"]


def test_no_reports_no_figures(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError, match=r"corpus\.jsonl"):
        figures(tmp_path)


def test_a_stray_shares_an_incident_with_a_report() -> None:
    found = [{"id": "one", "incident": "i"}, {"id": "far", "incident": "i"}, {"id": "off", "incident": "none: off"}]
    assert strays(found, {"one"}) == 1
