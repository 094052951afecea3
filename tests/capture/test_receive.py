"""Folders, names and order: what is read, what is refused, and that the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from stemma.capture import CaptureOptions, receive
from stemma.errors import InputError
from stemma.ids import sha256
from stemma.model.capture import Received

TEXT = "Five soldiers were killed on Saturday.\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256))


def take(*paths: Path | str, options: CaptureOptions | None = None) -> tuple[list[Received], list[InputError]]:
    items = list(receive(paths, options))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, InputError)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_is_kept_byte_for_byte(tmp_path: Path) -> None:
    payload = "Zwölf Tote\r\n\r\nِبيان".encode()
    received, errors = take(write(tmp_path / "a.txt", payload))
    assert not errors
    assert received[0].payload == payload
    assert received[0].capture.sha256 == sha256(payload)
    assert (received[0].capture.media_type, received[0].capture.label) == ("text/plain", "a.txt")


def test_options_say_what_a_page_does_not(tmp_path: Path) -> None:
    page = write(tmp_path / "a.html", "<p>Five killed</p>")
    options = CaptureOptions(url="http://a.test/x", outlet="A Test", published="2016-09-17")
    told, plain = take(page, options=options)[0][0].capture, take(page)[0][0].capture
    assert (told.url, told.outlet, told.published, told.media_type) == (
        "http://a.test/x",
        "A Test",
        "2016-09-17",
        "text/html",
    )
    assert plain.url is plain.outlet is plain.published is None
    assert told.sha256 == plain.sha256
    assert told.id != plain.id


def test_a_capture_is_the_same_wherever_it_lies(tmp_path: Path) -> None:
    one, two = write(tmp_path / "a.txt", TEXT), write(tmp_path / "x" / "b.txt", TEXT)
    assert take(one)[0][0].capture.id == take(two)[0][0].capture.id


def test_folders_are_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/b/c.htm", ".hidden.txt", ".git/d.txt", "a.txt", "c.xhtml"):
        write(tmp_path / name, TEXT + name)
    received, errors = take(tmp_path)
    assert [r.capture.label for r in received] == ["c.htm", "z.html", "a.txt", "b.txt", "c.xhtml"]
    assert not errors


def test_order_of_naming_does_not_count(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.txt", name * 9) for name in "abc"]
    assert take(*paths) == take(*reversed(paths)) == take(*paths, paths[0])


BAD = {
    "report.zip": (b"PK\x03\x04" + bytes(40), "ZIP"),
    "report.pdf": (b"%PDF-1.7\n" + bytes(40), "PDF"),
    "pdf.txt": (b"%PDF-1.7\n" + bytes(40), "PDF"),
    "photo.png": (PNG, "image"),
    "photo.jpg": (JPEG, "image"),
    "photo.txt": (JPEG, "image"),
    "empty.txt": (b"", "empty"),
    "empty.jsonl": (b"", "empty"),
    "empty.warc": (b"", "empty"),
    "empty.md": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 4, "binary"),
    "wide.jsonl": ('{"text": "a"}\n'.encode("utf-16"), "UTF-16"),
    "zip.jsonl": (b"PK\x03\x04" + bytes(40), "ZIP"),
    "packed.txt": (gzip.compress(b"text"), "gzip"),
    "table.csv": (b"a,b\n1,2\n", "not of a kind"),
    "huge.txt": (b"word " * 6_000_000, "larger than 20 MB"),
    "huge.html": (b"<p>" * 10_000_000, "larger than 20 MB"),
    "noise.warc": (b"no archive at all\n" * 9, "no WARC"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_says_what_and_where_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    write(tmp_path / name, content)
    write(tmp_path / "zz.txt", TEXT)
    received, errors = take(tmp_path)
    assert [r.payload for r in received] == [TEXT.encode()]
    assert len(errors) == 1
    assert errors[0].where == str(tmp_path / name)
    assert reason in errors[0].why


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_text_and_kept_as_they_are(tmp_path: Path, encoding: str) -> None:
    payload = "Fünf Soldaten starben am Samstag bei einem Angriff.".encode(encoding)
    received, errors = take(write(tmp_path / "a.txt", payload))
    assert not errors
    assert received[0].payload == payload


def test_a_missing_file_and_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    received, errors = take(tmp_path / "empty", tmp_path / "gone.txt")
    assert not received
    assert [e.where for e in errors] == [str(tmp_path / "empty"), str(tmp_path / "gone.txt")]
    assert "not one file" in errors[0].why
    assert "does not exist" in errors[1].why


def test_a_dead_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere.txt")
    assert "does not exist" in take(tmp_path)[1][0].why


def test_a_folder_of_bad_files_is_told_too(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", b"%PDF-1.4\n" + bytes(9))
    assert [e.where for e in take(tmp_path)[1]] == [str(tmp_path / "a.pdf"), str(tmp_path)]


def test_standard_input_is_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b'{"id": 7, "text": "Five killed"}\nbroken\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows)))
    received, errors = take("-")
    assert [r.capture.label for r in received] == ["7"]
    assert [e.where for e in errors] == ["standard input:2"]


def test_jsonl_can_be_forced(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.data", json.dumps({"text": TEXT}))
    assert take(path)[1]
    assert len(take(path, options=CaptureOptions(jsonl=True))[0]) == 1
