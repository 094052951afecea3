"""A tree of hashes over the digests of all events, so that one event can be shown to stand under a published head
without the others.

The tree is that of RFC 6962, section 2.1: leaves and inner nodes are hashed with a byte of their own in front, so that
neither passes for the other, and the last node of an odd row moves up as it is. All values are raw bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

LEAF = b"\x00"
NODE = b"\x01"
SIZE = 32
"""Bytes of a sha256."""


def leaf(digest: bytes) -> bytes:
    """What an event's digest is in the tree."""
    return hashlib.sha256(LEAF + digest).digest()


def node(left: bytes, right: bytes) -> bytes:
    """What two neighbours are in the row above."""
    return hashlib.sha256(NODE + left + right).digest()


def root(digests: Iterable[bytes]) -> bytes:
    """The one hash above all digests, in their order; that of no bytes at all where there are none.

    Holds as many hashes at a time as the tree is high."""
    full: list[tuple[int, bytes]] = []  # (leaves below, hash) of finished subtrees, each larger than the next
    for digest in digests:
        below, top = 1, leaf(digest)
        while full and full[-1][0] == below:
            top = node(full.pop()[1], top)
            below *= 2
        full.append((below, top))
    if not full:
        return hashlib.sha256(b"").digest()
    top = full.pop()[1]
    while full:
        top = node(full.pop()[1], top)
    return top


def proofs(digests: Iterable[bytes], wanted: Iterable[int]) -> dict[int, tuple[bytes, ...]]:
    """For each wanted place (from 0) the hashes beside its way up, from the leaf to the root. Holds one row of the tree
    at a time: 32 bytes an event at the most."""
    row = bytearray().join(map(leaf, digests))
    paths: dict[int, list[bytes]] = {place: [] for place in wanted}
    height = 0
    while len(row) > SIZE:
        for place, path in paths.items():
            beside = SIZE * ((place >> height) ^ 1)
            if beside < len(row):
                path.append(bytes(row[beside : beside + SIZE]))
        row = _above(row)
        height += 1
    return {place: tuple(path) for place, path in paths.items()}


def _above(row: bytearray) -> bytearray:
    held = bytes(row)
    pairs = (held[at : at + 2 * SIZE] for at in range(0, len(held), 2 * SIZE))
    return bytearray().join(node(pair[:SIZE], pair[SIZE:]) if len(pair) > SIZE else pair for pair in pairs)


def stands_under(top: bytes, digest: bytes, place: int, size: int, path: Sequence[bytes]) -> bool:
    """Whether `path` shows that the digest stands at `place` (from 0) among the `size` digests under the root `top`."""
    if not 0 <= place < size:
        return False
    held, rest = leaf(digest), list(path)
    while size > 1:
        if place % 2 == 1 or place + 1 < size:
            if not rest:
                return False
            beside = rest.pop(0)
            held = node(beside, held) if place % 2 == 1 else node(held, beside)
        place, size = place // 2, (size + 1) // 2
    return not rest and held == top


def in_hex(paths: Mapping[int, Sequence[bytes]]) -> dict[int, tuple[str, ...]]:
    """Proofs as they are written down."""
    return {place: tuple(part.hex() for part in path) for place, path in paths.items()}
