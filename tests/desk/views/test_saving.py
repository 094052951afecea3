"""Saving a question from the list, changing it, and who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from stemma.desk.pages.question import question_of
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked
from stemma.model.series import Question
from stemma.review import save_series
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import Case

Join = Callable[[str, str], Client]
Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_what_is_chosen_in_the_list_becomes_a_question() -> None:
    asked = Asked(
        text="market", types=("air_strike",), countries=("SY", "GL"), years=("2015", "2016"), until="2016-09-30",
        statuses=("range",), parties=("Russia",), outlets=("North Daily",), origins=2,
    )  # fmt: skip
    question, unsaid = question_of(asked)
    assert question == Question(
        types=("air_strike",), since="2015-01-01", until="2016-09-30", places=("Syria",), by=("Russia",), text="market"
    )
    assert unsaid == (
        "Country: Greenland", "Toll: Range", "Reported by: North Daily", "Independent origins: 2 or more",
    )  # fmt: skip


@pytest.mark.parametrize("years", [("2014", "2016"), ("2018",)])
def test_years_that_are_no_one_stretch_cannot_be_said(years: tuple[str, ...]) -> None:
    question, unsaid = question_of(Asked(years=years, until="2016-09-30"))
    assert (question.since, question.until) == (None, "2016-09-30")
    assert unsaid == tuple(f"Year: {year}" for year in years)


def test_from_the_list_to_a_series(join: Join, filled: Cases) -> None:
    join("Ada", "administrator")
    ana = join("Ana", "analyst")
    assert "Save this question" not in body(ana, "/")
    listed = body(ana, "/?country=SY&origins=2&by=Western+Coalition")
    assert "/series/new/?country=SY&amp;by=Western+Coalition&amp;origins=2" in listed
    form = body(ana, "/series/new/?country=SY&origins=2&by=Western+Coalition")
    assert "Incidents by Western Coalition in Syria" in form
    assert "Independent origins: 2 or more" in form
    assert "1 incident answers to it today" in form
    sent = {"name": "Theirs in Syria", "by": "Western Coalition\r\n\r\n", "places": "Syria", "reason": "a report"}
    answer = ana.post("/series/new/", sent)
    (row,) = selectors.series_rows()
    assert (answer.status_code, answer["Location"]) == (303, f"/series/{row.series.id}/")
    assert row.series.question == Question(by=("Western Coalition",), places=("Syria",))
    assert (row.series.actor, row.series.reason) == ("Ana", "a report")
    page = body(ana, answer["Location"])
    assert "Change the question" in page
    assert 'name="about" value="series"' in page


def test_a_name_that_is_taken_is_asked_about(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    save_series("Taken", Question(by=("Russia",)), actor="Ada")
    sent = {"name": "TAKEN", "places": "Syria"}
    answer = ada.post("/series/new/", sent)
    assert (answer.status_code, "There is a series “Taken” already" in answer.content.decode()) == (422, True)
    assert ada.post("/series/new/", {**sent, "replace": "yes"}).status_code == 303
    (row,) = selectors.series_rows()
    assert (row.series.name, row.series.question, row.versions) == ("TAKEN", Question(places=("Syria",)), 2)


def test_a_saved_one_is_changed_under_its_name_and_copied_under_another(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    saved = save_series("Theirs", Question(by=("Western Coalition",), on=("soldiers",)), actor="Ada")
    form = body(ada, f"/series/{saved.id}/change/")
    assert ">soldiers</textarea>" in form
    tried = ada.post(f"/series/{saved.id}/change/", {"name": "theirs", "by": "Western Coalition", "do": "try"})
    assert "1 incident answers to it today" in tried.content.decode()
    ada.post(f"/series/{saved.id}/change/", {"name": "theirs", "by": "Western Coalition", "do": "save"})
    (row,) = selectors.series_rows()
    assert (row.series.name, row.series.question.on, row.versions) == ("theirs", (), 2)
    ada.post(f"/series/{saved.id}/change/", {"name": "Others", "by": "Russia"})
    assert [row.series.name for row in selectors.series_rows()] == ["Others", "theirs"]
    taken = ada.post(f"/series/{saved.id}/change/", {"name": "Others", "by": "Iran"})
    assert taken.status_code == 422
    assert ada.get("/series/nosuchseries/change/").status_code == 404


def test_who_may_not_is_told_which_role_may(join: Join, client: Client, filled: Cases) -> None:
    join("Ada", "administrator")
    saved = save_series("S", Question(by=("Russia",)), actor="Ada")
    for name, role in (("Con", "contributor"), ("Rea", "reader")):
        other = join(name, role)
        assert "Save this question" not in body(other, "/?country=SY")
        assert "Change the question</a>" not in body(other, f"/series/{saved.id}/")
        page = body(other, "/series/new/?country=SY")
        assert "takes the role “Analyst”" in page
        assert "<textarea" not in page
        assert other.post("/series/new/", {"name": "Mine", "by": "Russia"}).status_code == 422
    assert "Save this question" not in body(client, "/?country=SY")
    assert [row.series.name for row in selectors.series_rows()] == ["S"]


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "", "by": "Russia"},
        {"name": "N"},
        {"name": "N", "since": "2016-13-01"},
        {"name": "N", "since": "2016-02-01", "until": "2016-01-01"},
        {"name": "N", "text": "…"},
    ],
)
def test_what_is_refused_is_told_and_kept(join: Join, filled: Cases, sent: dict[str, str]) -> None:
    ada = join("Ada", "administrator")
    answer = ada.post("/series/new/", {**sent, "reason": "kept"})
    assert (answer.status_code, 'value="kept"' in answer.content.decode()) == (422, True)
    assert 'role="alert"' in answer.content.decode()
    assert selectors.series_rows() == ()


def test_hostile_words_stay_text(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    sent = {"name": f"N{SCRIPT}", "by": f"P{IMAGE}", "text": "x</textarea><script>", "reason": SCRIPT}
    for answer in (ada.post("/series/new/", {**sent, "do": "try"}), ada.post("/series/new/", sent, follow=True)):
        assert "<script>" not in answer.content.decode()
        assert "<img" not in answer.content.decode()
