"""Which documents are worth comparing: those that share a run of words, or names and numbers in one order.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every WINDOW neighbouring shingles the least is a
fingerprint, so that two texts with WINDOW + SHINGLE - 1 words in a row in common always share one. Never all pairs:
what many documents say is compared with the first few of them only, since copies of one text lead to one another.
"""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

WINDOW = 4
"""With shingles of five words every run of eight is found; 37 of the gold's 38 reused pairs have one."""
RARE = 6
"""Documents that may share a single fingerprint and be compared for it; a commoner phrase needs another one."""
COMMON = 24
"""Documents from which a fingerprint is that of a site's footer or of a much printed text, and counts for little."""
MUCH = 16
"""Common fingerprints that two documents share before they are compared for those alone: sixty words or so, more than
a footer has."""
FAN = 16
"""Documents of one fingerprint that each of the others is compared with."""
PARTS = 16
"""Fingerprints are sorted in this many portions, so that those of a hundred thousand documents fit in memory."""
BITS = 24
"""Bits for a document's number: sixteen million of them."""
MASK = (1 << (64 - BITS)) - 1


def candidates(fingerprints: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices (smaller first) worth comparing, sorted; `fingerprints` are each document's, in its order."""
    portions = [array("Q") for _ in range(PARTS)]
    for index, marks in enumerate(fingerprints):
        for mark in set(marks):
            short = mark & MASK
            portions[short % PARTS].append(short << BITS | index)
    told: Counter[tuple[int, int]] = Counter()
    common: Counter[tuple[int, int]] = Counter()
    for portion in portions:
        for owners in _owners(portion):
            if len(owners) > COMMON:
                common.update(_pairs(owners))
            else:
                told.update({pair: 1 if len(owners) > RARE else 2 for pair in _pairs(owners)})
    found = {pair for pair, weight in told.items() if weight > 1}
    return tuple(sorted(found.union(pair for pair, count in common.items() if count >= MUCH)))


def _owners(portion: array[int]) -> Iterator[list[int]]:
    """The documents of each fingerprint that more than one has."""
    for _, group in groupby(sorted(portion), key=lambda entry: entry >> BITS):
        owners = [entry & ((1 << BITS) - 1) for entry in group]
        if len(owners) > 1:
            yield owners


def _pairs(owners: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, owner in enumerate(owners):
        for other in owners[: min(at, FAN)]:
            yield other, owner


def winnowed(grams: Sequence[int]) -> Iterator[int]:
    """The fingerprints of a row of shingles: of each window the least, the last of equals, each once."""
    queue: deque[int] = deque()
    last = -1
    for i, gram in enumerate(grams):
        while queue and grams[queue[-1]] >= gram:
            queue.pop()
        queue.append(i)
        if queue[0] <= i - WINDOW:
            queue.popleft()
        if queue[0] != last and (i >= WINDOW - 1 or i == len(grams) - 1):
            last = queue[0]
            yield grams[last]
