"""The queue of links, two incidents side by side, merging and splitting: for each role, and what is refused."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from stemma.ledger import selectors
from stemma.model.ruling import SamenessRuling
from stemma.review import history
from tests.desk.roles import People, body, hidden, the

REASON = "The same place and day, and figures that agree."


def decide(client: Client, page: str, act: str, **more: str) -> str:
    """Press a usual reason; the page that follows."""
    given = {"about": hidden(page, "about"), "seen": hidden(page, "seen"), "act": act, "reason": REASON}
    response = client.post("/review/links/decide/", {**given, "next": "/review/links/", **more}, follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def ruled() -> list[SamenessRuling]:
    return [row.ruling for row in selectors.rulings() if isinstance(row.ruling, SamenessRuling)]


@pytest.mark.parametrize("page", ["/review/links/", "/review/links/all/"])
def test_strangers_are_asked_to_sign_in(sampled: Path, accounts: Path, client: Client, page: str) -> None:
    assert client.get(page)["Location"].startswith("/account/login/")


def test_the_first_question_is_side_by_side_with_what_it_would_come_to(people: People) -> None:
    page = body(people["Ana"], "/review/links/")
    for told in (
        "Are these one incident?", "3 to decide", "Air strike, Jabal Thardeh (Syria), date unknown", "12 km apart",
        "the ranges meet", "If they are one", "on the word of 7 independent origins", "the place",
        "Jabal Thardeh / Deir al-Zor",
        "+2.4", "no side in common", "Over 80 men of the Syrian Arab Army lie dead",
    ):  # fmt: skip
        assert told in page, told


@pytest.mark.parametrize(("name", "may"), [("Ana", True), ("Leo", True), ("Con", False), ("Rea", False)])
def test_who_may_not_rule_sees_no_form_and_which_role_may(people: People, name: str, may: bool) -> None:
    incident = the("Air strike, Deir Ezzor")
    links = body(people[name], "/review/links/")
    assert ("/review/links/decide/" in links) is may
    assert ("takes the role Analyst" in links) is not may
    page = body(people[name], f"/incidents/{incident}/")
    assert ("Merge with …" in page, "/split/" in page) == (may, may)
    refused = decide(people[name], body(people["Ana"], "/review/links/"), "unsure")
    assert (f"{name} may not" in refused) is not may
    assert bool(ruled()) is may


def test_different_leads_on_to_the_next_question_and_undo_back(people: People) -> None:
    ana = people["Ana"]
    page = decide(ana, body(ana, "/review/links/"), "different", words="Two hills.")
    assert ("Different, ruled for 9 pairs" in page, "2 to decide" in page, "1 decided" in page) == (True, True, True)
    assert "Does this report belong here?" in page
    assert {(one.act, one.actor, one.reason) for one in ruled()} == {("different", "Ana", f"{REASON} Two hills.")}
    given = {"ruling": hidden(page, "ruling"), "next": "/review/links/"}
    back = ana.post("/review/links/undo/", given, follow=True).content.decode()
    assert "Are these one incident?" in back
    assert "Undo:" not in back
    assert ruled()[-1].act == "withdraw"
    again = unescape(ana.post("/review/links/undo/", given, follow=True).content.decode())
    assert "you have ruled something else since" in again


def test_skipping_asks_the_next_and_all_again_at_the_end(people: People) -> None:
    ana = people["Ana"]
    for _ in range(3):
        page = body(ana, "/review/links/")
        ana.post("/review/links/skip/", {"about": hidden(page, "about"), "next": "/review/links/"})
    assert "Look at 3 skipped ones again" in body(ana, "/review/links/")
    ana.post("/review/links/skip/", {"next": "/review/links/"})
    assert "3 to decide" in body(ana, "/review/links/")
    assert ruled() == []


def test_a_link_inside_an_incident_is_held_or_ended(people: People) -> None:
    ana = people["Ana"]
    page = decide(ana, body(ana, "/review/links/"), "unsure")
    assert "Does this report belong here?" in page
    assert 'id="h-unsure"' not in page
    assert ("It belongs here" in page, "It does not" in page) == (True, True)
    page = decide(ana, page, "same")
    assert ruled()[-1].act == "same"
    page = decide(ana, page, "different")
    assert "No link asks for a decision" in page
    assert {one.act for one in ruled()} == {"unsure", "same", "different"}


def test_a_ruling_on_two_incidents_settles_no_link_inside_them(people: People) -> None:
    ana, one, other = people["Ana"], the("Air strike, Sanaa"), the("Air strike, Al-Hari")
    decide(ana, body(ana, f"/review/pair/{one}/{other}/"), "different", land="1")
    assert "3 to decide" in body(ana, "/review/links/")


def test_what_changed_since_it_was_looked_at_is_not_ruled_on(people: People) -> None:
    page = body(people["Ana"], "/review/links/")
    given = {"about": hidden(page, "about"), "seen": "0" * 20, "act": "same", "reason": "r"}
    told = unescape(people["Ana"].post("/review/links/decide/", given, follow=True).content.decode())
    assert "not what they were when you looked" in told
    assert ruled() == []


def test_several_are_ruled_on_at_once_and_each_for_itself(people: People) -> None:
    page = body(people["Ana"], "/review/links/all/")
    about = re.findall(r'name="about" value="([^"]+)"', page)
    assert len(about) == 3
    given = {
        "about": [*about, "0123456789:abcdef0123/x"],
        "act": "different",
        "reason": REASON,
        "next": "/review/links/all/",
    }
    told = unescape(people["Ana"].post("/review/links/decide-all/", given, follow=True).content.decode())
    assert ("Different: 3 questions." in told, "no incident" in told) == (True, True)
    assert "No link asks for a decision" in told


def test_merged_by_search_it_lands_on_the_incident_and_can_be_undone(people: People) -> None:
    ana = people["Ana"]
    one, other = the("Air strike, Sanaa"), the("Air strike, Al-Hari")
    assert f"/review/pair/{one}/{other}/" in body(ana, f"/incidents/{one}/merge/", q="Hari")
    assert f"/review/pair/{one}/{other}/" in body(ana, f"/incidents/{one[:8]}/merge/", q=other[:8])
    assert "No other incident answers" in body(ana, f"/incidents/{one}/merge/", q="nosuchword")
    page = body(ana, f"/review/pair/{one}/{other}/")
    sentence = re.search(r'<div class="come-to">.*?<p>(.*?) <span', page)
    assert sentence is not None
    landed = decide(ana, page, "same", land="1")
    assert sentence[1] in landed
    assert "The same, ruled for 33 pairs of reports" in landed
    assert selectors.resolve(one) == selectors.resolve(other)
    undone = ana.post("/review/links/undo/", {"ruling": hidden(landed, "ruling"), "land": "1"}, follow=True)
    assert "Taken back" in undone.content.decode()
    assert selectors.resolve(one) != selectors.resolve(other)


def test_another_person_can_withdraw_it_with_a_reason(people: People) -> None:
    one, other = the("Air strike, Sanaa"), the("Air strike, Al-Hari")
    decide(people["Ana"], body(people["Ana"], f"/review/pair/{one}/{other}/"), "same", land="1")
    page = body(people["Leo"], f"/incidents/{one}/")
    assert ("1 ruling on its reports holds" in page, "Ana" in page, "Undo:" in page) == (True, True, False)
    given = {"a": hidden(page, "a"), "b": hidden(page, "b"), "next": f"/incidents/{one}/"}
    assert "withdraw" not in {one.act for one in ruled()}
    people["Leo"].post("/review/links/withdraw/", {**given, "reason": ""})
    assert "withdraw" not in {one.act for one in ruled()}
    people["Leo"].post("/review/links/withdraw/", {**given, "reason": "two wars"})
    assert selectors.resolve(one) != selectors.resolve(other)


def test_readers_see_what_was_ruled_without_a_name(people: People) -> None:
    one, other = the("Air strike, Sanaa"), the("Air strike, Al-Hari")
    decide(people["Ana"], body(people["Ana"], f"/review/pair/{one}/{other}/"), "different", land="1", words="Ask Ana.")
    page = body(people["Rea"], f"/incidents/{one}/")
    assert ("an analyst" in page, "Ask an analyst." in page, "Ana" in re.sub("an analyst|Analyst", "", page)) == (
        True,
        True,
        False,
    )


def test_a_split_is_shown_before_it_is_ruled_and_its_parts_after(people: People) -> None:
    ana, incident = people["Ana"], the("Air strike, Sanaa")
    address = f"/incidents/{incident}/split/"
    page = body(ana, address)
    reports = re.findall(r'name="report" value="([^"]+)"', page)
    assert len(reports) == 3
    assert "Joined to its nearest fellow (100%) by:" in page
    assert "some have to stay" in unescape(ana.get(address, {"report": reports}).content.decode())
    shown = unescape(ana.get(address, {"report": reports[:1]}).content.decode())
    assert ("What would come of it" in shown, "Set 1 report apart" in shown) == (True, True)
    given = {"seen": hidden(shown, "seen"), "report": reports[:1], "reason": "Other victims.", "next": address}
    landed = unescape(ana.post(f"{address}apart/", given, follow=True).content.decode())
    assert "1 report is set apart: " in landed
    assert selectors.resolve(reports[0]) != selectors.resolve(reports[1]) == selectors.resolve(reports[2])
    assert "Undo: different" in landed
    stale = ana.post(f"{address}apart/", given, follow=True).content.decode()
    assert "reports came or went" in stale
    assert any("different" in row.what or "apart" in row.what for row in history(selectors.resolve(reports[1])))


def test_a_pair_that_is_one_already_or_none(people: People) -> None:
    one = the("Air strike, Sanaa")
    assert people["Ana"].get(f"/review/pair/{one}/{one[:9]}/")["Location"] == f"/incidents/{one}/"
    assert people["Ana"].get(f"/review/pair/{one}/ffffffffff/").status_code == 404
