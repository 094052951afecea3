from __future__ import annotations

import re

from django.test import Client

from tests.desk.factories import COLONEL, STAFF, Case

Cases = tuple[Case, Case]


def page_of(client: Client, made: Case, outlet: str, query: str = "") -> str:
    found = next(d for d in made.documents if d.outlet == outlet)
    response = client.get(f"/documents/{found.id}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_every_claim_is_marked_and_told_beside_its_words(client: Client, filled: Cases) -> None:
    page = page_of(client, filled[0], "Eastern Wire")
    assert re.findall(r'<mark class="(\w+)">([^<]+)</mark>', page) == [
        ("toll", "62 killed"), ("toll", "more than 100 injured"), ("perpetrator", "Western Coalition"),
    ]  # fmt: skip
    assert f"{COLONEL}, on the word of {STAFF}" in page
    references = re.findall(r'<a id="(m-[^"]+)" href="#(c-[^"]+)"', page)
    notes = re.findall(r'<li id="(c-[^"]+)".*?href="#(m-[^"]+)"', page)
    assert [(b, a) for a, b in references] == notes
    assert len(notes) == 3


def test_stance_and_hedge_are_told(client: Client, filled: Cases) -> None:
    assert '<span class="stance">denies</span>' in page_of(client, filled[0], "North Daily") + "".join(
        page_of(client, filled[0], o) for o in ("Coalition Command",) if any(d.outlet == o for d in filled[0].documents)
    ) or any('class="stance">denies' in _text(client, d.id) for d in filled[0].documents)
    assert "<q>if confirmed</q>" in page_of(client, filled[0], "Valley Observer")
    assert "the outlet itself" in page_of(client, filled[0], "Valley Observer")


def _text(client: Client, document: str) -> str:
    return client.get(f"/documents/{document}/").content.decode()


def test_cuts_are_told_always_and_shown_on_demand(client: Client, filled: Cases) -> None:
    plain, cuts = page_of(client, filled[0], "Eastern Wire"), page_of(client, filled[0], "Eastern Wire", "?cuts=1")
    assert "60 capsules" not in plain
    assert "an advert: it sells something" in plain
    assert 'href="?cuts=1#cut-1"' in plain
    assert "60 capsules" in cuts
    assert 'id="cut-1"' in cuts


def test_relays_are_frames_in_frames(client: Client, filled: Cases) -> None:
    page = page_of(client, filled[0], "The Ledger Blog")
    outer = page.index('aria-label="Words of Zero Line"')
    inner = page.index('aria-label="Words of Eastern Wire"')
    assert outer < inner < page.index("<mark")
    assert page.count("</section>") == 2


def test_the_page_leads_to_its_incident(client: Client, filled: Cases) -> None:
    assert f'href="/incidents/{filled[0].account.id}/"' in page_of(client, filled[0], "Eastern Wire")


def test_the_beginning_of_an_id_leads_to_the_document(client: Client, filled: Cases) -> None:
    found = filled[0].documents[0]
    response = client.get(f"/documents/{found.id[:9]}/")
    assert (response.status_code, response["Location"]) == (302, f"/documents/{found.id}/")


def test_the_reader_of_the_claims_is_named(client: Client, filled: Cases) -> None:
    assert re.search(r"<dt>Read by</dt><dd><bdi>rules</bdi></dd>", page_of(client, filled[0], "Eastern Wire"))
