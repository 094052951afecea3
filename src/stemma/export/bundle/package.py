"""The zip itself: the same contents give the same bytes, and no name in it comes from a page."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO

from stemma import __version__
from stemma.export.bundle.gathering import Contents
from stemma.ids import canonical
from stemma.ledger.bundles.layout import ARCHIVE, PACKAGE, WACZ_VERSION
from stemma.ledger.evidence.record import DIGEST
from stemma.model.head import Signature
from stemma.model.wire import to_wire

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Where the zip format's time begins."""
CHUNK = 1 << 20
LARGEST = (1 << 31) - 1
"""Bytes of an entry without the zip format's extension for large files, which not every tool reads."""


def resource(path: str, content: BinaryIO) -> dict[str, object]:
    """What the package says of one file, which is left at its beginning."""
    total, size = sha256(), 0
    content.seek(0)
    while chunk := content.read(CHUNK):
        total.update(chunk)
        size += len(chunk)
    content.seek(0)
    return {"name": path.rpartition("/")[2], "path": path, "hash": DIGEST + total.hexdigest(), "bytes": size}


def description(contents: Contents, files: Mapping[str, BinaryIO], main_page: str | None) -> bytes:
    """`datapackage.json`."""
    held: dict[str, object] = {
        "profile": "data-package",
        "wacz_version": WACZ_VERSION,
        "software": f"stemma {__version__}",
        "title": contents.account.label,
        "description": "Reports of one incident and what they say. It asserts nothing itself.",
        "created": contents.head.recorded_at,
        "resources": [resource(path, files[path]) for path in sorted(files)],
    }
    if main_page is not None:
        held["mainPageUrl"] = main_page
    return canonical(held) + b"\n"


def description_digest(package: bytes, signature: Signature | None) -> bytes:
    """`datapackage-digest.json`; the signature under a name of ours, since WACZ's own is for other keys."""
    held: dict[str, object] = {"path": PACKAGE, "hash": DIGEST + sha256(package).hexdigest()}
    if signature is not None:
        held["stemma"] = to_wire(signature)
    return canonical(held) + b"\n"


def write_zip(out: BinaryIO, files: Mapping[str, BinaryIO], at: str | None) -> None:
    """Every file under its name, sorted, dated with the head; the archive stored as it is, for replay tools read
    records out of it by their offset."""
    moment = EARLIEST if at is None else datetime.fromisoformat(at).timetuple()[:6]
    with zipfile.ZipFile(out, "w") as packed:
        for path in sorted(files):
            info = zipfile.ZipInfo(path, max(moment, EARLIEST))
            info.compress_type = zipfile.ZIP_STORED if path == ARCHIVE else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            with packed.open(info, "w", force_zip64=_size(files[path]) > LARGEST) as entry:
                shutil.copyfileobj(files[path], entry, CHUNK)


def _size(content: BinaryIO) -> int:
    size = content.seek(0, io.SEEK_END)
    content.seek(0)
    return size
