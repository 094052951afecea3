"""The payloads as a WARC file, and where replay tools find each: index and list of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from warcio.warcwriter import WARCWriter

from stemma.export.bundle.addresses import is_page, surt, timestamp
from stemma.export.bundle.gathering import Contents
from stemma.ids import spelled
from stemma.ledger.bundles.layout import ARCHIVE
from stemma.ledger.evidence import Evidence
from stemma.ledger.evidence.record import DIGEST
from stemma.ledger.evidence.segment import plain_type, target_uri, write_info, write_payload
from stemma.model.bundle import BundledDocument
from stemma.model.capture import Capture, Received

FILE = ARCHIVE.rpartition("/")[2]
PAGES_HEADER = {"format": "json-pages-1.0", "id": "pages", "title": "Reports of this incident"}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a capture's record stands in the archive, in bytes, and when the capture was recorded."""

    capture: Capture
    at: str
    offset: int
    length: int


def write_archive(out: BinaryIO, contents: Contents, evidence: Evidence) -> tuple[Placed, ...]:
    """One record per capture, by capture id, in the order of the documents' captures; LedgerError where a payload is
    not whole."""
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    write_info(writer, FILE, contents.head.recorded_at or "")
    placed = []
    for capture in captures(contents.documents):
        at, offset = contents.received_at[capture.id], out.tell()
        write_payload(writer, Received(capture, evidence.read(capture.sha256)), at, name=capture.id)
        placed.append(Placed(capture, at, offset, out.tell() - offset))
    return tuple(placed)


def captures(documents: Iterable[BundledDocument]) -> list[Capture]:
    """Each capture once, by id."""
    held = {row.capture.id: row.capture for row in documents}
    return [held[key] for key in sorted(held)]


def index_lines(placed: Iterable[Placed]) -> Iterator[str]:
    """CDXJ, sorted as replay tools look it up: by address with its host turned round, then time."""
    return iter(sorted(f"{surt(target_uri(p.capture))} {timestamp(p.at)} {spelled(_fields(p))}" for p in placed))


def _fields(placed: Placed) -> dict[str, str]:
    return {
        "url": target_uri(placed.capture),
        "mime": plain_type(placed.capture).partition(";")[0],
        "status": "200",
        "digest": DIGEST + placed.capture.sha256,
        "length": str(placed.length),
        "offset": str(placed.offset),
        "filename": FILE,
    }


def page_lines(placed: Iterable[Placed], documents: Iterable[BundledDocument]) -> Iterator[str]:
    """The captures that have a web address, as the pages that a replay tool offers."""
    titles = {row.capture.id: row.document.title for row in documents}
    yield spelled(PAGES_HEADER)
    for one in placed:
        if is_page(target_uri(one.capture)):
            title = titles[one.capture.id] or one.capture.outlet or one.capture.label
            yield spelled({"id": one.capture.id, "url": one.capture.url, "title": title, "ts": _zulu(one.at)})


def _zulu(at: str) -> str:
    return at[:19] + "Z"
