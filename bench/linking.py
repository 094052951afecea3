"""What linking costs: `growth` is the time for 100,000 made-up references as a multiple of that for 10,000.

`mixed` is the share of incidents that hold reports of two attacks, `found` the share of attacks whose reports are in
one incident, both at the larger size. STEMMA_REFERENCES sets another size, whose tenth is the smaller one.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from pathlib import Path

from bench.event_maker import Reports, make_references
from stemma.data.rules import Rules, load_rules
from stemma.link import link
from stemma.model.incident import Linking

REFERENCES = 100_000
STEP = 10
SEED = 20310303
LOWER = ("growth",)
SHOWN = ("references_a_second", "mixed", "found")
SLACK = 0.25


def files(_data: Path) -> tuple[Path, ...]:
    """The maker itself is the data."""
    return (Path(__file__).with_name("event_maker.py"),)


def figures(_data: Path, _predictions: Path | None = None) -> dict[str, float]:
    """Make the references, link a tenth and all of them."""
    rules = load_rules()
    size = int(os.environ.get("STEMMA_REFERENCES", REFERENCES))
    _, small = _timed(make_references(SEED, size // STEP), rules)
    reports = make_references(SEED, size)
    linking, large = _timed(reports, rules)
    return {
        "growth": round(large / small, 2),
        "references_a_second": round(size / large),
        **_quality(reports, linking),
    }


def _timed(reports: Reports, rules: Rules) -> tuple[Linking, float]:
    started = time.process_time()
    linking = link(reports.documents, reports.claims, reports.events, rules)
    return linking, time.process_time() - started


def _quality(reports: Reports, linking: Linking) -> dict[str, float]:
    home = {one.event_ref_id: one.incident_id for one in linking.links}
    attacks_in: dict[str, set[int]] = defaultdict(set)
    incidents_of: dict[int, set[str]] = defaultdict(set)
    for event in reports.events:
        attack = reports.attack_of[event.document_id]
        attacks_in[home[event.id]].add(attack)
        incidents_of[attack].add(home[event.id])
    mixed = sum(len(attacks) > 1 for attacks in attacks_in.values()) / len(attacks_in)
    found = sum(len(incidents) == 1 for incidents in incidents_of.values()) / len(incidents_of)
    return {"mixed": round(mixed, 4), "found": round(found, 4)}
