"""Where work on an incident stands, when its ids change hands; and how far a receipt has come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import of_account, of_capture
from stemma.ledger.writer import append
from stemma.review import assign, change_status
from tests import factories
from tests.ledgers import AT, Filled


@pytest.fixture
def incident(filled: Filled) -> str:
    """The one incident."""
    (row,) = selectors.incidents()
    return row.id


def test_a_receipt_comes_as_far_as_an_incident(filled: Filled) -> None:
    unread = factories.received_of(factories.document("Nothing yet.", label="new.txt"))
    append([of_capture(unread.capture)], at=AT)
    assert selectors.report_status(unread.capture.id) == "captured"
    assert {selectors.report_status(page.capture_id) for page in filled.pages} == {"linked"}
    with pytest.raises(NotFoundError):
        selectors.report_status("0" * 20)


def test_an_id_that_was_an_incident_once_is_superseded(incident: str) -> None:
    (other,) = set(selectors.account(incident).aliases) - {incident}
    assert selectors.work_state(other).incident == incident
    account = selectors.account(incident)
    append([of_account(replace(account, id=other))], at=AT)
    state = selectors.work_state(other[:10])
    assert (state.incident, state.status, state.merged_into) == (other, "superseded", incident)
    assert selectors.work_state(incident).status == "candidate"


def test_the_last_change_under_any_name_holds(incident: str) -> None:
    (other,) = set(selectors.account(incident).aliases) - {incident}
    change_status(other, "take_up", actor="Ada")
    assign(other, "Ada", actor="Ada")
    state = selectors.work_state(incident)
    assert (state.status, state.actor, state.assignee, state.changed_since) == ("in_review", "Ada", "Ada", False)
    assert state.seq == selectors.status_changes(incident)[-1].seq


def test_everybody_is_named_once(incident: str) -> None:
    assert selectors.everybody() == frozenset()
    assign(incident, "Dan", actor="Ada")
    change_status(incident, "take_up", actor="Dan")
    assert selectors.everybody() == {"Ada", "Dan"}


def test_what_waits_to_enter_the_accounts(filled: Filled, incident: str) -> None:
    assert not selectors.accounts_due()
    assign(incident, None, actor="Ada")
    assert not selectors.accounts_due()
    unread = factories.received_of(factories.document("Nothing yet.", label="new.txt"))
    append([of_capture(unread.capture)], at=AT)
    assert selectors.accounts_due()
