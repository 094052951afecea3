"""Trace and link give the same bytes in every process, whatever the order of sets."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from stemma.data.rules import load_rules
from stemma.ids import digest
from stemma.link import link
from stemma.model.place import PlaceCandidate
from stemma.model.wire import to_wire
from stemma.trace import trace
from tests.link.test_linking import ALL, ZABRA

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ("0", "1", "2", "3")


def fingerprint() -> str:
    """Hash of what both stages make of reports whose places differ in their weights alone."""
    events = []
    for i, report in enumerate(ALL):
        candidates = (PlaceCandidate("Zabra", 33.1, 44.5, 0.9 - i / 100, "IQ"),)
        place = replace(ZABRA, candidates=candidates)
        events.extend(replace(event, place=place) for event in report.events)
    pages, claims = [r.page for r in ALL], [claim for r in ALL for claim in r.claims]
    rules = load_rules()
    traced, linked = trace(pages, claims, rules), link(pages, claims, events, rules)
    return digest([to_wire(part) for part in (traced.copies, traced.claim_origins, linked.incidents, linked.links)])


def test_every_process_gives_the_same_bytes() -> None:
    script = "from tests.link.test_same_bytes import fingerprint; print(fingerprint())"
    found = set()
    for seed in SEEDS:
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1
