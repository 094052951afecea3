"""One file, one report: plain texts and saved pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stemma.capture.options import CaptureOptions
from stemma.capture.receipt import HTML, PLAIN, Said, take, too_large
from stemma.errors import InputError
from stemma.model.capture import Received

SUFFIXES = {".txt": PLAIN, ".text": PLAIN, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".xht": HTML}


def read_page(path: Path, options: CaptureOptions) -> Iterator[Received | InputError]:
    """The file's bytes as one capture. Its size is looked at before it is read."""
    where = str(path)
    if reason := too_large(path.stat().st_size):
        yield InputError(where, reason)
        return
    media_type = SUFFIXES[path.suffix.lower()]
    said = Said(media_type, path.name, url=options.url, outlet=options.outlet, published=options.published)
    yield take(path.read_bytes(), said, where)
