from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime

from django.test import Client

from stemma.ledger.selectors.acts import done
from stemma.model.exported import Exported
from stemma.review import comment, give_role, record_login, reject
from tests.desk.factories import Case

Join = Callable[[str, str], Client]
Cases = tuple[Case, Case]


def test_everything_that_people_did_the_latest_first(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    give_role("Ben", "lead", actor="Ada", reason="=seals")
    claim = min(filled[0].account.claims)
    reject(claim, actor="Ben", reason="not there")
    comment("incident", filled[0].account.id, "look again", actor="Ben")
    record_login("Ben", "password", succeeded=False)
    html = ada.get("/audit/").content.decode()
    told = ["did not get in by password", "look again", "rejected the claim", "gave Ben the role lead"]
    assert [html.index(what) for what in told] == sorted(html.index(what) for what in told)
    assert f'href="/incidents/{filled[0].account.id}/"' in html


def test_it_narrows_by_kind_person_and_day(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    give_role("Ben", "lead", actor="Ada", reason="seals")
    reject(min(filled[0].account.claims), actor="Ben", reason="not there")
    today = datetime.now(UTC).date().isoformat()

    def rows(query: str) -> int:
        return ada.get(f"/audit/{query}").content.decode().count('<td class="when">')

    assert (rows("?kind=rulings"), rows("?kind=roles"), rows("?kind=nonsense")) == (1, 2, 3)
    assert (rows("?person=Ben"), rows("?person=Ada"), rows("?person=Eve")) == (2, 2, 0)
    assert rows("?day=2001-01-01") == 0
    assert rows(f"?day={today}") == 3 or datetime.now(UTC).date().isoformat() != today
    assert "Leave something out" in ada.get("/audit/?person=Eve").content.decode()


def test_it_is_turned_over(join: Join) -> None:
    ada = join("Ada", "administrator")
    for number in range(105):
        record_login(f"Guest {number}", "password", succeeded=False)
    first, second = ada.get("/audit/").content.decode(), ada.get("/audit/?page=2").content.decode()
    assert "Guest 104" in first
    assert "<bdi>Guest 0</bdi>" in second
    assert 'rel="next"' in first


def test_as_a_spreadsheet_that_calculates_nothing_and_is_recorded(join: Join) -> None:
    ada = join("Ada", "administrator")
    give_role("=1+1", "reader", actor="Ada", reason="@SUM(A1)")
    got = ada.get("/audit.csv?kind=roles")
    rows = list(csv.DictReader(io.StringIO(got.content.decode())))
    assert [row["what"] for row in rows] == ["gave =1+1 the role reader", "gave Ada the role administrator"]
    assert rows[0]["reason"] == "'@SUM(A1)"
    taken = done("export", Exported)
    assert [(held.value.format, held.value.actor, *held.value.files) for held in taken] == [
        ("desk csv", "Ada", "stemma-audit.csv")
    ]
