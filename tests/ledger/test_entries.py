"""Model values as event bodies and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.errors import DataError
from stemma.ids import digest
from stemma.ledger.entries import decode, decode_ruling, encode, says_the_same
from stemma.model.content import Content
from stemma.model.document import Document
from stemma.model.ruling import ClaimRuling, FindingRuling, SamenessRuling, claim_ruling, ruling_on_claim
from tests import factories


def test_a_value_comes_back_as_it_was() -> None:
    page = factories.document("Жертвы — 12 \x00 قتلى\n", title="=1")
    assert decode(Document, encode(page)) == page


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(DataError, match="surrogate"):
        encode({"text": "\ud800"})


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '"x"', "{}"])
def test_a_body_of_another_shape_is_refused(body: str) -> None:
    with pytest.raises(DataError):
        decode(Document, body)


def test_a_ruling_is_told_apart_by_its_keys_whatever_its_words() -> None:
    claim = claim_ruling("reject", "m", "c", field="all", reason='{"a":1,"b":2}', actor="a", at="t")
    pair = SamenessRuling("1", "same", "x", "y", '"mention_id":', "a")
    field = FindingRuling("1", "override", "i", "killed", "low", "62", None, '"a"', "a")
    assert [decode_ruling(encode(ruling)) for ruling in (claim, pair, field)] == [claim, pair, field]


def test_a_ruling_from_before_corrections_reads_and_is_named_as_ever() -> None:
    body = '{"act":"reject","actor":"a","claim_id":"c","field":"all","id":"x","mention_id":"m","reason":"r"}'
    held = decode_ruling(body)
    assert isinstance(held, ClaimRuling)
    assert (held.content, held.before, held.read) == (None, None, None)
    assert ruling_on_claim(held, at="t").id == digest("ruling", "reject", "m", "c", "all", "r", "a", "t")


def test_what_a_correction_says_is_in_its_name() -> None:
    plain = ClaimRuling("", "correct", "m", "c", "stance", "r", "a")
    said = replace(plain, content=Content(stance="denies"), before=Content(stance="asserts"))
    names = {ruling_on_claim(one, at="t").id for one in (plain, said, replace(said, read="d"))}
    assert len(names) == 3
    assert decode_ruling(encode(said)) == said


def test_only_documents_and_references_may_change_hands_unnoticed() -> None:
    mine, yours = '{"made_by":1,"x":1}', '{"made_by":2,"x":1}'
    assert says_the_same("document", mine, yours)
    assert says_the_same("event_ref", mine, yours)
    assert not says_the_same("account", mine, yours)
    assert not says_the_same("document", mine, '{"made_by":1,"x":2}')
