"""Overriding a field of an account: what is appended, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.verification import verify
from stemma.review import override, withdraw
from tests.ledgers import Filled

pytestmark = pytest.mark.both_databases

WHO: dict[str, Any] = {"actor": " Ada ", "reason": " a list of names "}


@pytest.fixture
def incident(filled: Filled) -> str:
    """Another name of the one incident than the shown."""
    (row,) = selectors.incidents()
    return selectors.account(row.id).aliases[-1]


def test_an_override_appends_one_ruling_under_the_shown_name(filled: Filled, incident: str) -> None:
    made = override(incident, "low", "062", slot="killed", **WHO)
    (row,) = selectors.rulings()
    assert row.ruling == made
    assert (made.incident, made.slot, made.field, made.value) == (selectors.resolve(incident), "killed", "low", "62")
    assert (made.actor, made.reason, made.policy) == ("Ada", "a list of names", None)
    assert verify(filled.folder).ok


def test_unknown_is_a_value(incident: str) -> None:
    assert override(incident, "high", "Unknown", slot="killed", **WHO).value is None
    assert override(incident, "grade", "unknown", policy="airwars", **WHO).value is None


@pytest.mark.parametrize(
    ("field", "value", "options", "what"),
    [
        ("low", "-1", {"slot": "killed"}, "number"),
        ("low", "many", {"slot": "killed"}, "number"),
        ("status", "agreed", {"slot": "killed"}, "low, high, best"),
        ("low", "5", {"slot": "missing"}, "no finding"),
        ("low", "5", {"slot": "killed", "policy": "none"}, "no policy"),
        ("grade", "Fair", {}, "name it"),
        ("grade", "Good", {"policy": "airwars"}, "Discounted"),
        ("grade", "Fair", {"policy": "range"}, "no field"),
        ("where_prec", "8", {"policy": "ucdp"}, "where_prec"),
        ("where_prec", "1", {"policy": "airwars"}, "strike_status"),
    ],
)
def test_what_a_field_does_not_take_is_refused(
    incident: str, field: str, value: str, options: dict[str, str], what: str
) -> None:
    with pytest.raises((InputError, NotFoundError), match=what):
        override(incident, field, value, **options, **WHO)
    assert selectors.rulings() == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("grade", "discounted"), ("strike_status", "likely"), ("belligerent_position of Redland", "duplicate")],
)
def test_grades_and_codes_take_the_values_of_their_policy(incident: str, field: str, value: str) -> None:
    assert override(incident, field, value, policy="airwars", **WHO).value in {"Discounted", "likely", "duplicate"}


@pytest.mark.parametrize("missing", [{"actor": " "}, {"reason": "\n"}])
def test_nobody_and_no_reason_are_refused(incident: str, missing: dict[str, str]) -> None:
    with pytest.raises(InputError, match=next(iter(missing))):
        override(incident, "low", "5", slot="killed", **{**WHO, **missing})
    assert selectors.rulings() == ()


def test_only_what_holds_is_withdrawn(filled: Filled, incident: str) -> None:
    with pytest.raises(NotFoundError, match="no override"):
        withdraw(incident, "low", slot="killed", **WHO)
    override(incident, "low", "5", slot="killed", **WHO)
    with pytest.raises(NotFoundError, match="no override"):
        withdraw(incident, "low", slot="killed", policy="acled", **WHO)
    assert withdraw(incident, "low", slot="killed", **WHO).act == "withdraw"
    with pytest.raises(NotFoundError, match="no override"):
        withdraw(incident, "low", slot="killed", **WHO)
    assert [row.ruling.actor for row in selectors.rulings()] == ["Ada", "Ada"]
    assert verify(filled.folder).ok


def test_an_incident_that_is_not_there(filled: Filled) -> None:
    with pytest.raises(NotFoundError, match="incident"):
        override("00000000", "low", "5", slot="killed", **WHO)
    assert verify(filled.folder).ok
