"""Copies among made-up reports (`copy_maker`): which are found, of which kind, and which way they went.

`precision` is over all pairs found; recall is by the kind that was made: a pair is found where the copy and its
original are joined, whatever the kind, and `kind` is the share of found pairs whose kind is right. `direction_*` are
over found pairs: how many say who came first, and how many of those are right (some copies have no date, some a clock
gone wrong). `false_footers` are pairs that share a site's footer alone. The seed is fixed; STEMMA_SEED sets another.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from bench.copy_maker import KINDS, make
from bench.data import write_rows
from stemma.data.rules import load_rules
from stemma.trace import trace

ORIGINALS, COPIES = 2000, 250
SEED = 20310101
LOWER = ("false_footers",)


def files(_data: Path) -> tuple[Path, ...]:
    """The maker itself is the data."""
    return (Path(__file__).with_name("copy_maker.py"),)


def figures(_data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Make the reports, find the copies, compare."""
    documents, made = make(int(os.environ.get("STEMMA_SEED", SEED)), ORIGINALS, COPIES)
    found = {(copy.a, copy.b): copy for copy in trace(documents, (), load_rules()).copies}
    if predictions is not None:
        write_rows(
            predictions, ({"a": a, "b": b, "kind": c.kind, "original": c.original} for (a, b), c in found.items())
        )
    wanted = {(documents[m.original].id, documents[m.copy].id): m.kind for m in made}
    family = _families(wanted)
    hit = {pair: found[pair] for pair in wanted if pair in found}
    right = [pair for pair in found if family.get(pair[0], 0) == family.get(pair[1], 1)]
    counts, hits = Counter(wanted.values()), Counter(wanted[pair] for pair in hit)
    stated = [(pair, copy) for pair, copy in hit.items() if copy.original is not None]
    footers = [pair for pair in found if pair not in set(right) and found[pair].score < 0.5]
    return {
        "precision": _share(len(right), len(found)),
        **{f"recall.{kind}": _share(hits[kind], counts[kind]) for kind in KINDS},
        "kind": _share(sum(copy.kind == wanted[pair] for pair, copy in hit.items()), len(hit)),
        "direction_right": _share(sum(copy.original == pair[0] for pair, copy in stated), len(stated)),
        "direction_stated": _share(len(stated), len(hit)),
        "false_footers": float(len(footers)),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _families(wanted: dict[tuple[str, str], str]) -> dict[str, str]:
    """Each copy and its original under the original's name: two copies of one report are copies of each other."""
    return {label: original for original, copy in wanted for label in (original, copy)}
