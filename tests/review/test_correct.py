"""Correcting a claim: what is recorded, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.verification import verify
from stemma.model.content import Content, Field
from stemma.model.value import Toll
from stemma.model.voice import Voice
from stemma.review import correct
from tests.ledgers import Filled


def toll(filled: Filled) -> str:
    return filled.readings[0].claims[0].id


def blame(filled: Filled) -> str:
    return filled.readings[0].claims[1].id


def test_a_correction_says_what_was_read_and_what_it_should_say(filled: Filled) -> None:
    claim = filled.readings[0].claims[0]
    made = correct(claim.id[:8], field="value", content={"low": 14, "high": 14}, actor=" Ada ", reason=" the scan ")
    assert (made.act, made.field, made.claim_id, made.mention_id) == ("correct", "value", claim.id, claim.mention_id)
    assert (made.actor, made.reason, made.read) == ("Ada", "the scan", None)
    assert made.before == Content(value=claim.value)
    assert made.content == Content(value=Toll("killed", 14, 14, "exact"))
    assert [row.ruling for row in selectors.rulings()] == [made]
    assert verify(filled.folder).ok


@pytest.mark.parametrize(
    ("field", "content", "wanted"),
    [
        ("voice", [{"name": "A mayor", "party": "Town"}], Content(voices=(Voice("A mayor", None, "Town"),))),
        ("voice", [{"role": "an aide", "anonymous": True}], Content(voices=(Voice(None, "an aide", None, True),))),
        ("stance", "denies", Content(stance="denies")),
    ],
)
def test_each_field_has_its_shape(filled: Filled, field: Field, content: object, wanted: Content) -> None:
    assert correct(toll(filled), field=field, content=content, actor="a", reason="r").content == wanted


def test_the_outlet_itself_is_a_chain_without_voices(filled: Filled) -> None:
    assert correct(blame(filled), field="voice", content=[], actor="a", reason="r").content == Content(voices=())


def test_an_event_is_one_of_the_documents_own(filled: Filled) -> None:
    claim = filled.readings[0].claims[0]
    made = correct(claim.id, field="event", content={"background": True}, actor="a", reason="r")
    assert made.content is not None
    assert made.content.event is not None
    assert (made.content.event.ref, made.content.event.background) == (claim.event.ref, True)
    elsewhere = filled.readings[1].events[0].id
    with pytest.raises(InputError, match="no event of this document"):
        correct(claim.id, field="event", content={"ref": elsewhere}, actor="a", reason="r")


@pytest.mark.parametrize(
    ("field", "content", "why"),
    [
        ("value", {"low": 5, "high": 3}, "low above high"),
        ("value", {"low": -1}, "below zero"),
        ("value", {"low": "many"}, "unexpected"),
        ("value", {"state": "tired"}, "unexpected"),
        ("value", {"victim_class": "wizards"}, "children"),
        ("value", {"group": " "}, "group is empty"),
        ("value", {"party": "x"}, "unknown"),
        ("value", 14, "an object"),
        ("value", {"low": 40}, "says that already"),
        ("voice", "A mayor", "whole list"),
        ("voice", [{}], "a name, a role or a party"),
        ("voice", [{"name": "A", "anonymous": True}], "anonymous"),
        ("voice", [{"nome": "A"}], "no voice"),
        ("voice", [7], "an object"),
        ("stance", "doubts", "asserts, denies"),
        ("stance", ["denies"], "no stance"),
        ("event", {}, "ref, background"),
        ("event", {"background": "no"}, "true or false"),
        ("event", {"ref": ""}, "no event of this document"),
        ("all", {}, "one field"),
        ("colour", {}, "cannot be ruled"),
    ],
)
def test_what_a_claim_cannot_say_is_refused(filled: Filled, field: Any, content: object, why: str) -> None:
    with pytest.raises(InputError, match=why):
        correct(toll(filled), field=field, content=content, actor="a", reason="r")
    assert selectors.rulings() == ()


def test_a_correction_names_who_why_and_what(filled: Filled) -> None:
    with pytest.raises(InputError, match="reason"):
        correct(toll(filled), field="stance", content="denies", actor="a", reason=" ")
    with pytest.raises(InputError, match="actor"):
        correct(toll(filled), field="stance", content="denies", actor=" ", reason="r")
    with pytest.raises(NotFoundError, match="claim"):
        correct("00000000", field="stance", content="denies", actor="a", reason="r")
