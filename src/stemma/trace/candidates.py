"""Which documents are worth comparing: those with two passages alike under MinHash. Never all pairs."""

from __future__ import annotations

from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from stemma.trace.shingles import Shingled

PASSAGE, STRIDE = 40, 20
"""Shingles in a passage and from one to the next: two sentences lifted into another story still fill most of a
passage."""

PERMUTATIONS, BANDS, SEED = 32, 16, 1
"""Two rows a band: passages that share half their shingles meet with probability .99, a tenth .15, a chance phrase
.003."""


def candidates(shingled: Sequence[Shingled]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices (smaller first) with passages in common, sorted. Cost grows with the text and the copies in
    it."""
    owners: list[int] = []
    passages: list[list[bytes]] = []
    for index, own in enumerate(shingled):
        for start in range(0, max(len(own.grams) - PASSAGE + STRIDE, 1), STRIDE):
            grams = set(own.grams[start : start + PASSAGE])
            if grams:
                owners.append(index)
                passages.append([gram.to_bytes(8, "big") for gram in sorted(grams)])
    sketches = RMinHash.from_token_sets(passages, PERMUTATIONS, SEED)
    index_ = RMinHashLSH(0.5, PERMUTATIONS, BANDS)
    index_.insert_many(sketches, 0)
    pairs: set[tuple[int, int]] = set()
    for owner, keys in zip(owners, index_.query_all(sketches), strict=True):
        pairs.update((owner, owners[key]) for key in keys if owners[key] > owner)
    return tuple(sorted(pairs))
