"""What `stemma read --json` prints for one document: the contract that exports and tests rely on."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Claim, Reading
from stemma.model.document import Document


@dataclass(frozen=True, slots=True)
class Report:
    """`id` is the row's id or the file's name, else the document's id."""

    id: str
    document: Document
    claims: tuple[Claim, ...]


def report(document: Document, reading: Reading) -> Report:
    """Join a document with what was read in it."""
    return Report(document.label or document.id, document, reading.claims)
