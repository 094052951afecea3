"""A bundle's zip, read as what it is: a file from somebody else.

Nothing is unpacked to disk, no name in it is taken for a path, and nothing is read beyond what it says it holds.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from stemma.errors import DataError, InputError

LARGEST = 1 << 29
"""Bytes of one of Stemma's files in a bundle. The largest incidents of the case have 2 MB; beyond this it is a bomb."""
CHUNK = 1 << 20
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What a zip's entry that is damaged, locked or packed in a way unknown raises when it is read."""
_LOCAL = struct.Struct("<26xHH")
"""Of an entry's own header: how long its name and its extra field are."""


class Package:
    """The open zip: entries by name."""

    def __init__(self, packed: zipfile.ZipFile, raw: BinaryIO) -> None:
        self._packed, self._raw = packed, raw
        self._entries = {info.filename: info for info in packed.infolist()}
        self.doubled = len(self._entries) != len(packed.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """Every entry's name, sorted."""
        return tuple(sorted(self._entries))

    def read(self, name: str) -> bytes:
        """One of Stemma's files; DataError where it is not there, cannot be unpacked, or is too large."""
        info = self._info(name)
        if info.file_size > LARGEST:
            raise DataError(f"is larger than {LARGEST} bytes")
        try:
            with self._packed.open(info) as entry:
                return entry.read(LARGEST + 1)
        except FAULTS as error:
            raise DataError(f"cannot be unpacked: {error}") from error

    def measure(self, name: str, expected: int) -> tuple[int, str]:
        """Size and sha256 of an entry; of one larger than `expected` the size is only larger. DataError as above."""
        total, size = sha256(), 0
        try:
            with self._packed.open(self._info(name)) as entry:
                while size <= expected and (chunk := entry.read(CHUNK)):
                    total.update(chunk)
                    size += len(chunk)
        except FAULTS as error:
            raise DataError(f"cannot be unpacked: {error}") from error
        return size, total.hexdigest()

    def stored(self, name: str) -> tuple[BinaryIO, int]:
        """An entry that is stored as it is, and its size, past the zip's own checksum: whoever reads it finds where it
        is damaged. DataError where it is packed."""
        info = self._info(name)
        if info.compress_type != zipfile.ZIP_STORED:
            raise DataError("is not stored as it is, so replay tools find no record in it")
        self._raw.seek(info.header_offset)
        header = self._raw.read(_LOCAL.size)
        if len(header) < _LOCAL.size:
            raise DataError("is not there")
        start = info.header_offset + _LOCAL.size + sum(_LOCAL.unpack(header))
        return cast("BinaryIO", _Window(self._raw, start, info.file_size)), info.file_size

    def _info(self, name: str) -> zipfile.ZipInfo:
        if name not in self._entries:
            raise DataError("is missing")
        return self._entries[name]


class _Window(io.RawIOBase):
    """A stretch of a file as a file of its own."""

    def __init__(self, raw: BinaryIO, start: int, size: int) -> None:
        self._raw, self._start, self._size, self._at = raw, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence] + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override] # any writable buffer
        self._raw.seek(self._start + self._at)
        read = self._raw.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(read)] = read
        self._at += len(read)
        return len(read)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """A bundle; InputError where the file is none."""
    try:
        with path.open("rb") as raw, zipfile.ZipFile(path) as packed:
            yield Package(packed, raw)
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from error
    except (zipfile.BadZipFile, ValueError) as error:
        raise InputError(str(path), f"is no bundle: {error}") from error
