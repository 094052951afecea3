"""JSON lines: `claims.jsonl` and `incidents.jsonl`, one object a line, canonical spelling, so that two exports
compare.

An incident's object is its account as `stemma show --json` prints it; a claim's is the claim as `stemma read --json`
prints it, with its document, origin, incident, ruling and corrections beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from stemma.export.writing import FileWriter
from stemma.ids import canonical
from stemma.ledger import selectors
from stemma.ledger.selectors import DocumentRow
from stemma.model.claim import Claim
from stemma.model.correction import Corrected, told
from stemma.model.origin import Origin
from stemma.model.wire import to_wire


@dataclass(frozen=True, slots=True)
class ExportedClaim:
    """A claim with what it takes to weigh it: `path` runs from the page's outlet to the origin; `corrected` tells what
    people changed in it."""

    claim: Claim
    document: DocumentRow
    origin: Origin | None
    path: tuple[str, ...]
    incident: str | None
    ruling: str | None
    corrected: tuple[Corrected, ...]


def claims(out: TextIO) -> None:
    """Every standing claim, by document and place in its text."""
    for row in selectors.claim_rows():
        corrected = tuple(map(told, row.corrections))
        _line(out, ExportedClaim(row.claim, row.document, row.origin, row.path, row.incident, row.ruling, corrected))


def incidents(out: TextIO) -> None:
    """Every incident's account, the latest first."""
    for row in selectors.incidents():
        _line(out, selectors.account(row.id))


JSON_FILES: Mapping[str, FileWriter] = {"incidents.jsonl": incidents, "claims.jsonl": claims}


def _line(out: TextIO, value: object) -> None:
    out.write(canonical(to_wire(value)).decode("utf-8") + "\n")
