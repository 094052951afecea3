from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client

from stemma.ledger import selectors
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import NO_LINKS, NOTHING, Case, Told, case, toll
from tests.desk.ledgers import fill

Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def names(page: str) -> list[str]:
    return re.findall(r'<th scope="row" class="label"><a [^>]*><bdi>(.*?)</bdi></a>', page)


def many(count: int) -> list[Case]:
    return [
        case([Told(f"d{i}", "2016-09-17", ("Post", f"Voice {i}"), toll(i))], label=f"Incident {i:03}", killed=(i, i))
        for i in range(count)
    ]


def test_the_list_tells_range_date_and_counts(client: Client, filled: Cases) -> None:
    page = body(client, "/")
    for told in (
        "Air strike on the barracks at Tell Karam",
        "62–106",
        "17 September 2016",
        "2 incidents",
        ">13<",
        ">5<",
    ):
        assert told in page


@pytest.mark.parametrize("sort", selectors.SORTS)
def test_every_column_that_sorts_says_so(client: Client, filled: Cases, sort: str) -> None:
    page = body(client, f"/?sort={sort}")
    assert re.search(rf'class="{sort}" aria-sort="(a|de)scending"', page)
    assert page.count("aria-sort") == 1


def test_sorting_changes_the_order(client: Client, ledger: Path) -> None:
    fill(ledger, many(3))
    assert names(body(client, "/?sort=killed")) == ["Incident 002", "Incident 001", "Incident 000"]
    assert names(body(client, "/?sort=label")) == ["Incident 000", "Incident 001", "Incident 002"]


def test_search_finds_by_the_words_of_reports(client: Client, filled: Cases) -> None:
    assert names(body(client, "/?q=karam+varga")) == ["Air strike on the barracks at Tell Karam"]
    page = body(client, "/?q=nosuchword")
    assert "Nothing found" in page
    assert 'value="nosuchword"' in page


def test_what_is_searched_for_is_text(client: Client, filled: Cases) -> None:
    page = body(client, "/?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%00")
    assert "<script>" not in page


@pytest.mark.parametrize(
    "query", ["?sort=nonsense", "?page=-1", "?page=99999999999", "?page=x", "?page=٣", "?sort=&page=0"]
)
def test_an_address_that_means_nothing_gives_the_plain_list(client: Client, filled: Cases, query: str) -> None:
    assert names(body(client, f"/{query}")) == names(body(client, "/"))


def test_a_long_list_has_pages(client: Client, ledger: Path) -> None:
    fill(ledger, many(101))
    first, second = body(client, "/?sort=label"), body(client, "/?sort=label&page=2")
    assert (len(names(first)), names(second)) == (100, ["Incident 100"])
    assert "Page 1 of 2" in first
    assert 'rel="next" href="/?sort=label&amp;page=2"' in first
    assert 'rel="prev" href="/?sort=label"' in second


def test_facets_narrow_and_stay(client: Client, filled: Cases) -> None:
    page = body(client, "/?q=strike&outlet=North+Daily&sort=killed")
    assert names(page) == ["Air strike on the barracks at Tell Karam"]
    assert '<span class="of">Reported by:</span> <bdi>North Daily</bdi>' in page
    assert '<a href="/?q=strike&amp;sort=killed"><span class="of">' in page
    assert '<input type="hidden" name="outlet" value="North Daily">' in page
    assert '<input type="hidden" name="sort" value="killed">' in page
    assert 'href="/?q=strike&amp;outlet=North+Daily&amp;sort=label"' in page
    assert 'href="/?q=strike&amp;country=SY&amp;outlet=North+Daily&amp;sort=killed"' in page
    assert re.search(r'aria-current="true"><bdi>North Daily</bdi></a> <span class="times">1<', page)
    assert "Syria" in page


def test_pages_keep_what_is_chosen(client: Client, ledger: Path) -> None:
    fill(ledger, many(101))
    page = body(client, "/?type=air_strike&year=2016&year=2015")
    assert 'rel="next" href="/?type=air_strike&amp;year=2015&amp;year=2016&amp;page=2"' in page
    assert "Remove all" in page


