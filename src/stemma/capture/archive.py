"""WARC archives: their pages, as the server gave them.

The payload is the body of a response (transfer and content encodings undone) or a resource record. The record's date is
when somebody captured the page, not when it was published: it is not taken for that.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from stemma.capture.options import CaptureOptions
from stemma.capture.receipt import HTML, LARGEST, PLAIN, Said, take, too_large
from stemma.capture.sniff import GZIP
from stemma.capture.unpacking import PatientGzip
from stemma.errors import InputError
from stemma.model.capture import Received

PAGE_TYPES = {HTML: HTML, "application/xhtml+xml": HTML, PLAIN: PLAIN}
RECORDS = WarcRecordType.response | WarcRecordType.resource
FOUND = 200


def read_archive(path: Path, options: CaptureOptions) -> Iterator[Received | InputError]:
    """Every page of an archive in its order; other records (images, redirects, requests) are passed over."""
    where = str(path)
    with path.open("rb") as file:
        start = file.peek(2)[:2]
        if not start:
            yield InputError(where, "is empty")
            return
        # Python's own gzip, since fastwarc's stops without a word where an archive is cut off.
        if start == GZIP:
            with gzip.open(file) as packed:
                yield from _records(PatientGzip(packed), options, where)
        else:
            yield from _records(file, options, where)


def _records(stream: BinaryIO | PatientGzip, options: CaptureOptions, where: str) -> Iterator[Received | InputError]:
    kept = failed = 0
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            received = _page(record, options, where)
            if isinstance(received, Received):
                kept += 1
            elif received is not None:
                failed += 1
            if received is not None:
                yield received
    except (EOFError, OSError) as error:
        yield InputError(where, _broken(getattr(stream, "error", None) or error, kept))
        return
    if isinstance(stream, PatientGzip) and stream.error is not None:
        yield InputError(where, _broken(stream.error, kept))
    elif not kept and not failed:
        yield InputError(where, "is a WARC archive without a page (a text or HTML response)")


def _broken(error: Exception, kept: int) -> str:
    if "Invalid WARC header" in str(error) and not kept:
        return "is no WARC archive"
    cut = isinstance(error, EOFError) or "end of file" in str(error)
    what = "is cut off" if cut else f"is damaged ({error})"
    return f"{what}: the {kept} page{'' if kept == 1 else 's'} before the break are kept"


def _page(record: WarcRecord, options: CaptureOptions, where: str) -> Received | InputError | None:
    """The record's page; None where it holds none. EOFError where the archive ends inside it."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or options.url
    place = f"{where} ({url or 'a record without address'})"
    length = record.content_length
    if not record.record_type & RECORDS or length > LARGEST:
        _expect(record, record.reader.consume())
        return InputError(place, too_large(length) or "") if record.record_type & RECORDS else None
    block = record.reader.read()
    _expect(record, len(block))
    record.set_bytes_content(block)
    try:
        if record.is_http:
            record.parse_http(auto_decode="all")
        media_type = _media_type(record)
        body = record.reader.read(LARGEST + 1) if media_type else b""
    except OSError as error:
        return InputError(place, f"cannot be unpacked ({error})")
    if media_type is None:
        return None
    said = Said(media_type, url or Path(where).name, url=url, outlet=options.outlet, published=options.published)
    return take(body, said, place)


def _media_type(record: WarcRecord) -> str | None:
    """What kind of page the record is; None for images, redirects, errors and whatever else a server answers."""
    if record.is_http and record.http_headers.status_code != FOUND:
        return None
    declared = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return PAGE_TYPES.get((declared or "").split(";")[0].strip().lower())


def _expect(record: WarcRecord, size: int) -> None:
    """EOFError where the archive ends inside the record: its length is missing, or more than what is left."""
    if record.headers.get("Content-Length") is None or size < record.content_length:
        raise EOFError("the archive ends inside a record")
