"""Assignments and comments: what is appended, what is refused, and that no account follows from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stemma.errors import InputError, NotAllowedError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.model.series import Question
from stemma.review import assign, comment, save_series, withdraw_comment
from tests.ledgers import Filled
from tests.review.people import name_people


@pytest.fixture
def incident(filled: Filled) -> str:
    """The one incident, of a ledger that names nobody."""
    (row,) = selectors.incidents()
    return row.id


def test_the_last_assignment_holds(filled: Filled, incident: str) -> None:
    alias = selectors.account(incident).aliases[-1]
    assert selectors.work_state(incident).assignee is None
    assign(alias, " Dan ", actor="Ada", reason=" knows the town ")
    assert selectors.work_state(incident).assignee == "Dan"
    (held,) = (row.value for row in selectors.touched(incident).events if row.value.__class__.__name__ == "Assignment")
    assert (held.incident, held.person, held.reason) == (incident, "Dan", "knows the town")
    assign(incident, None, actor="Dan")
    assert selectors.work_state(incident).assignee is None
    assert verify(filled.folder).ok


def test_work_is_given_to_who_may_do_it(incident: str) -> None:
    name_people()
    assert assign(incident, "dan", actor="Cleo").person == "Dan"
    for person in ("Eve", "Nobody"):
        with pytest.raises(InputError, match="role analyst"):
            assign(incident, person, actor="Cleo")
    with pytest.raises(NotAllowedError, match="role analyst"):
        assign(incident, "Dan", actor="Eve")
    assert selectors.work_state(incident).assignee == "Dan"


def test_comments_on_each_thing_and_answers(filled: Filled, incident: str) -> None:
    claim = filled.readings[0].claims[0]
    series = save_series("Markets", Question(text="market"), actor="Ada")
    first = comment("incident", selectors.account(incident).aliases[-1], " two lists? ", actor=" Ada ")
    assert (first.about, first.subject, first.text, first.actor) == ("incident", incident, "two lists?", "Ada")
    second = comment("incident", incident, "one list", actor="Bob", answers=first.id[:8])
    assert second.answers == first.id
    assert comment("claim", claim.id[:8], "see the second page", actor="Bob").subject == claim.id
    assert comment("document", claim.document_id[:8], "a copy", actor="Bob").subject == claim.document_id
    assert comment("series", "markets", "all of them?", actor="Bob").subject == series.id
    assert [row.comment for row in selectors.comments_of(incident)] == [first, second]
    assert [row.comment.text for row in selectors.comments("series", {series.id})] == ["all of them?"]
    assert not selectors.accounts_due()
    assert verify(filled.folder).ok


def test_a_comment_is_taken_back_with_a_reason_and_stays(incident: str) -> None:
    name_people()
    made = comment("incident", incident, "wrong", actor="Eve")
    with pytest.raises(NotAllowedError, match="take back somebody else's comment"):
        withdraw_comment(made.id, actor="Dan", reason="r")
    ended = withdraw_comment(made.id[:8], actor="eve", reason=" another incident ")
    assert (ended.withdraws, ended.text, ended.actor) == (made.id, "another incident", "Eve")
    (row,) = selectors.comments_of(incident)
    assert (row.comment, row.withdrawn) == (made, ended)
    with pytest.raises(InputError, match="already"):
        withdraw_comment(made.id, actor="Eve", reason="r")
    other = comment("incident", incident, "rude", actor="Eve")
    assert withdraw_comment(other.id, actor="Bob", reason="rude").actor == "Bob"


REFUSED: list[tuple[Callable[[str], object], type[Exception], str]] = [
    (lambda i: comment("incident", i, " ", actor="Ada"), InputError, "text"),
    (lambda i: comment("incident", i, "t", actor=" "), InputError, "actor"),
    (lambda i: comment("claim", i[:3], "t", actor="Ada"), NotFoundError, "claim"),
    (lambda i: comment("incident", i, "t", actor="Ada", answers="0000"), NotFoundError, "comment"),
    (lambda i: withdraw_comment(i, actor="Ada", reason="r"), NotFoundError, "comment"),
    (lambda i: withdraw_comment(i, actor="Ada", reason=""), InputError, "reason"),
    (lambda i: assign(i[:3], "Dan", actor="Ada"), NotFoundError, "incident"),
    (lambda i: assign(i, " ", actor="Ada"), InputError, "person"),
]


@pytest.mark.parametrize(("act", "error", "what"), REFUSED)
def test_what_is_refused_appends_nothing(
    incident: str, act: Callable[[str], object], error: type[Exception], what: str
) -> None:
    before = Event.objects.count()
    with pytest.raises(error, match=what):
        act(incident)
    assert Event.objects.count() == before


def test_an_answer_is_about_the_same_thing(filled: Filled, incident: str) -> None:
    made = comment("claim", filled.readings[0].claims[0].id, "here", actor="Ada")
    with pytest.raises(InputError, match="something else"):
        comment("incident", incident, "there", actor="Ada", answers=made.id)
    assert selectors.comments_of(incident) == ()