@pytest.mark.parametrize("given", ["type=x", "country=syria", "year=٢٠١٦", "status=", "origins=-1", "since=May", "by="])
def test_a_choice_that_means_nothing_is_as_good_as_absent(client: Client, filled: Cases, given: str) -> None:
    assert body(client, f"/?{given}") == body(client, "/")


def test_an_empty_result_says_what_to_drop(client: Client, filled: Cases) -> None:
    page = body(client, "/?q=karam&outlet=Nobody&type=air_strike")
    assert "Something is found if you drop:" in page
    assert re.search(r'<a href="/\?q=karam&amp;type=air_strike">Reported by</a> <span class="times">2 incidents<', page)
    assert "<table" not in page


def test_a_misspelt_word_is_told_and_its_likeness_shown(client: Client, filled: Cases) -> None:
    page = body(client, "/?q=Karram&type=air_strike")
    assert "No incident holds “Karram” as it is spelt. Shown instead: <strong><bdi>karam</bdi></strong>" in page
    assert names(page) == names(body(client, "/?q=karam&type=air_strike")) != []
    assert 'name="q" value="Karram"' in page
    assert 'href="/?q=karam&amp;type=air_strike&amp;sort=killed"' in page


def test_of_several_likenesses_all_are_offered(client: Client, ledger: Path) -> None:
    made = many(2)
    fill(
        ledger, [replace(c, account=replace(c.account, label=n)) for c, n in zip(made, ("Sanaa", "Sanad"), strict=True)]
    )
    page = body(client, "/?q=sanae&country=SY")
    assert "Did you mean" in page
    assert '<a href="/?q=sanaa&amp;country=SY"><bdi>sanaa</bdi></a> (1)' in page
    assert names(page) == []


def test_an_empty_ledger_says_what_to_do(client: Client, ledger: Path) -> None:
    page = body(client, "/")
    assert "stemma build REPORTS --ledger" in page
    assert "<table" not in page
    assert "It holds" not in page


def test_a_ledger_of_documents_without_incidents_says_so(client: Client, ledger: Path) -> None:
    made = many(1)[0]
    readings = tuple(replace(reading, claims=(), events=()) for reading in made.readings)
    fill(ledger, [replace(made, readings=readings, trace=NOTHING, linking=NO_LINKS)])
    assert "It holds 1 document, which tells of none." in body(client, "/")


def test_an_incident_s_page_tells_everything_once(client: Client, filled: Cases) -> None:
    page = body(client, f"/incidents/{filled[0].account.id}/")
    for told in ("62–106", "Who had it from whom", "General Staff", "Copycat News", "dozens", "denies", "if confirmed"):
        assert told in page
    assert page.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_one_figure_s_stemma_can_be_drawn_alone(client: Client, filled: Cases) -> None:
    page = body(client, f"/incidents/{filled[0].account.id}/?of=injured")
    figure = page[
        page.index('<figure class="stemma">') : page.index("</figure>", page.index('<figure class="stemma">'))
    ]
    assert "Eastern Wire" in figure
    assert "North Daily" not in figure
    assert 'href="?of=injured#stemma" aria-current="true"' in page
    plain = body(client, f"/incidents/{filled[0].account.id}/")
    assert 'href="?of=killed#stemma" aria-current="true"' in plain
    assert body(client, f"/incidents/{filled[0].account.id}/?of=nonsense") == plain
    assert "Coalition Command › North Daily" in body(client, f"/incidents/{filled[0].account.id}/?of=all")


def test_the_same_claims_can_be_seen_under_other_rules(client: Client, filled: Cases) -> None:
    address = f"/incidents/{filled[0].account.id}/"
    plain = body(client, address)
    assert 'href="?policy=range#findings" aria-current="true"' in plain
    assert body(client, f"{address}?policy=nonsense") == body(client, f"{address}?policy=range") == plain
    acled = body(client, f"{address}?policy=acled")
    assert 'href="?policy=acled#findings" aria-current="true"' in acled
    assert "acled takes the lowest figure that stands" in acled
    assert "--policy acled" in acled
    assert "Not recorded" in acled
    assert "Not recorded" not in plain
    assert 'href="?of=killed&amp;policy=acled#stemma"' in acled
    graded = body(client, f"{address}?policy=airwars")
    assert "<dt>Grade</dt>" in graded
    assert "<dt>strike_status</dt>" in graded
    assert "<dt>Grade</dt>" not in plain


