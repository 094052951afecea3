"""Identities: the same wherever and whenever they are made, moved by what a thing is and by nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from stemma.ids import digest
from stemma.model.capture import capture_id
from stemma.model.claim import Claim, ClaimEvent, Quote, claim_event, claim_id, mention_id
from stemma.model.document import document_id
from stemma.model.event import EventReference, event_ref_id
from stemma.model.made_by import MadeBy
from stemma.model.place import Place
from stemma.model.ruling import claim_ruling
from stemma.model.span import Span
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.model.value import Toll
from stemma.model.voice import Voice
from stemma.model.wire import to_wire

CLAIM = Claim(
    id="", mention_id="m", document_id="d", kind="toll", value=Toll("killed", 62, 62, "exact"), stance="asserts",
    hedges=(), voices=(Voice("A. Speaker"),), relays=(), event=ClaimEvent("e", "other", UNKNOWN_DATE, None, False),
    quote=Quote("62 killed", 4, 13), mention=Span(4, 6), made_by=MadeBy("read", "1", "rules"),
)  # fmt: skip

CHANGES: dict[str, Any] = {
    "mention_id": "m2", "document_id": "d2", "kind": "means", "value": Toll("killed", 63, 63, "exact"),
    "stance": "denies", "hedges": ("reportedly",), "voices": (), "relays": ("An Outlet",),
    "event": ClaimEvent("e", "other", UNKNOWN_DATE, None, True), "quote": Quote("62 killed", 5, 14),
    "mention": Span(4, 7),
}  # fmt: skip


@pytest.mark.parametrize("field", CHANGES)
def test_a_claim_with_another_content_is_another_claim(field: str) -> None:
    assert claim_id(replace(CLAIM, **{field: CHANGES[field]})) != claim_id(CLAIM)


def test_every_field_of_a_claim_was_tried() -> None:
    assert set(CHANGES) == {f.name for f in fields(Claim)} - {"id", "made_by"}


def test_who_read_a_claim_and_its_id_are_no_part_of_its_identity() -> None:
    again = replace(CLAIM, id="x", made_by=MadeBy("read", "2", "other rules"))
    assert claim_id(again) == claim_id(CLAIM)


@pytest.mark.parametrize("field", CHANGES)
def test_the_identity_of_a_claim_is_the_digest_of_its_wire_form(field: str) -> None:
    changed = {"quote": Quote('“Żó” \\ "62"', 4, 13), field: CHANGES[field]}
    claim = replace(CLAIM, **changed)
    wire = {name: value for name, value in to_wire(claim).items() if name not in ("id", "made_by")}
    assert claim_id(claim) == digest("claim", wire)


@pytest.mark.parametrize(
    "changed",
    [
        ("c2", "t1", Span(4, 6), "killed"),
        ("c", "t2", Span(4, 6), "killed"),
        ("c", "t1", Span(4, 7), "killed"),
        ("c", "t1", Span(4, 6), "injured"),
    ],
)
def test_a_mention_is_its_bytes_layer_span_and_slot(changed: tuple[str, str, Span, str]) -> None:
    assert mention_id("c", "t1", Span(4, 6), "killed") == mention_id("c", "t1", Span(4, 6), "killed")
    assert mention_id(*changed) != mention_id("c", "t1", Span(4, 6), "killed")


def test_a_reference_is_named_by_document_and_key_not_by_what_is_known_of_the_event() -> None:
    reference = EventReference(event_ref_id("d", "main"), "d", "main", "other")
    dated = replace(reference, date=DateRange("2016-09-17", "2016-09-17", "day"), place=Place("X"))
    assert event_ref_id("d", dated.key) == reference.id
    assert len({event_ref_id("d", "main"), event_ref_id("d", "other"), event_ref_id("d2", "main")}) == 3


def test_a_claim_carries_what_its_reference_says() -> None:
    reference = EventReference("e", "d", "main", "bombing", UNKNOWN_DATE, Place("X"), background=True)
    assert claim_event(reference) == ClaimEvent("e", "bombing", UNKNOWN_DATE, Place("X"), True)


def test_the_same_bytes_from_two_outlets_are_two_captures() -> None:
    def capture(**said: str | None) -> str:
        return capture_id("sha", "text/plain", **{"url": None, "outlet": None, "published": None, **said})

    assert capture(outlet="A") == capture(outlet="A")
    assert len({capture(), capture(outlet="A"), capture(outlet="B"), capture(url="A"), capture(published="A")}) == 5


def test_another_text_layer_makes_another_document() -> None:
    assert document_id("c", "t1") != document_id("c", "t2")


def test_the_same_decision_twice_is_two_rulings() -> None:
    def ruling(at: str) -> str:
        return claim_ruling("reject", "m", "c", field="all", reason="why", actor="who", at=at).id

    assert ruling("2026-01-01T00:00:00") == ruling("2026-01-01T00:00:00") != ruling("2026-01-01T00:00:01")


def test_ids_depend_on_no_seed_of_the_process(root: Path) -> None:
    code = "from tests.model.test_identity import CLAIM, claim_id; print(claim_id(CLAIM))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            text=True,
            capture_output=True,
            check=True,
            cwd=root,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert said == {claim_id(CLAIM)}
