"""Where work on an incident stands: told on its page, moved on by whoever may, listed on the board."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from stemma import review
from stemma.build import refresh
from stemma.ledger import selectors
from tests.desk.roles import People, body, the


@pytest.fixture
def incident(people: People) -> str:
    return the("Air strike, Sanaa")


def go(client: Client, incident: str, act: str, reason: str = "", **more: str) -> str:
    given = {"act": act, "reason": reason, "next": f"/incidents/{incident}/", **more}
    return unescape(client.post(f"/incidents/{incident}/status/", given, follow=True).content.decode())


def status(incident: str) -> str:
    return selectors.work_state(incident).status


def test_strangers_see_nothing_of_it(people: People, incident: str, client: Client) -> None:
    assert 'id="work"' not in body(client, f"/incidents/{incident}/")
    assert client.get("/review/work/").status_code == 302


@pytest.mark.parametrize(("name", "may"), [("Ana", True), ("Con", False), ("Rea", False)])
def test_the_status_is_told_with_its_meaning_and_who_may_move_it(
    people: People, incident: str, name: str, may: bool
) -> None:
    page = body(people[name], f"/incidents/{incident}/")
    assert "Reports were linked to it, and nobody has taken it up." in page
    assert ("Take it up" in page, "Moving it on takes the role Analyst." in page) == (may, not may)
    go(people[name], incident, "take_up")
    assert (status(incident) == "in_review") is may


def test_taken_up_it_is_ones_own_and_handed_over_to_a_second_person(people: People, incident: str) -> None:
    page = go(people["Ana"], incident, "take_up", mine="1")
    assert ("In review now." in page, "It is yours to work on." in page) == (True, True)
    assert "Air strike, Sanaa" in body(people["Ana"], "/review/work/?show=mine")
    assert "Nothing is yours" in body(people["Leo"], "/review/work/?show=mine")
    assert "says why" in go(people["Ana"], incident, "ask_help")
    go(people["Ana"], incident, "ask_help", "which hall was it?")
    assert "“which hall was it?”" in body(people["Leo"], "/review/work/?show=help_needed")
    for act in ("resume", "mark_ready"):
        go(people["Ana"], incident, act)
    assert status(incident) == "ready"
    page = body(people["Leo"], f"/incidents/{incident}/")
    assert ("Ready for a second person" in page, "Approve and seal" in page, "by Ana" in page) == (True, True, True)
    go(people["Leo"], incident, "seal")
    assert status(incident) == "approved"
    go(people["Leo"], incident, "publish")
    assert "Published" in body(people["Ana"], "/review/work/?show=published")


def test_who_made_it_ready_or_ruled_cannot_seal_and_is_told_why(people: People, incident: str) -> None:
    for act in ("take_up", "mark_ready"):
        go(people["Leo"], incident, act)
    page = body(people["Leo"], f"/incidents/{incident}/")
    assert "Leo made it ready and cannot approve it as well" in page
    assert "it takes a second person" in go(people["Leo"], incident, "seal")
    assert status(incident) == "ready"
    assert "Approve and seal</button>" in body(people["Lea"], f"/incidents/{incident}/")


def test_an_account_that_changed_since_is_marked_and_not_sealed(people: People, incident: str, sampled: Path) -> None:
    for act in ("take_up", "mark_ready"):
        go(people["Ana"], incident, act)
    review.split(incident, selectors.linked(incident).aliases[1:2], actor="Ana", reason="another raid")
    assert "rulings or reports wait to enter it" in go(people["Leo"], incident, "seal")
    refresh(sampled)
    page = body(people["Leo"], f"/incidents/{selectors.resolve(incident)}/")
    assert ("changed since" in page, "it must be gone over again first" in page) == (True, True)


def test_work_is_given_to_whoever_can_do_it(people: People, incident: str) -> None:
    people["Ana"], people["Con"]
    page = body(people["Leo"], f"/incidents/{incident}/")
    assert ("<option>Ana</option>" in page, "<option>Con</option>" in page) == (True, False)
    given = {"person": "Ana", "next": f"/incidents/{incident}/"}
    assert "It is Ana’s to work on." in unescape(
        people["Leo"].post(f"/incidents/{incident}/assign/", given, follow=True).content.decode()
    )
    page = body(people["Rea"], "/review/work/?show=candidate")
    assert ("an analyst" in page, ">Ana<" in page) == (True, False)
    refused = people["Leo"].post(f"/incidents/{incident}/assign/", {**given, "person": "Con"}, follow=True)
    assert "could not work on it here" in refused.content.decode()
    people["Ana"].post(f"/incidents/{incident}/assign/", {**given, "person": ""})
    assert selectors.work_state(incident).assignee is None


def test_the_board_has_all_by_what_waits_first(people: People, incident: str) -> None:
    page = body(people["Ana"], "/review/work/")
    assert page.count('<th scope="row">') == 8
    go(people["Ana"], incident, "take_up")
    page = body(people["Ana"], "/review/work/")
    assert page.index('id="h-in_review"') < page.index('id="h-candidate"')
    assert page.count('<th scope="row">') == 8
    assert "Nothing stands here" in body(people["Ana"], "/review/work/?show=approved")
