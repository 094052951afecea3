"""WARC archives: whose pages come out, and what a break costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.capture import receive
from stemma.errors import InputError
from stemma.model.capture import Received
from tests.capture.warcs import PAGE, archive


def take(path: Path) -> tuple[list[Received], list[InputError]]:
    items = list(receive([path]))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, InputError)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_come_out_decoded_and_the_rest_is_passed_over(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(archive(packed=packed))
    received, errors = take(path)
    assert not errors
    assert [(r.capture.url, r.capture.media_type) for r in received] == [
        ("http://a.test/0", "text/html"),
        ("http://a.test/1", "text/html"),
        ("http://a.test/2", "text/html"),
        ("http://a.test/r", "text/plain"),
        ("http://a.test/3", "text/html"),
    ]
    assert [r.payload for r in received[:3]] == [PAGE % i for i in range(3)]
    assert all(r.capture.published is None for r in received)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.75, 0.9, 0.97])
def test_a_cut_archive_keeps_the_pages_before_the_break(tmp_path: Path, packed: bool, share: float) -> None:
    path = tmp_path / "a.warc"
    whole = archive(packed=packed)
    path.write_bytes(whole)
    complete, _ = take(path)
    path.write_bytes(whole[: int(len(whole) * share)])
    received, errors = take(path)
    assert received == complete[: len(received)]
    assert len(received) < len(complete)
    assert [e.where for e in errors] == [str(path)]
    assert f"the {len(received)} page" in errors[0].why


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = bytearray(archive(packed=True))
    whole[len(whole) // 2 : len(whole) // 2 + 60] = b"\xff" * 60
    path.write_bytes(whole)
    received, errors = take(path)
    assert received
    assert "damaged" in errors[-1].why


def test_an_archive_without_pages_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    whole = archive(packed=False)
    path.write_bytes(whole[: whole.index(b"WARC/1", 9)])
    assert [e.why for e in take(path)[1]] == ["is a WARC archive without a page (a text or HTML response)"]
