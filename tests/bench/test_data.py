from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from bench.data import BadDataError, data_files, data_hash, first, folder, present, rows, write_rows


def test_rows_reads_plain_and_gzipped_alike(tmp_path: Path) -> None:
    text = '{"id": "a"}\n\n{"id": "b", "text": "one\u2028two"}\n'
    (tmp_path / "plain.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    assert list(rows(tmp_path / "plain.jsonl")) == list(rows(tmp_path / "packed.jsonl.gz"))
    assert [row["id"] for row in rows(tmp_path / "plain.jsonl")] == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "said"), [(b'{"id": 1}\n{broken\n', "line 2"), (b"[1]\n", "line 1"), (b"\xff\xfe", "rows")]
)
def test_rows_names_what_is_broken(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(content)
    with pytest.raises(BadDataError, match=said):
        list(rows(path))


def test_rows_names_a_truncated_gzip(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a"}\n' * 50)[:-12])
    with pytest.raises(BadDataError, match=r"rows\.jsonl\.gz"):
        list(rows(path))


def test_write_rows_makes_the_folder_and_comes_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "out" / "predictions.jsonl"
    write_rows(path, [{"id": "ä", "n": None}])
    assert list(rows(path)) == [{"id": "ä", "n": None}]


def test_first_and_present_take_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl.gz").write_bytes(b"")
    assert first(tmp_path / "a.jsonl", tmp_path / "b.jsonl") == tmp_path / "b.jsonl.gz"
    assert first(tmp_path / "a.jsonl") is None
    assert present(None, tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz", tmp_path / "b.jsonl.gz") == (
        tmp_path / "b.jsonl.gz",
    )


def test_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMMA_SHARED", str(tmp_path))
    assert folder("claims") == tmp_path / "bench" / "claims"


def test_data_files_leaves_scorers_and_notes_out(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a/page.html.gz", "score.py", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert data_files(tmp_path) == (tmp_path / "a/page.html.gz", tmp_path / "b.jsonl")
    assert data_files(tmp_path / "absent") == ()


def test_data_hash_depends_on_content_not_on_the_folder(tmp_path: Path) -> None:
    paths = [tmp_path / name / "gold.jsonl" for name in ("one", "two", "other")]
    for path, content in zip(paths, (b"same", b"same", b"not the same"), strict=True):
        path.parent.mkdir()
        path.write_bytes(content)
    one, two, other = (data_hash([path]) for path in paths)
    assert one == two
    assert one != other
