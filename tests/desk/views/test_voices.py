"""Pages about voices, as they are asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import COLONEL, MONITOR, STAFF, Case, Told, case, toll
from tests.desk.ledgers import fill

Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def voice(label: str) -> str:
    return reverse("desk:voice", args=[f"origin:{label}"])


def names(page: str) -> list[str]:
    return re.findall(r'<th scope="row" class="of-label"><a [^>]*><bdi>(.*?)</bdi></a>', page)


def test_the_list_tells_who_speaks_and_of_how_much(client: Client, filled: Cases) -> None:
    page = body(client, "/voices/")
    assert names(page)[:2] == [STAFF, MONITOR]
    assert f'href="{voice(STAFF)}"' in page
    assert "Valley Observer" in names(body(client, "/voices/?kind=outlet"))
    assert "quotes nobody" in body(client, "/voices/?kind=outlet")
    assert names(body(client, "/voices/?q=monitor&sort=label")) == [MONITOR]
    assert names(body(client, "/voices/?kind=nonsense&sort=x&page=-1")) == names(page)


def test_an_empty_ledger_says_what_to_do(client: Client, ledger: Path) -> None:
    assert "No voice yet" in body(client, "/voices/")
    assert "Nothing found" in body(client, "/voices/?q=x")


def test_a_voice_s_figures_stand_one_after_another(client: Client, filled: Cases) -> None:
    page = body(client, voice(MONITOR))
    series = page[page.index('<p class="series">') : page.index("</p>", page.index('<p class="series">'))]
    assert re.findall(r"<strong>([^<]+)</strong>", series) == ["at least 30", "83"]
    assert "since replaced" in series
    assert "replaced by 83" in page
    assert page.index("17 Sep 2016</span><details>") < page.index("18 Sep 2016</span><details>")
    assert "5 claims" in page
    assert f'href="/incidents/{filled[0].account.id}/"' in page


def test_every_claim_leads_to_its_words(client: Client, filled: Cases) -> None:
    page = body(client, voice(STAFF))
    links = re.findall(r'<a href="(/documents/[0-9a-f]+/)#(m-[^"]+)"', page)
    assert len(links) == 7
    for address, anchor in links:
        assert f'id="{anchor}"' in body(client, address)


def test_it_is_narrowed_to_a_speaker(client: Client, filled: Cases) -> None:
    page = body(client, voice(STAFF))
    assert 'href="' + voice(STAFF) + '?by=Col.+Varga#said"' in page
    alone = body(client, f"{voice(STAFF)}?by=Col.+Varga")
    assert f"Only what <bdi>{COLONEL}</bdi> said for it." in alone
    assert "State Agency" not in alone
    assert client.get(f"{voice(STAFF)}?by=nobody").status_code == 404


def test_whom_it_named_leads_to_all_who_named_it(client: Client, filled: Cases) -> None:
    page = body(client, voice(STAFF))
    assert 'href="/voices/?accused=Western+Coalition"' in page
    named = body(client, "/voices/?accused=Western+Coalition")
    assert re.search(rf'href="{re.escape(voice("Coalition Command"))}".*?denies', named, re.DOTALL)
    assert f'href="{voice(STAFF)}"' in named
    assert "No voice of this ledger names" in body(client, "/voices/?accused=Nobody")


def test_the_other_pages_lead_to_voices(client: Client, filled: Cases) -> None:
    incident = body(client, f"/incidents/{filled[0].account.id}/")
    assert f'href="{voice(STAFF)}"' in incident
    wire = next(page for page in filled[0].documents if page.outlet == "Eastern Wire")
    document = body(client, f"/documents/{wire.id}/")
    assert f'href="{voice(STAFF)}"' in document
    assert f'href="{reverse("desk:outlet", args=["Eastern Wire"])}"' in document


def test_incidents_come_in_pages(client: Client, ledger: Path) -> None:
    cases = [
        case([Told(f"d{i}", f"2016-09-{i + 1:02}", ("Post", "Staff"), toll(i))], label=f"No {i:02}") for i in range(11)
    ]
    fill(ledger, cases)
    page = body(client, reverse("desk:voice", args=["origin:Staff"]))
    assert "Page 1 of 2" in page
    assert "No 10" in page
    assert "No 00" not in page
    assert "No 00" in body(client, reverse("desk:voice", args=["origin:Staff"]) + "?page=2")


def test_quotes_that_are_hard_to_read_are_folded(client: Client, ledger: Path) -> None:
    fill(ledger, [case([Told("g", "2016-09-17", ("Post", "Staff who saw charred bodies"), toll(3))], label="Fire")])
    address = reverse("desk:voice", args=["origin:Staff who saw charred bodies"])
    assert '<details class="graphic"><summary>Hard to read: the remains of the dead' in body(client, address)
    assert '<details class="graphic">' not in body(client, f"{address}?graphic=show")


@pytest.mark.parametrize("address", ["/voices/nobody/", "/voices/a%0Ab/", "/voices/~110000~/"])
def test_a_voice_that_is_not_there_says_so(client: Client, filled: Cases, address: str) -> None:
    assert client.get(address).status_code == 404


def test_hostile_names_are_shown_and_never_obeyed(client: Client, filled: Cases) -> None:
    own = voice(f"Voice{SCRIPT}")
    for address in (
        "/voices/",
        own,
        voice(f"Other{SCRIPT}"),
        f"{own}?by=Voice{SCRIPT}",
        f"/voices/?accused=Party{IMAGE}",
    ):
        page = body(client, address)
        assert SCRIPT not in page
        assert IMAGE not in page
        assert "<img" not in page
        assert not re.search(r"<script>|<style|\sstyle=", page)
    assert "&lt;script&gt;" in body(client, own)


def test_no_id_comes_twice(client: Client, filled: Cases) -> None:
    page = body(client, voice(STAFF))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' aria-labelledby="([^"]+)"', page)) <= set(ids)
