"""Writing a bundle: gather, put the payloads into an archive, describe, sign, zip."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from stemma.data.policies import DEFAULT
from stemma.errors import InputError
from stemma.export.bundle.addresses import is_page
from stemma.export.bundle.archive import Placed, index_lines, page_lines, write_archive
from stemma.export.bundle.gathering import Contents, gather
from stemma.export.bundle.package import description, description_digest, write_zip
from stemma.export.bundle.readme import readme
from stemma.export.bundle.report import report
from stemma.ids import canonical
from stemma.ledger.bundles import layout
from stemma.ledger.evidence import Evidence
from stemma.ledger.evidence.durable import whole_file
from stemma.ledger.evidence.segment import target_uri
from stemma.ledger.opening import EVIDENCE
from stemma.model.head import Head, Signature
from stemma.model.wire import to_wire

Signer = Callable[[bytes], Signature]
"""Signs a message; what stands before it is the caller's."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that was written: the incident's shown id, the file's sha256, and the last event that it is under."""

    incident: str
    file: Path
    sha256: str
    seq: int


def write_bundle(
    ledger: Path,
    incident: str,
    out: Path,
    head: tuple[Head, bytes],
    *,
    policy: str = DEFAULT,
    sign: Signer | None = None,
) -> Written:
    """Write the bundle of an incident (any of its ids) of the open ledger under `head`, which comes with the bytes that
    are to stand in the bundle for it. `sign` gives the signature on the package's description.

    The same ledger, head and key give the same bytes. Raises NotFoundError, LedgerError and InputError as `gather`
    does, and InputError where the file is there or cannot be written.
    """
    if out.exists():
        raise InputError(str(out), "is there already: name another file, for somebody may hold this one's sha256")
    with transaction.atomic():
        contents = gather(incident, policy, head[0])
    with tempfile.TemporaryFile() as archive:
        placed = write_archive(archive, contents, Evidence(ledger / EVIDENCE))
        files: dict[str, BinaryIO] = {layout.ARCHIVE: archive, **_files(contents, placed, head[1])}
        pages = sorted(target_uri(one.capture) for one in placed)
        package = description(contents, files, next(filter(is_page, pages), None))
        digest = description_digest(package, None if sign is None else sign(package))
        files |= {layout.PACKAGE: io.BytesIO(package), layout.PACKAGE_DIGEST: io.BytesIO(digest)}
        try:
            with whole_file(out) as packed:
                write_zip(packed, files, contents.head.recorded_at)
            with out.open("rb") as written:
                name = file_digest(written, "sha256").hexdigest()
        except OSError as error:
            raise InputError(str(out), f"cannot be written: {error.strerror}") from error
    return Written(contents.account.id, out, name, contents.head.seq)


def _files(contents: Contents, placed: tuple[Placed, ...], head: bytes) -> dict[str, BinaryIO]:
    return {
        layout.INDEX: _lines(index_lines(placed)),
        layout.PAGES: _lines(page_lines(placed, contents.documents)),
        layout.HEAD: io.BytesIO(head),
        layout.EVENTS: _values(contents.events),
        layout.ACCOUNT: _values([contents.account]),
        layout.CLAIMS: _values(contents.claims),
        layout.DOCUMENTS: _values(contents.documents),
        layout.RULINGS: _values(contents.rulings),
        layout.MATERIAL: _values([contents.material]),
        layout.README: io.BytesIO(readme(contents).encode()),
        layout.REPORT: io.BytesIO(report(contents).encode()),
    }


def _values(values: Iterable[object]) -> BinaryIO:
    return _lines(canonical(to_wire(value)).decode() for value in values)


def _lines(lines: Iterable[str]) -> BinaryIO:
    return io.BytesIO("".join(f"{line}\n" for line in lines).encode())
