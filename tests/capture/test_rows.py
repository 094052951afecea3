"""JSONL rows: exact bytes, any text, broken lines, broken archives."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.capture import CaptureOptions, receive
from stemma.errors import InputError
from stemma.model.capture import Received

FIELDS = ("url", "outlet", "published", "lang")
OPTIONAL = st.none() | st.text(max_size=20)
ROWS = st.fixed_dictionaries(
    {"text": st.text(min_size=1).filter(str.strip)},
    optional={
        "id": st.text(min_size=1, max_size=9),
        "title": OPTIONAL,
        "note": st.integers(),
        **dict.fromkeys(FIELDS, OPTIONAL),
    },
)


def take(path: Path, options: CaptureOptions | None = None) -> tuple[list[Received], list[InputError]]:
    items = list(receive([path], options))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, InputError)]


@given(st.lists(ROWS, min_size=1, max_size=5), st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n"]), st.booleans())
def test_any_row_comes_through_as_its_exact_bytes(
    rows: list[dict[str, object]], escaped: bool, line_end: str, packed: bool
) -> None:
    lines = [json.dumps(row, ensure_ascii=escaped) for row in rows]
    content = line_end.join(lines).encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("rows.jsonl.gz" if packed else "rows.jsonl")
        path.write_bytes(gzip.compress(content) if packed else content)
        received, errors = take(path)
    assert not errors
    assert [r.payload.decode() for r in received] == lines
    for row, one in zip(rows, received, strict=True):
        assert one.capture.media_type == "application/vnd.stemma.row+json"
        assert [getattr(one.capture, f) for f in FIELDS] == [row.get(f) or None for f in FIELDS]
        assert "id" not in row or one.capture.label == row["id"]


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_bytes(content)
        assert all(isinstance(item, Received | InputError) for item in receive([path]))
        assert list(receive([path]))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"text": "cut off', "not JSON"),
        ("plain words", "not JSON"),
        ('["a", "list"]', "no object"),
        ('{"title": "no text"}', "has no text"),
        ('{"text": "  "}', "has no text"),
        ('{"text": 5}', "has no text"),
        ('{"text": "a", "outlet": 5}', "its outlet"),
        ('{"text": "\\ud800"}', "not JSON"),
    ],
)
def test_a_broken_line_costs_that_line_only(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"text": "first"}}\n\n{line}\n{{"text": "last"}}', encoding="utf-8")
    received, errors = take(path)
    assert len(received) == 2
    assert [e.where for e in errors] == [f"{path}:3"]
    assert why in errors[0].why


def test_a_row_beyond_the_limit_is_skipped_whole(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "' + b"word " * 9_000_000 + b'"}\n{"text": "last"}\n')
    received, errors = take(path)
    assert [r.capture.label for r in received] == ["rows.jsonl:2"]
    assert [(e.where, "larger than 20 MB" in e.why) for e in errors] == [(f"{path}:1", True)]


def test_rows_without_id_are_named_by_their_line(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\n{"text": "b", "id": "x"}')
    received, _ = take(path)
    assert [r.capture.label for r in received] == ["rows.jsonl:1", "x"]
    assert received[0].payload == b'{"text": "a"}'


def test_options_fill_what_rows_leave_open(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a"}\n{"text": "b", "outlet": "Own", "published": "2018-06-18"}', encoding="utf-8")
    received, _ = take(path, CaptureOptions(outlet="Given", published="2016-01-01", url="http://a.test"))
    assert [(r.capture.outlet, r.capture.published, r.capture.url) for r in received] == [
        ("Given", "2016-01-01", None), ("Own", "2018-06-18", None),
    ]  # fmt: skip


def test_a_cut_gzip_keeps_the_rows_before_the_break(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    lines = [json.dumps({"id": str(i), "text": f"{i * 7919} killed, {i * 104729} injured"}) for i in range(3000)]
    packed = gzip.compress("\n".join(lines).encode(), mtime=0)
    path.write_bytes(packed[: len(packed) // 2])
    received, errors = take(path)
    assert 100 < len(received) < 3000
    assert [r.payload.decode() for r in received] == lines[: len(received)]
    assert [e.where for e in errors] == [str(path)]
    assert f"cut off: the {len(received)} rows" in errors[0].why


def test_a_damaged_gzip_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    packed = bytearray(gzip.compress(b'{"text": "a"}\n' * 50, mtime=0))
    packed[-8:-4] = b"\0\0\0\0"
    path.write_bytes(packed)
    received, errors = take(path)
    assert len(received) + len(errors) >= 1
    assert "damaged" in errors[-1].why
