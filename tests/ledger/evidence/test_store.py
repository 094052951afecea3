"""The evidence store: any bytes come back as they went in, each once, and damage is found and contained."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from stemma.errors import LedgerError
from stemma.ids import sha256
from stemma.ledger.evidence import Evidence
from stemma.ledger.evidence.record import Damage, Record, scan
from tests.factories import received

AT = "2026-01-02T03:04:05.678900+00:00"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=400), max_size=6), st.text(max_size=60), st.text(max_size=30))
def test_any_bytes_under_any_name_come_back(
    tmp_path_factory: pytest.TempPathFactory, payloads: list[bytes], url: str, media_type: str
) -> None:
    folder = tmp_path_factory.mktemp("evidence")
    Evidence(folder).add([received(p, url=url, media_type=media_type) for p in payloads], at=AT)
    for index in folder.glob("*.index"):
        index.unlink()
    kept = Evidence(folder)
    assert len(kept) == len(set(payloads))
    assert [kept.read(sha256(p)) for p in payloads] == payloads


def test_bytes_that_look_like_a_response_or_a_record_are_kept_whole(tmp_path: Path) -> None:
    payloads = [b"HTTP/1.1 200 OK\r\n\r\nbody", b"WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", b"\x1f\x8b\x08"]
    Evidence(tmp_path).add([received(p, url="http://a.test/") for p in payloads], at=AT)
    assert [Evidence(tmp_path).read(sha256(p)) for p in payloads] == payloads


def test_a_payload_is_stored_once_and_every_run_has_its_own_file(tmp_path: Path) -> None:
    first = Evidence(tmp_path)
    assert first.add([received("a"), received("b"), received("a", url="http://other.test/")], at=AT) == 2
    assert Evidence(tmp_path).add([received("b"), received("c")], at=AT) == 1
    assert Evidence(tmp_path).add([received("c")], at=AT) == 0
    assert [path.name for path in Evidence(tmp_path).segments()] == ["000001.warc.gz", "000002.warc.gz"]


def test_the_files_are_what_other_tools_read(tmp_path: Path) -> None:
    Evidence(tmp_path).add([received("<p>x</p>", url="http://a.test/x", media_type="text/html")], at=AT)
    with Evidence(tmp_path).segments()[0].open("rb") as handle:
        records = [
            (r.rec_type, dict(r.rec_headers.headers), r.content_stream().read()) for r in ArchiveIterator(handle)
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "resource"]
    _, headers, payload = records[1]
    assert payload == b"<p>x</p>"
    assert headers["WARC-Target-URI"] == "http://a.test/x"
    assert headers["WARC-Payload-Digest"] == f"sha256:{sha256(payload)}"
    assert headers["WARC-Date"] == "2026-01-02T03:04:05.678900Z"
    assert headers["Content-Type"] == "text/html"


def test_a_url_cannot_write_headers(tmp_path: Path) -> None:
    Evidence(tmp_path).add([received("x", url="http://a.test/\r\nWARC-Type: response")], at=AT)
    raw = gzip.decompress(Evidence(tmp_path).segments()[0].read_bytes())
    assert b"WARC-Type: response" not in raw


def test_what_an_interrupted_run_left_is_ignored_and_cleared(tmp_path: Path) -> None:
    left = tmp_path / "000001.warc.gz.part"
    left.write_bytes(b"half a record")
    store = Evidence(tmp_path)
    assert len(store) == 0
    store.add([received("a")], at=AT)
    assert not left.exists()
    assert len(Evidence(tmp_path)) == 1


def test_a_file_cut_off_anywhere_gives_the_whole_records_before(tmp_path: Path) -> None:
    Evidence(tmp_path).add([received(f"page {n}" * 20) for n in range(3)], at=AT)
    segment = Evidence(tmp_path).segments()[0]
    whole = segment.read_bytes()
    starts = [found.offset for found in scan(segment) if isinstance(found, Record)]
    for length in range(1, len(whole)):
        segment.write_bytes(whole[:length])
        found = list(scan(segment))
        sound = [record.offset for record in found if isinstance(record, Record)]
        ends = [*starts[1:], len(whole)]
        assert sound == [start for start, end in zip(starts, ends, strict=True) if end <= length]
        assert any(isinstance(each, Damage) for each in found) == (length not in (*starts, len(whole)))


def test_a_flipped_byte_is_found_and_hides_no_other_record(tmp_path: Path) -> None:
    Evidence(tmp_path).add([received(f"page {n}" * 20) for n in range(3)], at=AT)
    segment = Evidence(tmp_path).segments()[0]
    whole = segment.read_bytes()
    first, second, third = (found for found in scan(segment) if isinstance(found, Record))
    for at in range(second.offset, third.offset):
        segment.write_bytes(whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1 :])
        sound = [found for found in scan(segment) if isinstance(found, Record)]
        assert first in sound
        assert third in sound
    with pytest.raises(LedgerError, match=r"000001\.warc\.gz at byte \d+"):
        Evidence(tmp_path).read(second.sha256)


def test_an_index_that_does_not_fit_its_file_is_not_believed(tmp_path: Path) -> None:
    Evidence(tmp_path).add([received("a")], at=AT)
    index = tmp_path / "000001.warc.gz.index"
    for content in (b"", b"{}", b"[1]", b'{"bytes":1,"records":[]}', b'{"bytes":null}'):
        index.write_bytes(content)
        assert Evidence(tmp_path).read(sha256(b"a")) == b"a"


def test_an_unknown_payload_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no payload"):
        Evidence(tmp_path).read(sha256(b"absent"))
