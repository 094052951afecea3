"""The history of an incident: all that touched it, in order; and what a data-only reader sees of it."""

from __future__ import annotations

import pytest

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.review import (
    accept,
    assign,
    change_status,
    comment,
    different,
    history,
    override,
    record_export,
    reject,
    withdraw,
    withdraw_comment,
)
from stemma.review.data_only import SOMEBODY
from stemma.review.history import for_a_reader
from tests.ledgers import Filled
from tests.review.people import name_people


@pytest.fixture
def incident(filled: Filled) -> str:
    """The one incident."""
    (row,) = selectors.incidents()
    return row.id


def test_all_that_touched_it_in_order(filled: Filled, incident: str) -> None:
    a, b = selectors.linked(incident).aliases
    claim = filled.readings[0].claims[0]
    name_people()
    change_status(a, "take_up", actor="Dan")
    assign(b, "Dan", actor="Bob", reason="knows it")
    accept(claim.id, actor="Dan")
    reject(claim.id, actor="Dan", reason="counts another")
    override(incident, "low", "5", slot="killed", policy="ucdp", actor="Dan", reason="a list")
    withdraw(incident, "low", slot="killed", policy="ucdp", actor="Dan", reason="no list")
    different(a, b, actor="Dan", reason="two markets")
    said = comment("claim", claim.id, "see page two", actor="Eve")
    withdraw_comment(said.id, actor="Eve", reason="wrong page")
    record_export("csv", {"claims.csv": "0" * 64}, seq=selectors.taken_in(), actor="Bob")
    rows = history(b)
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)
    assert [(row.kind, row.actor) for row in rows] == [
        ("capture", None),
        ("capture", None),
        ("account", None),
        ("status", "Dan"),
        ("assignment", "Bob"),
        *[("ruling", "Dan")] * 5,
        ("comment", "Eve"),
        ("comment", "Eve"),
        ("export", "Bob"),
    ]
    told = [row.what for row in rows]
    assert told[0] == "received http://m.test/1 of Morning Post"
    assert told[2].startswith(f"account {incident[:8]} published: killed")
    assert told[3:5] == ["take up: candidate → in_review", "gave it to Dan"]
    assert told[5].startswith(f"accepted the claim {claim.id[:8]} ({claim.kind}: ")
    assert told[6].startswith("rejected the claim")
    assert told[7:10] == [
        "set killed low to 5 under ucdp",
        "took back killed low under ucdp",
        "ruled 1 pair of reports different",
    ]
    assert told[10].startswith(f"comment {said.id[:8]} on the claim {claim.id[:8]}")
    assert told[11].startswith(f"took back the comment {said.id[:8]}")
    assert [row.reason for row in rows[6:]][:2] == ["counts another", "a list"]
    assert [row.reason for row in rows[10:12]] == ["see page two", "wrong page"]


def test_a_data_only_reader_sees_no_name(incident: str) -> None:
    name_people()
    assign(incident, "Dan", actor="Bob", reason="Cleo is away, as dan knows")
    comment("incident", incident, "Ada thinks so too", actor="Eve")
    rows = tuple(for_a_reader(history(incident), selectors.everybody()))
    assert [row.seq for row in rows] == [row.seq for row in history(incident)]
    assert {row.actor for row in rows} == {None, SOMEBODY}
    assert (rows[-2].what, rows[-2].reason) == (f"gave it to {SOMEBODY}", f"{SOMEBODY} is away, as {SOMEBODY} knows")
    assert rows[-1].reason is None
    shown = " ".join(f"{row.what} {row.reason}" for row in rows).casefold().split()
    assert {"ada", "bob", "cleo", "dan", "eve"}.isdisjoint(shown)


def test_an_incident_that_is_not_there(incident: str) -> None:
    assert history(incident)
    with pytest.raises(NotFoundError):
        history("00000000")
