"""Independent origins of killed figures, against gold made by reading (`gold/origins.jsonl`).

A figure is one incident and one value (both ends), said of all who were killed. Its count is right where the claims
that carry it, wherever the gold puts them, go back to as many origins as the gold says. `count` is the share of figures
that are right, `count_shared` the same over those that two or more pages carry; `found` the share of the gold's claims
that were read at all (a figure none of whose claims was read counts as wrong).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.data import Row, rows, write_rows
from bench.gold_files import FOLDER, case, with_case
from bench.stages import documents, received
from stemma.data.rules import load_rules
from stemma.model.claim import Claim
from stemma.model.value import Toll
from stemma.pipeline import derive
from stemma.read import read

GOLD = FOLDER / "origins.jsonl"
REACH = 12
"""Characters between the gold's numeral and a claim's mention: "at least 62" may begin at either word."""

Heard = Mapping[str, Sequence[tuple[Claim, str]]]
"""By report: its claims of killed, each with the key of its origin."""


def files(data: Path) -> tuple[Path, ...]:
    """The gold, and the reports that it is about; empty where those are not there."""
    return with_case(data, GOLD)


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Trace every killed figure of the reports and compare the counts."""
    corpus = case(data)
    heard, shift = _heard(corpus)
    judged = [judge(row, heard, shift) for row in rows(GOLD)]
    if predictions is not None:
        write_rows(predictions, judged)
    shared = [row for row in judged if row["pages"] > 1]
    held = sum(row["claims"] for row in judged)
    return {
        "count": _share(sum(row["count"] == row["gold"] for row in judged), len(judged)),
        "count_shared": _share(sum(row["count"] == row["gold"] for row in shared), len(shared)),
        "found": _share(sum(row["found"] for row in judged), held),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _heard(corpus: Path) -> tuple[Heard, dict[str, int]]:
    """Claims of killed with their origins by report, and how far each report's text is shifted by its title."""
    rules = load_rules()
    texts = {str(row["id"]): str(row["text"]) for row in rows(corpus)}
    pages = list(documents(received((corpus,)), rules))
    readings = [read(page, rules) for page in pages]
    origins = {found.claim_id: found.origin for found in derive(pages, readings, rules).trace.claim_origins}
    heard: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for page, reading in zip(pages, readings, strict=True):
        for claim in reading.claims:
            if isinstance(claim.value, Toll) and claim.value.state == "killed" and claim.id in origins:
                heard[page.label].append((claim, origins[claim.id]))
    return heard, {page.label: max(page.text.find(texts[page.label]), 0) for page in pages}


def judge(row: Row, heard: Heard, shift: Mapping[str, int]) -> Row:
    """One figure: how many origins the gold has and how many were found, with their keys by report."""
    places = [(label, at) for origin in row["origins"] for label, at in origin["claims"]]
    keys: dict[str, set[str]] = defaultdict(set)
    found = 0
    for label, at in sorted(set(map(tuple, places))):
        said = [key for claim, key in heard.get(label, ()) if _is(claim, row, at, shift.get(label, 0))]
        found += bool(said)
        keys[label].update(said)
    count = len({key for of in keys.values() for key in of})
    return {
        "incident": row["incident"], "low": row["low"], "high": row["high"], "gold": row["count"], "count": count,
        "pages": len({label for label, _ in places}), "claims": len(set(map(tuple, places))), "found": found,
        "who": [origin["who"] for origin in row["origins"]],
        "keys": {label: sorted(of) for label, of in sorted(keys.items())},
    }  # fmt: skip


def _is(claim: Claim, row: Row, at: int, shift: int) -> bool:
    """Whether a claim gives the figure at that place; -1 is the title, which stands before the shifted text."""
    assert isinstance(claim.value, Toll)
    if (claim.value.low, claim.value.high) != (row["low"], row["high"]) or claim.stance != "asserts":
        return False
    if at < 0:
        return claim.mention.start < shift or shift == 0
    return claim.mention.start - REACH <= at + shift <= claim.mention.end + REACH
