"""Gzip, read to the point where it breaks."""

from __future__ import annotations

import gzip
import io
import zlib


class PatientGzip:
    """A gzip stream that ends at a break instead of failing there, and keeps what was wrong in `error`.

    Readers fill buffers ahead: an exception on the way would cost them the good part before the break.
    """

    def __init__(self, stream: gzip.GzipFile) -> None:
        self._stream = stream
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """Up to `size` unpacked bytes; none at the end and from a break on."""
        if self.error is not None:
            return b""
        try:
            return self._stream.read1(size)
        except (EOFError, OSError, zlib.error) as error:
            self.error = error
            return b""

    def readline(self, size: int = -1) -> bytes:
        """The next line or what is left of it, at most `size` bytes; at a break the unfinished line is dropped."""
        if self.error is not None:
            return b""
        try:
            return self._stream.readline(size)
        except (EOFError, OSError, zlib.error) as error:
            self.error = error
            return b""

    def tell(self) -> int:
        """Unpacked bytes read so far."""
        return self._stream.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Not possible: what is packed is read once, forwards."""
        raise io.UnsupportedOperation(f"seek to {offset} ({whence})")

    def close(self) -> None:
        """The stream below belongs to whoever opened it."""
