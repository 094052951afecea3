from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from django.test import Client

from stemma.ids import sha256
from stemma.model.origin import Copy
from stemma.model.span import Span
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import COLONEL, STAFF, Case, Told, case, toll
from tests.desk.ledgers import fill

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


def test_the_bytes_stand_beside_the_text_and_are_never_a_page(client: Client, filled: Cases) -> None:
    plain, page = (page_of(client, filled[0], "Eastern Wire", query) for query in ("", "?side=source&cuts=1"))
    found = next(d for d in filled[0].documents if d.outlet == "Eastern Wire")
    digest = sha256(found.text.encode())
    assert digest in plain
    assert "2 January 2026, 03:04 UTC" in plain
    assert "text/plain" in plain
    assert 'class="bytes"' not in plain
    assert "60 capsules" in page[page.index('class="bytes"') :]
    assert 'href="?cuts=1"' in page
    assert 'href="?side=source"' in page
    assert 'href="?side=source"' in plain


def test_the_bytes_are_saved_and_not_shown(client: Client, filled: Cases) -> None:
    found = filled[1].documents[0]
    response = client.get(f"/documents/{found.id}/source/")
    assert response.content == found.text.encode()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == f'attachment; filename="{sha256(response.content)}.bin"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert client.get("/documents/ffffffffffff/source/").status_code == 404


def test_bytes_that_are_lost_are_missed_and_not_made_up(client: Client, filled: Cases, ledger: Path) -> None:
    for segment in (ledger / "evidence").iterdir():
        segment.unlink()
    found = filled[0].documents[0]
    assert "no payload with the digest" in page_of(client, filled[0], found.outlet or "", "?side=source")
    assert client.get(f"/documents/{found.id}/source/").status_code == 404


def test_copies_lead_to_each_other_with_their_differences(client: Client, filled: Cases) -> None:
    pages = {d.outlet: d for d in filled[0].documents if d.published in {"2016-09-18", "2016-09-19"}}
    first, later = pages["North Daily"], pages["Copycat News"]
    for one, other, which in ((first, later, "later than this one"), (later, first, "earlier than this one")):
        page = _text(client, one.id)
        assert f'href="/documents/{other.id}/"' in page
        assert f'href="/documents/{one.id}/beside/{other.id}/"' in page
        assert which in page
        assert "nearly the same words" in page
    assert "the same words, a day later" in _text(client, f"{first.id}/beside/{later.id}")
    assert client.get(f"/documents/{first.id}/beside/{filled[1].documents[0].id}/").status_code == 404
    assert client.get(f"/documents/{first.id}/beside/{first.id}/").status_code == 404
    assert client.get(f"/documents/{first.id}/beside/zzzz/").status_code == 404


def test_two_documents_beside_each_other(client: Client, ledger: Path) -> None:
    made = case(
        [Told("a", "2016-09-17", ("First",), toll(62)), Told("b", "2016-09-18", (f"Second{SCRIPT}",), toll(26))],
        label="Strike",
    )  # fmt: skip
    one, other = made.documents
    spans = {page.id: Span(page.text.index(" killed") - 2, len(page.text)) for page in made.documents}
    a, b = sorted(spans)
    copy = Copy(a, b, "near", 0.9, one.id, ((spans[a], spans[b]),), f"seen{IMAGE}")
    fill(ledger, [replace(made, trace=replace(made.trace, copies=(copy,)))])
    page = _text(client, f"{one.id}/beside/{other.id}")
    assert "Claims that read otherwise" in page
    assert re.search(r"<del>62</del>.*<ins>26</ins>", page, re.DOTALL)
    assert SCRIPT not in page
    assert IMAGE not in page


def test_what_is_hard_to_read_is_folded_until_it_is_asked_for(client: Client, ledger: Path) -> None:
    made = case([Told("g", "2016-09-17", ("Post", "a medic who saw charred bodies"), toll(3))], label="Fire")
    fill(ledger, [made])
    address = made.documents[0].id
    page = _text(client, address)
    assert re.search(
        r'<details class="graphic"><summary>Hard to read: the remains of the dead</summary><p>.*<mark', page
    )
    assert "1 passage is folded" in page
    assert "Pictures of the captured page are never shown" in page
    shown = client.get(f"/documents/{address}/?graphic=show").content.decode()
    assert '<details class="graphic">' not in shown
    assert '<p class="graphic">' in shown
    assert 'href="?graphic=show"' in page
