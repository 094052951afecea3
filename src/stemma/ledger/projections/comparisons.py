"""Rows about which documents carry one text, with all that a further document needs to be compared with its likes
alone."""

from __future__ import annotations

import struct
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator

from stemma.ledger.entries import decode, encode
from stemma.ledger.models import ProjectedCopy, ProjectedPrints, ProjectedStrangers
from stemma.ledger.projections.derived import Derived
from stemma.model.comparison import Compared, Pair
from stemma.model.origin import Copy

MARK = 8
"""Bytes of a fingerprint."""


def copies(derived: Derived) -> Iterator[ProjectedCopy]:
    """One row per pair of documents that carry the same text."""
    for copy in derived.trace.copies:
        yield ProjectedCopy(
            id=f"{copy.a}:{copy.b}", a=copy.a, b=copy.b, kind=copy.kind, original=copy.original, body=encode(copy)
        )


def strangers(derived: Derived) -> Iterator[ProjectedStrangers]:
    """One row per pair that was compared in vain."""
    for (a, b), copy in derived.compared.pairs.items():
        if copy is None:
            yield ProjectedStrangers(id=f"{a}:{b}", a=a, b=b)


def prints(derived: Derived) -> Iterator[ProjectedPrints]:
    """One row per document."""
    for document, marks in derived.compared.prints.items():
        packed = struct.pack(f"<{len(marks)}Q", *marks)
        yield ProjectedPrints(document=document, marks=b64encode(packed).decode("ascii"))


def compared() -> Compared:
    """The comparisons that the tables hold."""
    pairs: dict[Pair, Copy | None] = {
        (row.a, row.b): decode(Copy, row.body) for row in ProjectedCopy.objects.iterator()
    }
    pairs.update(dict.fromkeys(ProjectedStrangers.objects.values_list("a", "b").iterator()))
    rows = ProjectedPrints.objects.values_list("document", "marks").iterator()
    return Compared({document: _unpacked(marks) for document, marks in rows}, pairs)


def _unpacked(marks: str) -> array[int]:
    packed = b64decode(marks)
    return array("Q", struct.unpack(f"<{len(packed) // MARK}Q", packed))
