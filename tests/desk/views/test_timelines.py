from __future__ import annotations

import re

from django.test import Client

from stemma.ledger import selectors
from tests.desk.factories import Case

Cases = tuple[Case, Case]


def address(case: Case) -> str:
    return f"/incidents/{case.account.id}/timeline/"


def test_every_figure_over_the_days_with_who_held_its_ends(client: Client, filled: Cases) -> None:
    page = client.get(address(filled[0])).content.decode()
    for told in (
        "What was known when",
        "17 Sep 2016",
        "18 Sep 2016",
        "20 Sep 2016",
        "62–83",
        "62–106",
        "General Staff",
    ):
        assert told in page
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="drawing"') == 2, (
        "killed alone moved, at two widths"
    )
    rows = re.findall(r'<th scope="row" class="day">', page)
    assert len(rows) > 3


def test_the_incident_leads_there_and_back(client: Client, filled: Cases) -> None:
    there = address(filled[0])
    assert f'href="{there}"' in client.get(there.removesuffix("timeline/")).content.decode()
    assert f'href="{there.removesuffix("timeline/")}"' in client.get(there).content.decode()


def test_any_other_name_leads_to_the_shown_one(client: Client, filled: Cases) -> None:
    account = filled[0].account
    for alias in account.aliases[1:]:
        response = client.get(f"/incidents/{alias}/timeline/")
        assert (response.status_code, response["Location"]) == (302, address(filled[0]))
    assert client.get("/incidents/00000000/timeline/").status_code == 404


def test_hostile_names_stay_text(client: Client, filled: Cases) -> None:
    assert selectors.incidents()
    page = client.get(address(filled[1])).content.decode()
    assert "<script>" not in page
    assert "<img" not in page
