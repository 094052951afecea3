from __future__ import annotations

from django.test import Client

from stemma.model.series import Question
from stemma.review import save_series
from tests.desk.conftest import SCRIPT
from tests.desk.factories import Case

Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_ledger_without_series_says_how_to_save_one(client: Client, filled: Cases) -> None:
    page = body(client, "/series/")
    assert "stemma series add" in page
    assert 'href="/series/" aria-current="page"' in page


def test_a_series_shows_its_question_and_what_answers_to_it(client: Client, filled: Cases) -> None:
    question = Question(by=("Western Coalition",), since="2016-01-01")
    saved = save_series(
        "Strikes by the coalition", question, actor="Ada Lovelace", reason="an annual report of Ada Lovelace’s"
    )
    listed = body(client, "/series/")
    assert "Incidents by Western Coalition since 1 January 2016" in listed
    page = body(client, f"/series/{saved.id}/")
    assert "The ledger holds 1 incident of this series." in page
    members, _, rest = page.partition('id="claimed"')
    assert f'href="/incidents/{filled[0].account.id}/"' in members
    assert "No report on them claims a count." in rest
    assert "an annual report" in page
    assert "Ada Lovelace" not in page + listed


def test_what_the_reports_leave_open_is_named(client: Client, filled: Cases) -> None:
    saved = save_series("On soldiers", Question(on=("soldiers",)), actor="ada", reason="")
    page = body(client, f"/series/{saved.id}/")
    assert "Incidents that may belong to it" in page
    assert "whom it hit" in page
    incident = body(client, f"/incidents/{filled[0].account.id}/")
    assert f'href="/series/{saved.id}/"' in incident
    assert "may belong to it; left open: whom it hit" in incident


def test_hostile_names_stay_text_and_unknown_ones_are_not_found(client: Client, filled: Cases) -> None:
    saved = save_series(f"S{SCRIPT}", Question(by=(f"P{SCRIPT}",)), actor=f"A{SCRIPT}", reason=SCRIPT)
    for page in ("/series/", f"/series/{saved.id}/"):
        assert "<script>" not in body(client, page)
    assert client.get("/series/nosuchseries/").status_code == 404
