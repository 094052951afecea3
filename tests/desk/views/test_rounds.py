"""Blind rounds at the desk: who sees what, and that nothing of a reading leaks before both have coded."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from stemma.ledger import selectors
from stemma.model.ruling import ClaimRuling
from stemma.review import accept
from tests.desk.roles import People, body, hidden

SECRET = "a reason that nobody else may see yet"
NEW = {"name": "Pilot", "first": "Ana", "second": "Bob", "third": "Lea", "kind": ["toll"], "sample": "4", "seed": "may",
       "reason": "before the yearbook"}  # fmt: skip


@pytest.fixture
def opened(people: People) -> str:
    """The address of a round of four tolls for Ana and Bob, opened by Leo; Lea decides."""
    for name in ("Ana", "Bob", "Lea"):
        people[name]
    response = people["Leo"].post("/review/rounds/open/", NEW)
    assert response.status_code == 303
    return response["Location"]


def code(client: Client, address: str, verdict: str, reason: str = "", **more: str) -> str:
    page = body(client, address)
    given = {"claim": hidden(page, "claim"), "verdict": verdict, "reason": reason, "next": address, **more}
    return unescape(client.post(f"{address}code/", given, follow=True).content.decode())


def claims() -> tuple[str, ...]:
    return selectors.round_row("Pilot").round.claims


def test_a_round_is_opened_and_listed_with_how_far_it_is(people: People, opened: str) -> None:
    page = body(people["Ana"], "/review/rounds/")
    for told in ("Pilot", "4 claims", "Ana", "Bob", "0 of 4", "you code here", "before the yearbook"):
        assert told in page, told
    assert len(claims()) == 4
    reader = body(people["Rea"], "/review/rounds/")
    assert ("First coder" in reader, "Ana" in reader, "yearbook" in reader, "Open the round" in reader) == (
        True, False, False, False,
    )  # fmt: skip


def test_what_is_refused_is_told_and_nothing_that_was_typed_is_lost(people: People) -> None:
    people["Ana"]
    response = people["Leo"].post("/review/rounds/open/", {**NEW, "second": "Ana", "sample": "x"})
    page = unescape(response.content.decode())
    assert (response.status_code, "“x” is no number of claims" in page) == (422, True)
    response = people["Leo"].post("/review/rounds/open/", {**NEW, "second": "Ana"})
    page = unescape(response.content.decode())
    assert (response.status_code, "double coding takes two people" in page) == (422, True)
    for kept in ('value="Pilot"', 'value="before the yearbook"', 'value="toll" checked'):
        assert kept in page, kept
    refused = people["Ana"].post("/review/rounds/open/", NEW)
    assert (refused.status_code, "may not open a round" in unescape(refused.content.decode())) == (422, True)


def test_nothing_of_one_reading_shows_before_both_have_coded(people: People, opened: str) -> None:
    first = claims()[0]
    untouched = body(people["Bob"], opened)
    code(people["Ana"], opened, "reject", SECRET)
    accept(first, actor="Leo", reason="a ruling that a coder must not see")
    seen = body(people["Bob"], opened)
    assert _content(seen) == _content(untouched)
    for page in (opened, f"{opened}disagreements/", f"{opened}agreement/", "/review/rounds/"):
        for name in ("Bob", "Lea", "Leo"):
            shown = body(people[name], page)
            assert SECRET not in shown
            assert "a ruling that a coder must not see" not in shown
            assert "Reject</h" not in shown.split('id="h-say"')[0]
    code(people["Bob"], opened, "accept")
    assert SECRET in body(people["Lea"], f"{opened}disagreements/")


def _content(page: str) -> str:
    """What the page shows of the claim, without what a form is signed with."""
    main = page.split("<main")[1].split("</main>", maxsplit=1)[0]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main)


def test_a_round_from_coding_to_its_report(people: People, opened: str) -> None:
    for verdict, reason in (("accept", ""), ("reject", "x"), ("unsure", "y"), ("accept", "")):
        page = code(people["Ana"], opened, verdict, reason)
    assert "You have coded all of it" in page
    code(people["Bob"], opened, "accept")
    code(people["Bob"], opened, "reject", "The document does not say it.")
    typed = {"field": "value", "value-low": "7", "value-high": "9"}
    assert "Claim 4 of 4" in code(people["Bob"], opened, "correct", "The figure was misread.", **typed)
    code(people["Bob"], opened, "accept")
    page = body(people["Lea"], f"{opened}disagreements/")
    assert ("Ana</bdi>: Unsure" in page, "Bob</bdi>: Correct" in page, '"high":9,"low":7' in page) == (True, True, True)
    assert "nobody decides about their own reading" in body(people["Bob"], f"{opened}disagreements/")
    assert "It goes to Lea." in body(people["Leo"], f"{opened}disagreements/")
    given = {"claim": claims()[2], "verdict": "reject", "reason": "counts others", "next": f"{opened}disagreements/"}
    told = people["Leo"].post(f"{opened}decide/", given, follow=True).content.decode()
    assert "goes to Lea" in told
    assert "Decided; both readings stay" in people["Lea"].post(f"{opened}decide/", given, follow=True).content.decode()
    page = unescape(people["Lea"].post(f"{opened}close/", {"next": opened}, follow=True).content.decode())
    for said in (
        "is closed: 3 rulings by agreement", "Of 4 claims that both coded they gave 3 the same verdict.", "75 %",
        "Cohen’s kappa", "Krippendorff’s alpha", "Verdict by verdict", "No interval is given",
    ):  # fmt: skip
        assert said in page, said
    rulings = [row.ruling for row in selectors.rulings() if isinstance(row.ruling, ClaimRuling)]
    assert sorted(one.act for one in rulings) == ["accept", "accept", "reject", "reject"]
    assert "Ana" not in body(people["Rea"], f"{opened}agreement/")
    assert people["Rea"].get(f"{opened}disagreements/").status_code == 403
    assert "is closed since" in code_closed(people["Ana"], opened)


def code_closed(client: Client, address: str) -> str:
    given = {"claim": claims()[0], "verdict": "accept", "next": address}
    return unescape(client.post(f"{address}code/", given, follow=True).content.decode())


def test_who_codes_can_say_otherwise_of_the_one_before(people: People, opened: str) -> None:
    page = code(people["Ana"], opened, "accept")
    assert f"?claim={claims()[0]}" in page
    again = body(people["Ana"], opened, claim=claims()[0])
    assert hidden(again, "claim") == claims()[0]
    given = {"claim": claims()[0], "verdict": "reject", "reason": "on second thoughts", "next": opened}
    people["Ana"].post(f"{opened}code/", given)
    code(people["Bob"], opened, "accept")
    assert "on second thoughts" in body(people["Lea"], f"{opened}disagreements/")
    assert people["Ana"].get(opened, {"claim": "f" * 20}).status_code == 404


def test_a_correction_is_made_of_what_was_typed(people: People, opened: str) -> None:
    assert "says why" in code(people["Ana"], opened, "correct", field="stance", stance="denies")
    assert "is read so already" in code(people["Ana"], opened, "correct", "r", field="stance", stance="asserts")
    assert "is no number" in code(people["Ana"], opened, "correct", "r", **{"field": "value", "value-low": "many"})
    code(people["Ana"], opened, "correct", "r", field="voice", voices="A minister\n\nA doctor")
    code(people["Bob"], opened, "accept")
    (one,) = selectors.disagreements(selectors.round_row("Pilot").round)
    assert one.codings[0].field == "voice"
    assert '"name":"A minister"' in (one.codings[0].correction or "")


def test_it_is_not_closed_with_work_left_unless_that_is_said_and_why(people: People, opened: str) -> None:
    told = unescape(people["Lea"].post(f"{opened}close/", {"next": opened}, follow=True).content.decode())
    assert "has 4 claims" in told
    given = {"unfinished": "1", "reason": "Bob is ill", "next": opened}
    assert "0 rulings" in people["Lea"].post(f"{opened}close/", given, follow=True).content.decode()
    page = body(people["Ana"], "/review/rounds/")
    assert page.index("Closed</h2>") < page.index("Pilot")
    assert "Nothing was coded by both yet" in body(people["Ana"], f"{opened}agreement/")
