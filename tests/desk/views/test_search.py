"""One search over everything, as it is asked for."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

from stemma.model.value import Party
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import COLONEL, STAFF, WIRE, Case, Told, barracks, case, toll
from tests.desk.ledgers import fill

Cases = tuple[Case, Case]


@pytest.fixture
def named(ledger: Path) -> tuple[Case, Case]:
    """The standing example, and a strike that is laid to several parties."""
    israel, pentagon = Party("Israel"), Party("Pentagon")
    made = barracks()
    other = case(
        [
            Told("z1", "2017-01-02", ("North Daily", STAFF), toll(5)),
            Told("z1", "2017-01-02", ("North Daily", STAFF), israel, hedges=("reportedly",)),
            Told("z2", "2017-01-03", (WIRE, COLONEL), pentagon),
            Told("z3", "2017-01-04", (WIRE, "Jerusalem"), israel, stance="denies"),
            Told("z4", "2017-01-05", ("Harbour Times", "Foreign Office"), israel),
        ],
        label="Strike on Idlib",
        killed=(5, 5),
    )
    fill(ledger, [made, other])
    return made, other


def body(client: Client, query: str, **given: str) -> str:
    response = client.get("/search/", {"q": query, **given})
    assert response.status_code == 200, query
    return response.content.decode()


def part(page: str, key: str) -> str:
    """The section of one kind, empty where there is none."""
    found = re.search(rf'<section id="{key}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def answer(page: str) -> str:
    found = re.search(
        r'<section class="answer".*?(?=<p class="lead also"|<section class="empty"|</main>)', page, re.DOTALL
    )
    return found[0] if found else ""


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_one_question_is_answered_over_all_kinds(client: Client, named: Cases) -> None:
    assert "Strike on Idlib" in part(body(client, "idlib"), "incidents")
    assert "General Staff Named voice" in words(part(body(client, "staff"), "voices"))
    page = body(client, "harbour")
    assert "Harbour Times" in words(part(page, "claims"))
    assert "Report a5" in words(part(page, "documents"))
    assert part(page, "voices") == part(page, "incidents") == ""
    assert 'href="/outlets/Harbour_Times/"' in part(page, "outlets")


def test_a_claim_shows_value_stance_voice_and_leads_to_its_words(client: Client, named: Cases) -> None:
    claim = next(c for r in named[1].readings for c in r.claims if c.stance == "denies")
    told = part(body(client, "jerusalem"), "claims")
    assert f'href="/documents/{claim.document_id}/#m-{claim.id}"' in told
    assert '<mark class="hit">Jerusalem</mark>' in told
    for shown in ("Who did it", "Israel", "denies", "Jerusalem", "Eastern Wire , 4 Jan 2017", "Strike on Idlib"):
        assert shown in words(told)
    document = client.get(f"/documents/{claim.document_id}/").content.decode()
    assert f'id="m-{claim.id}"' in document


def test_a_hit_in_a_cut_part_leads_to_it_with_the_cuts_shown(client: Client, named: Cases) -> None:
    told = part(body(client, "capsules"), "documents")
    assert "in a part that was cut" in told
    assert re.search(r'href="/documents/[0-9a-f]+/\?cuts=1"', told)
    assert '<mark class="hit">capsules</mark>' in told


def test_who_says_a_party_did_it_comes_first_by_stance(client: Client, named: Cases) -> None:
    page = body(client, "Who says Israel did it?")
    told = words(answer(page))
    assert told.startswith(
        "Who says that Israel did it? As reports name it: Israel . Strike on Idlib Say so Foreign Office"
    )
    assert re.search(r"Foreign Office .*Say so, hedged General Staff .*Deny it Jerusalem", told)
    assert "Pentagon" not in told
    assert page.index('class="answer"') < page.index('id="incidents"')
    assert 'href="/voices/?accused=Israel"' in page
    denied = words(answer(body(client, "who denies Israel did it")))
    assert re.search(r"Deny it Jerusalem .*Say so Foreign Office", denied)


def test_a_party_is_meant_by_any_of_its_names(client: Client, named: Cases) -> None:
    for text in ("who says the US did it?", "Which outlets claim America was behind it", "who blames Washington?"):
        assert "Col. Varga → Pentagon 1 claim" in words(answer(body(client, text)))
    assert "Western Coalition" in words(answer(body(client, "who says the western coalition did it")))


def test_nobody_names_it_and_others_are_offered(client: Client, named: Cases) -> None:
    page = body(client, "who says France did it?")
    assert "No report of this ledger" in words(answer(page))
    assert 'href="/search/?q=who+says+Israel+did+it%3F"' in page


def test_other_questions(client: Client, named: Cases) -> None:
    assert "Strike on Idlib 5 Range" in words(answer(body(client, "how many were killed in Idlib?")))
    assert "No incident" in words(answer(body(client, "how many were injured in Nowhere")))
    assert "Who did it Israel reportedly" in words(answer(body(client, "what did General Staff say about idlib?")))
    assert "No claim" in words(answer(body(client, "what did Nobody say?")))
    assert "Col. Varga → Pentagon" in words(answer(body(client, "who bombed idlib")))
    about = words(answer(body(client, "who says Israel bombed the barracks?")))
    assert "No report" in about


def test_what_happened_there_comes_before_what_only_mentions_it(client: Client, ledger: Path) -> None:
    there = case([Told("a", "2017-01-02", ("Post", "One"), toll(5))], label="Strike, Idlib", killed=(5, 5))
    mentioned = [Told(f"b{n}", "2017-01-02", ("Post", f"Guard of Idlib {n}"), toll(n)) for n in range(3)]
    fill(ledger, [case(mentioned, label="Strike, Homs", killed=(0, 2)), there])
    told = words(answer(body(client, "how many were killed in Idlib?")))
    assert told.index("Strike, Idlib") < told.index("Strike, Homs")


def test_everything_that_was_said_has_pages_of_its_own(client: Client, named: Cases) -> None:
    asked = "what did general staff say?"
    assert f"/search/?q={quote(asked, safe='').replace('%20', '+')}&amp;in=said" in body(client, asked)
    assert body(client, asked, **{"in": "said"}).count('<p class="says">') == 9
    assert body(client, "words", **{"in": "said"}).count('<p class="says">') == 0


def test_claims_and_documents_have_pages_of_their_own(client: Client, named: Cases) -> None:
    page = body(client, "put", **{"in": "claims"})
    assert page.count('<p class="says">') == 20
    assert 'href="/search/?q=put"' in page
    assert body(client, "report", **{"in": "documents"}).count('<p class="says">') == 17
    assert body(client, "report", **{"in": "nonsense", "page": "x"}).count('id="documents"') == 1
    assert "Nothing found" in body(client, "nosuchword", **{"in": "documents", "page": "9"})


@pytest.mark.parametrize("typed", ["idlb", "how many were killed in Idlb?", "who bombed Idlb"])
def test_a_misspelt_word_is_told_and_shown_as_it_was_meant(client: Client, named: Cases, typed: str) -> None:
    page = body(client, typed)
    meant = typed.replace("Idlb", "idlib").replace("idlb", "idlib")
    assert f"Nothing holds “{typed}” as it is spelt. Shown instead: {meant} ." in words(page)
    assert "Strike on Idlib" in part(page, "incidents")


def test_what_is_empty_says_what_to_do(client: Client, named: Cases) -> None:
    assert "who says" in words(body(client, "")[:9000])
    nothing = words(body(client, "zzzzzzzz"))
    assert "Nothing in this ledger holds “zzzzzzzz”" in nothing
    assert "Fewer words find more" in nothing


def test_an_empty_ledger_answers(client: Client, ledger: Path) -> None:
    for query in ("", "x", "who says Israel did it?", "how many were killed in x", "what did x say"):
        body(client, query)
        assert client.get("/search/suggest/", {"q": query}).status_code == 200


def test_the_field_of_every_page_searches_everything_but_the_list_s(client: Client, named: Cases) -> None:
    for address in ("/voices/", "/search/?q=x", f"/incidents/{named[0].account.id}/"):
        assert 'role="search" action="/search/"' in client.get(address).content.decode()
    listed = client.get("/?q=karam&country=SY").content.decode()
    assert 'role="search" action="/"' in listed
    assert '<input type="hidden" name="country" value="SY">' in listed
    assert 'href="/search/?q=karam"' in listed


def test_suggestions_are_a_part_of_a_page(client: Client, named: Cases) -> None:
    part_ = client.get("/search/suggest/", {"q": "isra"}).content.decode()
    assert "<html" not in part_
    assert 'role="option" data-to="/search/?q=isra"' in part_
    told = client.get("/search/suggest/", {"q": "Israel"}).content.decode()
    assert 'data-to="/search/?q=who%20says%20Israel%20did%20it%3F"' in told
    idlib = client.get("/search/suggest/", {"q": "idl"}).content.decode()
    assert f'data-to="/incidents/{named[1].account.id}/"' in idlib
    assert client.get("/search/suggest/").content.decode().strip() == ""


@pytest.mark.parametrize("query", [SCRIPT, IMAGE, f"who says {SCRIPT} did it?", "Voice", "x\0y", '"', "a" * 500, "%s"])
def test_hostile_text_is_shown_and_never_obeyed(client: Client, filled: Cases, query: str) -> None:
    for given in ({"q": query}, {"q": query, "in": "claims"}, {"q": query, "in": "documents"}):
        page = client.get("/search/", given).content.decode()
        for bad in (SCRIPT, IMAGE, "<img", 'href="javascript', " style="):
            assert bad not in page
    suggested = client.get("/search/suggest/", {"q": query}).content.decode()
    assert SCRIPT not in suggested
    assert "<img" not in suggested


def test_marks_are_set_inside_escaped_text(client: Client, filled: Cases) -> None:
    told = part(body(client, "alert"), "claims")
    assert '&lt;script&gt;<mark class="hit">alert</mark>(&#x27;x&#x27;)&lt;/script&gt;' in told


def test_no_id_comes_twice(client: Client, named: Cases) -> None:
    for query in ("who says Israel did it?", "killed", ""):
        ids = re.findall(r' id="([^"]+)"', body(client, query))
        assert len(ids) == len(set(ids))
