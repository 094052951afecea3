"""JSONL: one report a line, `{id, url, outlet, lang, published, title, text}`, of which only `text` must be there.

The payload is the line's exact bytes without its line end, so that a row is evidence as it came.
"""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import orjson

from stemma.capture.options import CaptureOptions
from stemma.capture.receipt import LARGEST, ROW, Said, take, too_large
from stemma.capture.sniff import GZIP, not_text
from stemma.capture.unpacking import PatientGzip
from stemma.errors import InputError
from stemma.model.capture import Received

STRINGS = ("url", "outlet", "lang", "published", "title")


def read_rows_file(path: Path, options: CaptureOptions) -> Iterator[Received | InputError]:
    """Rows of a JSONL file, plain or gzipped (told by its bytes). Whatever breaks, the rows before it are kept."""
    with path.open("rb") as file:
        start = file.peek(4096)[:4096]
        if not start:
            yield InputError(str(path), "is empty")
        elif start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield InputError(str(path), "is UTF-16: JSONL is UTF-8, save it as that")
        elif start.startswith(GZIP):
            with gzip.open(file) as packed:
                yield from read_rows(PatientGzip(packed), options, str(path))
        elif (reason := not_text(start)) is not None:
            yield InputError(str(path), reason)
        else:
            yield from read_rows(file, options, str(path))


def read_rows(stream: BinaryIO | PatientGzip, options: CaptureOptions, name: str) -> Iterator[Received | InputError]:
    """Rows of an open stream; `name` is what errors call it. A broken line costs that line only."""
    seen = kept = 0
    for number, line in _lines(stream):
        seen += 1
        received = _row(line, options, f"{name}:{number}")
        kept += isinstance(received, Received)
        yield received
    if isinstance(stream, PatientGzip) and stream.error is not None:
        what = "is cut off" if isinstance(stream.error, EOFError) else f"is damaged ({stream.error})"
        yield InputError(name, f"{what}: the {kept} row{'' if kept == 1 else 's'} before the break are kept")
    elif not seen:
        yield InputError(name, "holds no rows")


def _lines(stream: BinaryIO | PatientGzip) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that hold something, without byte-order mark and line end. No line is read beyond the limit."""
    number = 0
    while line := stream.readline(LARGEST + 2):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and len(rest) > LARGEST and (rest := stream.readline(LARGEST + 2)):
            pass
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        line = line.removesuffix(b"\n").removesuffix(b"\r")
        if line.strip():
            yield number, line


def _row(line: bytes, options: CaptureOptions, where: str) -> Received | InputError:
    if reason := too_large(len(line)):
        return InputError(where, reason)
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return InputError(where, f"is not JSON ({error})")
    if not isinstance(row, dict):
        return InputError(where, "is JSON, but no object with a text")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputError(where, "has no text")
    for key in STRINGS:
        if not isinstance(row.get(key), str | None):
            return InputError(where, f"its {key} is not a text")
    name = row.get("id")
    said = Said(
        ROW,
        where.rsplit("/", 1)[-1] if name is None else str(name),
        url=row.get("url"),
        outlet=row.get("outlet") or options.outlet,
        published=row.get("published") or options.published,
        lang=row.get("lang"),
    )
    return take(line, said, where)
