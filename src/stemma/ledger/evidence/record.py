"""Reading records out of a segment, damaged ones included.

Each record is a gzip member of its own, so a record is read by its offset alone and a broken one hides no other: after
damage the reading goes on at the next member.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from stemma.errors import LedgerError
from stemma.ids import sha256

DIGEST = "sha256:"
GZIP_START = b"\x1f\x8b\x08"
CHUNK = 1 << 20
FIRST = 1 << 12
"""Bytes read of a record at first, and four times as many each time that it goes on: what is read beyond its end is
read again for the next, so for pages of any length little is read in vain."""


@dataclass(frozen=True, slots=True)
class Record:
    """Where a payload stands: `offset` of its gzip member in the segment, in bytes; `size` of the payload itself."""

    sha256: str
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of a segment that does not hold what it should."""

    segment: str
    offset: int
    why: str


def scan(path: Path) -> Iterator[Record | Damage]:
    """Every sound payload of a segment, in order, and the damage between. A file that ends inside a record gives the
    whole ones before it and one Damage."""
    with path.open("rb") as handle:
        yield from scan_open(handle, path.name, path.stat().st_size)


def scan_open(handle: BinaryIO, name: str, size: int) -> Iterator[Record | Damage]:
    """The same of a segment that is open; `size` in bytes."""
    offset, broken = 0, False
    while offset < size:
        member, end = _member(handle, offset)
        found = _judge(name, offset, member)
        if found is not None and not (broken and member is None):
            yield found
        broken = member is None
        offset = _next_member(handle, offset + 1) if broken else end


def read_record(path: Path, record: Record) -> bytes:
    """A payload, checked against its digest; LedgerError names the place where it is not there or not the same."""
    with path.open("rb") as handle:
        member, _ = _member(handle, record.offset)
    payload = _payload(member) if member else None
    if payload is None or sha256(payload) != record.sha256:
        raise LedgerError(f"{path} at byte {record.offset}: not the payload with the digest {record.sha256}")
    return payload


def _member(handle: BinaryIO, offset: int) -> tuple[bytes | None, int]:
    """The gzip member at `offset` unpacked, and where it ends; None where it is broken or cut off."""
    handle.seek(offset)
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    parts = []
    size = FIRST
    while not unpack.eof:
        packed = handle.read(size)
        size = min(4 * size, CHUNK)
        if not packed:
            return None, offset
        try:
            parts.append(unpack.decompress(packed))
        except zlib.error:
            return None, offset
    return b"".join(parts), handle.tell() - len(unpack.unused_data)


def _next_member(handle: BinaryIO, start: int) -> int:
    """Where the next gzip member may begin at or after `start`; the file's end where none does."""
    handle.seek(start)
    carried = b""
    while packed := handle.read(CHUNK):
        window = carried + packed
        at = window.find(GZIP_START)
        if at >= 0:
            return start + at
        carried = window[-2:]
        start += len(window) - len(carried)
    return handle.tell()


def _judge(segment: str, offset: int, member: bytes | None) -> Record | Damage | None:
    """What a member is; None for one that holds no payload (the segment's own description)."""
    if member is None:
        return Damage(segment, offset, "a record is broken or cut off")
    headers = _headers(member)
    if headers.get("warc-type") == "warcinfo":
        return None
    payload, stated = _block(member, headers), headers.get("warc-payload-digest", "").removeprefix(DIGEST)
    if payload is None or sha256(payload) != stated:
        return Damage(segment, offset, f"the payload is not the one with the digest {stated or '(none stated)'}")
    return Record(stated, offset, len(payload))


def _headers(member: bytes) -> dict[str, str]:
    lines = member.partition(b"\r\n\r\n")[0].decode("utf-8", "replace").split("\r\n")[1:]
    named = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in named}


def _payload(member: bytes) -> bytes | None:
    return _block(member, _headers(member))


def _block(member: bytes, headers: dict[str, str]) -> bytes | None:
    """The record's block where it is as long as it says and closed as WARC wants it."""
    length = headers.get("content-length", "")
    block = member.partition(b"\r\n\r\n")[2]
    if not length.isdecimal() or block[int(length) :] != b"\r\n\r\n":
        return None
    return block[: int(length)]
