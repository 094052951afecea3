"""Which tokens of a long text a shorter one was taken from, in order.

Linear in practice: shingles that stand once in both texts are anchors, the longest chain of anchors in the same order
is kept (patience), and only the short gaps between anchors are compared token by token.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

SHINGLE = 4
"""Tokens of an anchor. Of 2 to 6 tried on the `maintext` pages, 3 to 5 align alike; 2 makes false anchors."""
LARGEST_GAP = 4_000_000
"""Product of the two gap lengths above which a gap is left unaligned: a tenth of a second."""


def aligned(long: Sequence[str], short: Sequence[str]) -> list[int]:
    """Indices into `long` of the tokens that `short` matches, rising, each once."""
    found: list[int] = []
    chain = [(-1, -1), *_chain(_anchors(long, short)), (len(short), len(long))]
    for (s0, l0), (s1, l1) in pairwise(chain):
        found.extend(_gap(long, short, (l0 + 1, l1), (s0 + 1, s1)))
        if l1 < len(long):
            found.append(l1)
    return found


def _anchors(long: Sequence[str], short: Sequence[str]) -> list[tuple[int, int]]:
    """(short, long) starts of the shingles that stand once in each."""
    there, here = _once(long), _once(short)
    return sorted((start, there[shingle]) for shingle, start in here.items() if shingle in there)


def _once(tokens: Sequence[str]) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for i, shingle in enumerate(zip(*(tokens[k:] for k in range(SHINGLE)), strict=False)):
        if shingle in seen:
            twice.add(shingle)
        else:
            seen[shingle] = i
    return {shingle: start for shingle, start in seen.items() if shingle not in twice}


def _chain(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of anchors that rises in both texts."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for i, (_, place) in enumerate(anchors):
        at = bisect_left(ends, place)
        before.append(tails[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        tails[at : at + 1] = [i]
    chain: list[tuple[int, int]] = []
    i = tails[-1] if tails else -1
    while i >= 0:
        chain.append(anchors[i])
        i = before[i]
    return chain[::-1]


def _gap(long: Sequence[str], short: Sequence[str], inside: tuple[int, int], given: tuple[int, int]) -> Iterator[int]:
    """Matches between two anchors: both ends while they are equal, the middle by its longest common subsequence."""
    (l0, l1), (s0, s1) = inside, given
    while l0 < l1 and s0 < s1 and long[l0] == short[s0]:
        yield l0
        l0, s0 = l0 + 1, s0 + 1
    right: list[int] = []
    while l0 < l1 and s0 < s1 and long[l1 - 1] == short[s1 - 1]:
        l1, s1 = l1 - 1, s1 - 1
        right.append(l1)
    if l0 < l1 and s0 < s1 and (l1 - l0) * (s1 - s0) <= LARGEST_GAP:
        for block in LCSseq.opcodes(long[l0:l1], short[s0:s1]):
            if block.tag == "equal":
                yield from range(l0 + block.src_start, l0 + block.src_end)
    yield from reversed(right)
