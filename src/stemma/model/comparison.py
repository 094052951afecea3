"""What has been compared with what, kept so that a further document is compared with its likes alone."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stemma.model.origin import Copy

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """`prints` are the fingerprints (unsigned 64-bit numbers) of each document by its id; `pairs` holds every pair of
    ids, smaller first, that was compared, with the copy that it is, or None where the two are no copies.

    Both follow from the documents alone, so it holds as long as the code and the data that made it are the same.
    """

    prints: Mapping[str, array[int]]
    pairs: Mapping[Pair, Copy | None]

    @property
    def copies(self) -> tuple[Copy, ...]:
        """The copies, by their ids."""
        return tuple(copy for _, copy in sorted(self.pairs.items(), key=lambda item: item[0]) if copy is not None)


NOTHING_COMPARED = Compared(MappingProxyType({}), MappingProxyType({}))
"""Where a batch begins."""
