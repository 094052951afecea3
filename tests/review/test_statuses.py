"""Moving an incident from status to status, and the four eyes of a seal."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.data.statuses import load_statuses
from stemma.errors import InputError, NotAllowedError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.model.status import StatusChange, WorkState
from stemma.review import accept, change_status, override, reject, same, seal
from tests.ledgers import Filled, project
from tests.review.people import PEOPLE, name_people


@pytest.fixture
def incident(filled: Filled) -> str:
    """The one incident of a ledger whose people are named."""
    name_people()
    (row,) = selectors.incidents()
    return row.id


def ready(incident: str, who: str = "Dan") -> None:
    change_status(incident, "take_up", actor=who)
    change_status(incident, "mark_ready", actor=who)


def at(incident: str) -> WorkState:
    return selectors.work_state(incident)


def test_an_incident_starts_as_a_candidate_and_goes_as_far_as_being_out(filled: Filled, incident: str) -> None:
    assert at(incident) == WorkState(incident, "candidate")
    ready(incident)
    head = Event.objects.order_by("-seq").values_list("digest", flat=True)[0]
    made = seal(incident, actor="bob", reason=" gone over ")
    assert (made.act, made.before, made.after, made.actor, made.reason) == (
        "seal",
        "ready",
        "approved",
        "Bob",
        "gone over",
    )
    assert (made.head, made.rules) == (head, load_statuses().hash)
    assert change_status(incident, "publish", actor="Bob").after == "published"
    state = at(incident)
    assert (state.status, state.actor, state.changed_since, state.merged_into) == ("published", "Bob", False, None)
    assert [held.value.act for held in selectors.status_changes(incident)] == [
        "take_up",
        "mark_ready",
        "seal",
        "publish",
    ]
    assert verify(filled.folder).ok


def test_any_name_of_an_incident_leads_to_its_status(incident: str) -> None:
    for alias in selectors.account(incident).aliases:
        change_status(alias, "take_up" if at(incident).status == "candidate" else "mark_ready", actor="Dan")
    assert at(incident).status == "ready"


@pytest.mark.parametrize("who", ["Dan", "Eve", "Nobody"])
def test_who_is_no_lead_seals_nothing(incident: str, who: str) -> None:
    ready(incident, "Bob")
    with pytest.raises(NotAllowedError, match="needs the role lead"):
        seal(incident, actor=who)
    assert at(incident).status == "ready"


def test_who_made_it_ready_does_not_seal_it_under_any_spelling(incident: str) -> None:
    ready(incident, "Bob")
    for who in ("Bob", " BOB ", "B\u200bob"):
        with pytest.raises(NotAllowedError, match="second person"):
            seal(incident, actor=who)
    assert seal(incident, actor="Cleo").after == "approved"


def test_whose_rulings_the_account_rests_on_does_not_seal_it(filled: Filled, incident: str) -> None:
    override(incident, "low", "5", slot="killed", actor="Bob", reason="a list")
    project()
    ready(incident)
    assert selectors.deciders(incident) == {"Bob"}
    with pytest.raises(NotAllowedError, match="rests on rulings by Bob"):
        seal(incident, actor="Bob")
    assert seal(incident, actor="Cleo").after == "approved"


def test_who_rejected_a_claim_or_joined_reports_does_not_seal_it(filled: Filled, incident: str) -> None:
    a, b = selectors.linked(incident).aliases
    reject(filled.readings[0].claims[0].id, actor="Bob", reason="r")
    same(a, b, actor="Cleo", reason="r")
    project()
    ready(incident)
    assert selectors.deciders(incident) == {"Bob", "Cleo"}
    for who in ("Bob", "Cleo"):
        with pytest.raises(NotAllowedError, match="rests on rulings"):
            seal(incident, actor=who)
    assert seal(incident, actor="Ada").after == "approved"


def test_who_went_over_the_claims_may_seal(filled: Filled, incident: str) -> None:
    for reading in filled.readings:
        accept(reading.claims[0].id, actor="Bob")
    project()
    ready(incident)
    assert selectors.deciders(incident) == frozenset()
    assert seal(incident, actor="Bob").after == "approved"


def test_a_ledger_that_names_nobody_has_no_second_person(filled: Filled) -> None:
    (row,) = selectors.incidents()
    ready(row.id, "Ada")
    with pytest.raises(NotAllowedError, match="names nobody"):
        seal(row.id, actor="Bob")
    name_people()
    with pytest.raises(NotAllowedError, match="before this ledger named anybody"):
        seal(row.id, actor="Bob")
    change_status(row.id, "send_back", actor="Dan", reason="by name")
    change_status(row.id, "mark_ready", actor="Dan")
    assert seal(row.id, actor="Bob").after == "approved"


def test_what_changed_since_it_was_ready_is_not_sealed(filled: Filled, incident: str) -> None:
    ready(incident)
    reject(filled.readings[0].claims[0].id, actor="Dan", reason="r")
    with pytest.raises(InputError, match="wait to enter"):
        seal(incident, actor="Bob")
    project(label="Another strike")
    with pytest.raises(InputError, match="has changed since the incident became ready"):
        seal(incident, actor="Bob")
    assert at(incident).changed_since


def test_an_approval_goes_stale_and_fresh_again_with_its_account(filled: Filled, incident: str) -> None:
    ready(incident)
    seal(incident, actor="Bob")
    project(label="Another strike")
    assert (at(incident).status, at(incident).changed_since) == ("approved", True)
    with pytest.raises(InputError, match="has changed since the incident became approved"):
        change_status(incident, "publish", actor="Bob")
    project()
    assert (at(incident).status, at(incident).changed_since) == ("approved", False)


@pytest.mark.parametrize(
    ("act", "who", "reason", "error", "what"),
    [
        ("mark_ready", "Dan", "", InputError, "no mark_ready from candidate; from there lead take_up, withdraw"),
        ("seal", "Bob", "", InputError, "stemma review seal"),
        ("approve", "Bob", "", NotFoundError, "there are take_up"),
        ("withdraw", "Bob", " ", InputError, "reason"),
        ("withdraw", "Dan", "r", NotAllowedError, "needs the role lead"),
        ("take_up", "Eve", "", NotAllowedError, "needs the role analyst"),
        ("take_up", " ", "", InputError, "actor"),
    ],
)
def test_what_is_refused_leaves_all_as_it_was(
    incident: str, act: str, who: str, reason: str, error: type[Exception], what: str
) -> None:
    with pytest.raises(error, match=what):
        change_status(incident, act, actor=who, reason=reason)
    assert at(incident) == WorkState(incident, "candidate")
    assert Event.objects.filter(kind="status").count() == 0


def test_an_incident_that_is_not_there(incident: str) -> None:
    for act in (lambda: change_status("00000000", "take_up", actor="Dan"), lambda: seal("00000000", actor="Bob")):
        with pytest.raises(NotFoundError):
            act()


def test_of_two_who_seal_at_once_one_is_second(incident: str) -> None:
    ready(incident)
    both = Barrier(2)
    outcomes: list[str] = []

    def attempt(who: str) -> None:
        both.wait()
        try:
            outcomes.append(seal(incident, actor=who).after)
        except InputError as error:
            outcomes.append(error.why)
        finally:
            connection.close()

    people = [Thread(target=attempt, args=(who,)) for who in ("Bob", "Cleo")]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert sorted(outcomes, key=len) == [
        "approved",
        "no seal from approved; from there lead publish, reopen, supersede, withdraw",
    ]
    assert [held.value.act for held in selectors.status_changes(incident)] == ["take_up", "mark_ready", "seal"]


MOVES = st.lists(
    st.tuples(st.sampled_from(sorted(PEOPLE)), st.sampled_from(sorted(load_statuses().transitions))), max_size=14
)


def try_all(incident: str, moves: list[tuple[str, str]]) -> None:
    for who, act in moves:
        try:
            if act == "seal":
                seal(incident, actor=who)
            else:
                change_status(incident, act, actor=who, reason="r")
        except (InputError, NotAllowedError):
            pass


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_nothing_is_approved_by_fewer_than_two_persons(
    filled: Filled, ledger: Path, moves: list[tuple[str, str]]
) -> None:
    (row,) = selectors.incidents()
    if not selectors.people():
        name_people()
    try_all(row.id, [("Ada", "take_up"), *moves, ("Dan", "mark_ready"), ("Cleo", "seal")])
    made = [held.value for held in selectors.status_changes(row.id)]
    follow(made)


def follow(made: list[StatusChange]) -> None:
    """Each change starts where the one before ended, and every approval has two persons behind it."""
    status, brought = "candidate", ""
    for change in made:
        assert change.before == status
        if change.after == "approved":
            assert change.act == "seal"
            assert brought != change.actor
            assert PEOPLE[change.actor] in {"lead", "administrator"}
        status, brought = change.after, change.actor
