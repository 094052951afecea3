"""Writing one WARC file, once and for good."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterable
from pathlib import Path

from warcio.warcwriter import WARCWriter

from stemma.ledger.evidence.durable import whole_file
from stemma.ledger.evidence.record import DIGEST, Record
from stemma.model.capture import Capture, Received

# What may stand in a header line as it is: a URL with anything else in it is named by its payload's digest instead.
_PLAIN_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")
_PLAIN_TYPE = re.compile(r"[!-~]+/[!-~]+(?:; ?[!-~]+)*")
_NAMESPACE = uuid.UUID("8f1d3c52-6f0e-5f0a-9d5e-2b1f6a4c7e90")


def write_segment(path: Path, received: Iterable[Received], *, at: str) -> tuple[Record, ...]:
    """Write one record per payload (the caller sees to it that none comes twice) and put the file in place."""
    records = []
    with whole_file(path) as out:
        writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
        write_info(writer, path.name, at)
        for item in received:
            record = Record(item.capture.sha256, out.tell(), len(item.payload))
            write_payload(writer, item, at)
            records.append(record)
    return tuple(records)


def write_info(writer: WARCWriter, name: str, at: str) -> None:
    """Write what the file is, as WARC wants it at the beginning."""
    fields = b"software: stemma\r\nformat: WARC File Format 1.1\r\n"
    headers = {"WARC-Record-ID": _record_id(name + at), "WARC-Date": _warc_date(at), "WARC-Filename": name}
    record = writer.create_warc_record(
        "", "warcinfo", payload=io.BytesIO(fields), length=len(fields), warc_headers_dict=headers
    )
    writer.write_record(record)


def target_uri(capture: Capture) -> str:
    """What a payload's record is about: the capture's address where a header line can hold it, else its digest."""
    return capture.url if capture.url and _PLAIN_URI.fullmatch(capture.url) else f"urn:sha256:{capture.sha256}"


def plain_type(capture: Capture) -> str:
    """A capture's media type where a header line can hold it."""
    return capture.media_type if _PLAIN_TYPE.fullmatch(capture.media_type) else "application/octet-stream"


def write_payload(writer: WARCWriter, item: Received, at: str, *, name: str | None = None) -> None:
    """Write one record. `name` is what its id is made of, where not the payload's digest."""
    capture, payload = item.capture, item.payload
    headers = {
        "WARC-Record-ID": _record_id(name or capture.sha256),
        "WARC-Date": _warc_date(at),
        "WARC-Block-Digest": DIGEST + capture.sha256,
        "WARC-Payload-Digest": DIGEST + capture.sha256,
    }
    record = writer.create_warc_record(
        target_uri(capture),
        "resource",
        payload=io.BytesIO(payload),
        length=len(payload),
        warc_content_type=plain_type(capture),
        warc_headers_dict=headers,
    )
    writer.write_record(record)


def _record_id(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMESPACE, name)}>"


def _warc_date(at: str) -> str:
    """ISO 8601 with an offset of +00:00 as WARC wants it."""
    return at.removesuffix("+00:00") + "Z"
