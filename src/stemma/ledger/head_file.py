"""A published head, read from where it was published."""

from __future__ import annotations

import json
import re
from pathlib import Path

from stemma.errors import DataError, InputError
from stemma.model.head import Head
from stemma.model.wire import from_wire

SHA256 = re.compile(r"[0-9a-f]{64}")


def read_head(path: Path) -> Head:
    """A head as `stemma head --json` prints it, however it is spaced; InputError where the file holds none."""
    try:
        return head_of(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except DataError as error:
        raise InputError(str(path), f"holds no head as `stemma head --json` prints it: {error}") from error


def head_of(written: bytes) -> Head:
    """The same from a file's bytes; DataError where they hold none."""
    try:
        held = from_wire(Head, json.loads(written.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        raise DataError(str(error)) from error
    for digest in (held.digest, held.root):
        if digest is not None and not SHA256.fullmatch(digest):
            raise DataError(f"{digest[:80]!r} is no sha256 in small hex digits")
    return held
