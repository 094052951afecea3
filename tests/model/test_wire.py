"""The JSON spelling of the model: there and back without loss, and nothing but the shape gets in."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.errors import DataError
from stemma.model.capture import Capture
from stemma.model.claim import Claim
from stemma.model.count import Count
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.incident import Linking
from stemma.model.origin import Trace
from stemma.model.place import Place
from stemma.model.report import Report
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling, SamenessRuling
from stemma.model.span import Span
from stemma.model.time import DateRange
from stemma.model.value import VALUE_TYPES, Means, Party, Toll, Value
from stemma.model.wire import from_wire, to_wire
from tests.model.strategies import values

RULINGS = (ClaimRuling, SamenessRuling, FindingRuling)
HANDED_OVER = (Capture, Document, Claim, Report, Account, Trace, Linking, *RULINGS, Count)
DAY = DateRange("2016-09-17", "2016-09-17", "day")


@pytest.mark.parametrize("kind", HANDED_OVER)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_what_goes_out_as_json_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    assert from_wire(kind, orjson.loads(orjson.dumps(to_wire(value)))) == value


def test_every_field_is_spelt_nulls_included() -> None:
    assert to_wire(Means("mortar")) == {"weapon": "mortar", "count": None}


def test_a_name_that_python_keeps_loses_its_underscore() -> None:
    assert to_wire(DAY)["from"] == "2016-09-17"
    assert from_wire(DateRange, to_wire(DAY)) == DAY


def test_mappings_go_out_sorted() -> None:
    assert list(to_wire({"b": 1, "a": 2})) == ["a", "b"]


def test_values_of_a_claim_are_told_apart_by_their_fields_alone() -> None:
    members = get_args(Value)
    keys = {frozenset(spelt(kind)) for kind in members}
    assert len(keys) == len(members)
    assert set(VALUE_TYPES.values()) == set(members)


def spelt(kind: type) -> set[str]:
    return {field.name.rstrip("_") for field in dataclasses.fields(kind)}


@pytest.mark.parametrize(
    "ruling",
    [
        ClaimRuling("r", "reject", "m", "c", "all", "why", "who"),
        SamenessRuling("r", "same", "a", "b", "why", "who"),
        FindingRuling("r", "override", "i", None, "grade", "Weak", "airwars", "why", "who"),
    ],
)
def test_a_ruling_is_told_by_what_it_names(ruling: Ruling) -> None:
    assert from_wire(type(ruling), to_wire(ruling)) == ruling


@pytest.mark.parametrize(
    ("kind", "data", "what"),
    [
        (Party, {}, "missing"),
        (Party, {"party": "X", "by": "Y"}, "unknown"),
        (Party, {"party": 5}, "Party.party"),
        (Party, None, "Party"),
        (Means, {"weapon": "mortar", "count": True}, "Means.count"),
        (Means, {"weapon": "mortar", "count": 2.5}, "Means.count"),
        (Toll, {**to_wire(Toll("killed", 1, 1, "exact")), "state": "slain"}, "Toll.state"),
        (Place, {**to_wire(Place("X")), "lat": "35"}, "Place.lat"),
        (Span, {"start": 5, "end": 2}, "not a span"),
        (Count, {"low": 9, "high": 2, "qualifier": "between", "word": None}, "low above high"),
        (DateRange, {**to_wire(DAY), "candidates": "2016-09-17"}, "DateRange.candidates"),
    ],
)  # fmt: skip
def test_data_of_another_shape_is_refused_and_named(kind: type, data: Any, what: str) -> None:
    with pytest.raises(DataError, match=what):
        from_wire(kind, data)


def test_a_claim_of_no_kind_that_exists_is_refused() -> None:
    with pytest.raises(DataError, match="no variant"):
        from_wire(Claim, {**_claim(), "value": {"who": "X"}})


def test_a_whole_number_serves_for_a_degree() -> None:
    assert from_wire(Place, {**to_wire(Place("X")), "lat": 35, "lon": 40}) == Place("X", 35.0, 40.0)


def _claim() -> dict[str, Any]:
    return {
        "id": "c", "mention_id": "m", "document_id": "d", "kind": "perpetrator", "value": {"party": "X"},
        "stance": "asserts", "hedges": [], "voices": [], "relays": [],
        "event": {"ref": "e", "type": "other", "date": to_wire(DAY), "place": None, "background": False},
        "quote": {"text": "X", "start": 0, "end": 1}, "mention": {"start": 0, "end": 1},
        "made_by": {"stage": "read", "version": "1", "rules": ""},
    }  # fmt: skip
