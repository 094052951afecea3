"""Model values as event bodies and back."""

from __future__ import annotations

import pytest

from stemma.errors import DataError
from stemma.ledger.entries import decode, decode_ruling, encode, says_the_same
from stemma.model.document import Document
from stemma.model.ruling import FindingRuling, SamenessRuling, claim_ruling
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


def test_only_documents_and_references_may_change_hands_unnoticed() -> None:
    mine, yours = '{"made_by":1,"x":1}', '{"made_by":2,"x":1}'
    assert says_the_same("document", mine, yours)
    assert says_the_same("event_ref", mine, yours)
    assert not says_the_same("account", mine, yours)
    assert not says_the_same("document", mine, '{"made_by":1,"x":2}')
