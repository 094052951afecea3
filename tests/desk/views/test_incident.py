"""One incident looked at otherwise: on another day, under other rules, without something; and taken away."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import orjson
import pytest
from django.test import Client

from stemma.build import account_under
from stemma.ledger import selectors
from stemma.model.value import Party
from stemma.model.wire import to_wire
from tests.desk.factories import Case, Told, case, toll
from tests.desk.ledgers import fill
from tests.desk.pages.test_claims_pages import talkative

Cases = tuple[Case, Case]
NOT_PUBLISHED = "This is not the published account"


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def address(case: Case) -> str:
    return f"/incidents/{case.account.id}/"


def test_the_page_reads_from_the_finding_down(client: Client, filled: Cases) -> None:
    page = body(client, address(filled[0]))
    assert "Between 62 and 106 people are reported killed" in page
    ids = [name for name in re.findall(r'<section id="([^"]+)"', page) if not name.startswith("origin")]
    assert ids == ["findings", "figures", "stemma", "who", "as-of-days", "claims", "documents", "cite"]
    assert NOT_PUBLISHED not in page


def test_a_station_of_the_slider_is_a_day(client: Client, filled: Cases) -> None:
    where = address(filled[0])
    for station, day in (("0", "2016-09-17"), ("1", "2016-09-18"), ("999", "2016-09-20")):
        found = client.get(f"{where}?step={station}&policy=acled")
        assert (found.status_code, found["Location"]) == (302, f"{where}?policy=acled&as_of={day}#as-of-days")
    page = body(client, f"{where}?as_of=2016-09-17")
    stations = "|".join(f"{day} Sep 2016" for day in range(17, 21))
    assert f'<output id="station" for="step" data-days="{stations}">17 Sep 2016</output>' in page


def test_as_of_a_day_only_what_was_published_by_then_counts(client: Client, filled: Cases) -> None:
    where = address(filled[0])
    page = body(client, f"{where}?as_of=2016-09-17")
    assert NOT_PUBLISHED in page
    assert "It stands as of 17 September 2016" in page
    assert "Valley Observer" not in page
    assert f'href="{where}">Back to the published account' in page
    assert 'value="2016-09-17"' in page
    assert "?as_of=2016-09-18" in page, "the days on which a range moved are offered"
    assert "Nothing of this incident had been published by then." in body(client, f"{where}?as_of=2010-01-01")


def test_a_day_that_is_none_is_told_and_the_published_account_shown(client: Client, filled: Cases) -> None:
    page = body(client, f"{address(filled[0])}?as_of=%3Cscript%3E")
    assert "is no day" in page
    assert "&lt;script&gt;" in page
    assert NOT_PUBLISHED not in page


def test_another_policy_says_what_differs(client: Client, filled: Cases) -> None:
    page = body(client, f"{address(filled[0])}?policy=acled")
    assert NOT_PUBLISHED in page
    differs = page[page.index('id="differs"') : page.index("Back to the published account")]
    assert "Killed" in differs
    assert "Injured" in differs
    assert "acled: " in differs


def test_without_an_origin_the_account_says_what_changes(client: Client, filled: Cases) -> None:
    page = body(client, f"{address(filled[0])}?without=Valley+Observer&without=nobody+at+all")
    assert "Left out: an origin, <bdi>Valley Observer</bdi>, with 1 claim." in page
    assert "nobody at all” was passed over" in page
    changed = page[page.index("What changes without it") : page.index("Back to the published account")]
    assert "62–83" in changed
    kept = body(client, f"{address(filled[0])}?without=nobody")
    assert "was passed over" in kept


def test_what_it_rests_on_leads_to_the_account_without(client: Client, filled: Cases) -> None:
    page = body(client, f"{address(filled[0])}what-if/")
    links = re.findall(r'href="(/incidents/[0-9a-f]+/\?without=[^"]+)"', page)
    assert links
    for link in dict.fromkeys(links):
        seen = body(client, link.replace("&amp;", "&"))
        assert NOT_PUBLISHED in seen
        assert "was passed over" not in seen, link


def test_long_lists_of_claims_have_pages(client: Client, ledger: Path) -> None:
    made = talkative()
    fill(ledger, [made])
    page = body(client, address(made))
    there = set(re.findall(r'href="(claims/(?:\?page=\d+)?)#(origin-[^"]+)"', page))
    assert there
    for link, anchor in there:
        assert f'id="{anchor}"' in body(client, address(made) + link)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]+)"', page)) <= set(ids)
    assert body(client, f"{address(made)}claims/?page=99") == body(client, f"{address(made)}claims/?page=x")


def test_an_account_is_cited_by_what_fixes_it(client: Client, filled: Cases) -> None:
    account = filled[0].account
    page = body(client, address(filled[0]))
    published, head = selectors.published(account.id), selectors.last_recorded()
    assert head is not None
    assert f"Account {account.id}, policy range" in page
    assert f"published as event {published.seq} on 2 January 2026" in page
    assert f"Ledger head: event {head.seq}, {head.digest[:16]}." in page
    assert f"@misc{{stemma-{account.id}," in page
    assert head.digest in page
    assert "author" not in page[page.index("@misc") : page.index("</code>", page.index("@misc"))]
    assert "as of 17 September 2016" in body(client, f"{address(filled[0])}?as_of=2016-09-17")


def test_the_account_is_downloaded_as_the_command_line_prints_it(client: Client, filled: Cases) -> None:
    account = filled[0].account
    response = client.get(f"{address(filled[0])}account.json")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == f'attachment; filename="stemma-{account.id}.json"'
    assert response.content == orjson.dumps(to_wire(account)) + b"\n"
    dated = client.get(f"{address(filled[0])}account.json?as_of=2016-09-17&policy=acled")
    assert dated.content == orjson.dumps(to_wire(account_under(account.id, "acled", as_of="2016-09-17"))) + b"\n"
    assert json.loads(dated.content)["as_of"] == "2016-09-17"


def test_its_claims_are_downloaded_for_spreadsheets(client: Client, filled: Cases) -> None:
    for made in filled:
        response = client.get(f"{address(made)}claims.csv")
        assert response["Content-Type"] == "text/csv; charset=utf-8"
        assert response["Content-Disposition"] == f'attachment; filename="stemma-{made.account.id}-claims.csv"'
        rows = list(csv.DictReader(io.StringIO(response.content.decode())))
        assert sorted(row["claim"] for row in rows) == sorted(made.account.claims)


def test_the_stemma_is_downloaded_as_a_graph(client: Client, filled: Cases) -> None:
    for made in filled:
        response = client.get(f"{address(made)}stemma.graphml")
        assert response["Content-Type"] == "application/graphml+xml; charset=utf-8"
        assert ET.fromstring(response.content).tag.endswith("graphml")


@pytest.mark.parametrize("page", ["claims/", "stemma/", "what-if/", "account.json", "claims.csv", "stemma.graphml"])
def test_every_page_of_an_incident_answers_to_any_of_its_names(client: Client, filled: Cases, page: str) -> None:
    account = filled[0].account
    response = client.get(f"/incidents/{account.aliases[1]}/{page}?as_of=2016-09-17")
    assert (response.status_code, response["Location"]) == (302, f"/incidents/{account.id}/{page}?as_of=2016-09-17")
    assert client.get(f"/incidents/ffffffff/{page}").status_code == 404


@pytest.mark.parametrize(
    "page", ["", "claims/", "stemma/", "what-if/", "?policy=acled", "?as_of=2016-09-16", "?without=Voice"]
)
def test_hostile_text_stays_text(client: Client, filled: Cases, page: str) -> None:
    shown = body(client, address(filled[1]) + page)
    for bad in ("<script>", "<img", 'href="javascript', " style="):
        assert bad not in shown


def test_the_stemma_of_many_claims_has_a_page_of_its_own(client: Client, ledger: Path) -> None:
    told = [Told(f"d{i}", "2016-09-17", ("Post", f"Voice {i % 5}"), toll(i + 1)) for i in range(101)]
    told += [Told("e", "2016-09-18", ("Wire", "Blamer"), Party("Army"))]
    made = case(told, label="L", killed=(1, 101))
    fill(ledger, [made])
    where = address(made)
    page = body(client, f"{where}?of=all")
    assert 'href="stemma/?of=all#stemma"' in page
    assert 'href="?of=killed#stemma" aria-current="true"' in page
    alone = body(client, f"{where}stemma/")
    assert 'href="?of=all#stemma" aria-current="true"' in alone
    assert "Blamer" in alone[alone.index('<figure class="stemma">') :]