def test_links_into_the_page_lead_somewhere(client: Client, filled: Cases) -> None:
    page = body(client, f"/incidents/{filled[0].account.id}/")
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r' href="#([^"]+)"', page)) <= ids
    assert set(re.findall(r' (?:aria-labelledby)="([^"]+)"', page)) <= ids


def test_every_claim_leads_to_its_words(client: Client, filled: Cases) -> None:
    page = body(client, f"/incidents/{filled[0].account.id}/")
    links = set(re.findall(r'<a href="(/documents/[0-9a-f]+/)#(m-[^"]+)"', page))
    assert len(links) == len(filled[0].account.claims)
    for address, anchor in links:
        assert f'id="{anchor}"' in body(client, address)


def test_any_alias_leads_to_the_shown_id(client: Client, filled: Cases) -> None:
    account = filled[0].account
    for alias in (*account.aliases, account.id[:10], account.id.upper()):
        response = client.get(f"/incidents/{alias}/")
        if alias == account.id:
            assert response.status_code == 200
        else:
            assert (response.status_code, response["Location"]) == (302, f"/incidents/{account.id}/")


@pytest.mark.parametrize(
    "address",
    ["/incidents/ffffffffffffffffffff/", "/incidents/abc/", "/nowhere", "/documents/zzzz/", "/incidents/%3Cb%3E/"],
)
def test_what_is_not_there_says_so(client: Client, filled: Cases, address: str) -> None:
    response = client.get(address, follow=True)
    assert response.status_code == 404
    assert "Nothing in this ledger answers" in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_hostile_text_is_shown_and_never_obeyed(client: Client, filled: Cases) -> None:
    case_ = filled[1]
    for address in ("/", f"/incidents/{case_.account.id}/", *(f"/documents/{d.id}/?cuts=1" for d in case_.documents)):
        page = body(client, address)
        assert SCRIPT not in page
        assert IMAGE not in page
        assert "<img" not in page
        assert 'href="javascript' not in page
        assert "&lt;script&gt;" in page


def test_browsers_are_told_to_run_nothing_but_our_own_files(client: Client, filled: Cases) -> None:
    for address in ("/", f"/incidents/{filled[0].account.id}/", f"/documents/{filled[0].documents[0].id}/"):
        response = client.get(address)
        policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["style-src"] == "'self'"
        assert (policy["script-src"], policy["connect-src"]) == ("'self'", "'self'")
        assert "unsafe" not in response["Content-Security-Policy"]
        assert (response["X-Content-Type-Options"], response["X-Frame-Options"]) == ("nosniff", "DENY")
        assert _running(response.content.decode()) == []


def test_a_page_is_only_read(client: Client, filled: Cases) -> None:
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200


class _Markup(HTMLParser):
    """Collects what a browser would run, or take for style, were it let."""

    def __init__(self) -> None:
        super().__init__()
        self.running: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ours = tag == "script" and (dict(attrs).get("src") or "").startswith("/static/")
        self.running += [tag] if tag in {"script", "style", "iframe", "object", "embed", "base"} and not ours else []
        for name, value in attrs:
            runs = name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
            self.running += [f"{tag} {name}"] if runs else []


def _running(page: str) -> list[str]:
    """In a page as a parser reads it: hostile words that are escaped are words, and pass."""
    markup = _Markup()
    markup.feed(page)
    return markup.running


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>x</script>",
        '<p style="x">',
        "<img src=x onerror=x>",
        '<a href=" JavaScript:x">',
        "<b/onclick=x>",
        "<base href=x>",
    ],
)
def test_what_would_run_is_seen(hostile: str) -> None:
    assert _running(f"<p>{hostile}</p>") != []
    assert _running(f"<p>{escape(hostile)}</p>") == []
