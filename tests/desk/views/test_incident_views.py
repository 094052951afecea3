"""One result as a list, on a map, over time."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from stemma.ledger import selectors
from stemma.ledger.selectors import Asked
from stemma.model.place import Place
from stemma.model.time import UNKNOWN_DATE, DateRange
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import Case, Told, case, toll
from tests.desk.ledgers import fill

VIEWS = ("", "view=map", "view=timeline")
IDLIB, SANAA = Place("Idlib", 35.93, 36.63, 1, 5.0, "SY"), Place("Sanaa", 15.35, 44.21, 1, 5.0, "YE")
YEMEN, FIJI = Place("Yemen", 15.5, 47.6, 6, 400.0, "YE"), Place("Suva", -18.1, 178.4, 1, 5.0, "FJ")
SAMOA = Place("Apia", -13.8, -171.8, 1, 5.0, "WS")
YEAR = DateRange("2016-01-01", "2016-12-31", "year")


def day(iso: str) -> DateRange:
    return DateRange(iso, iso, "day")


def happened(label: str, when: DateRange, where: Place | None, number: int = 3) -> Case:
    """An incident at a time and place."""
    made = case(
        [Told(label, "2016-09-17", ("Post", f"Voice of {label}"), toll(number))], label=label, killed=(number,) * 2
    )
    (incident,) = made.linking.incidents
    return replace(
        made,
        account=replace(made.account, date=when, place=where),
        linking=replace(made.linking, incidents=(replace(incident, date=when, place=where),)),
    )


@pytest.fixture
def seven(ledger: Path) -> Path:
    """Three at one point of Idlib, one in Sanaa, one in Yemen at large, one nowhere, one without a date."""
    fill(
        ledger,
        [
            happened("Idlib one", day("2016-09-17"), IDLIB), happened("Idlib two", day("2016-09-20"), IDLIB),
            happened("Idlib three", YEAR, IDLIB), happened("Sanaa one", day("2016-10-08"), SANAA),
            happened("Yemen one", day("2016-11-01"), YEMEN), happened("Nowhere one", day("2016-11-02"), None),
            happened("Undated one", UNKNOWN_DATE, SANAA),
        ],
    )  # fmt: skip
    return ledger


def body(client: Client, query: str) -> str:
    response = client.get(f"/?{query}")
    assert response.status_code == 200, query
    return response.content.decode()


def links(page: str, of: str) -> dict[str, str]:
    """Of each link in the page's first element of a class: what it is called, and where it leads."""
    part = page[page.index(f'class="{of}"') :]
    part = part[: part.index("</nav>") if of in ("views", "steps") else part.index("</svg></div>")]
    found = re.findall(r'<a href="([^"]*)"(?: aria-current="true")?(?: aria-label="([^"]*)")?>(.*?)</a>', part)
    return {unescape(label or re.sub("<.*?>", "", text)).strip(): unescape(url) for url, label, text in found}


def labels(page: str) -> list[str]:
    return re.findall(r'<a href="/incidents/[^"]*"><bdi>(.*?)</bdi></a>', page)


def test_all_three_are_led_to_with_what_is_chosen(client: Client, seven: Path) -> None:
    chosen = "q=one&country=SY&since=2016-01-01&until=2016-12-31&origins=1&box=30,30,40,40&sort=killed"
    for view in VIEWS:
        page = body(client, f"{chosen}&{view}")
        found = links(page, "views")
        assert found["List"] == f"/?{chosen}"
        assert found["Map"] == f"/?{chosen}&view=map"
        assert found["Timeline"] == f"/?{chosen}&view=timeline"
        assert "1 incident for “one”" in page


@pytest.mark.parametrize("view", VIEWS)
def test_facets_tags_and_the_search_keep_the_view(client: Client, seven: Path, view: str) -> None:
    page = unescape(body(client, f"country=SY&country=YE&{view}"))
    given = f"&{view}" if view else ""
    assert f'<a href="/?country=SY{given}"><span class="of">Country:' in page
    assert f'<a href="/?type=air_strike&country=SY&country=YE{given}"' in page
    assert ('name="view"' in page) is bool(view)
    assert "6 incidents" in page


@pytest.mark.parametrize("view", VIEWS)
def test_empty_results_and_slips_are_told_in_every_view(client: Client, seven: Path, view: str) -> None:
    assert "Nothing found" in body(client, f"q=nosuchword&{view}")
    assert "Something is found if you drop:" in body(client, f"q=sanaa&country=SY&{view}")
    assert "Shown instead: <strong><bdi>idlib</bdi>" in body(client, f"q=Idleb&{view}")


@pytest.mark.parametrize(
    "given", ["view=x", "box=1,2,3", "box=a,b,c,d", "box=0,50,10,40", "box=nan,0,1,1", "box=-200,0,0,1", "box=0,0,1,١",
              "located=maybe", "dated=1", "box=0,0,1e1,1"],
)  # fmt: skip
def test_what_means_nothing_is_as_good_as_absent(client: Client, seven: Path, given: str) -> None:
    assert body(client, given) == body(client, "")


def test_a_map_tells_what_is_not_on_it_and_leads_there(client: Client, seven: Path) -> None:
    page = body(client, "view=map")
    assert '<a href="/?located=no">2 further incidents are on no map</a>' in page
    assert sorted(labels(body(client, "located=no"))) == ["Nowhere one", "Yemen one"]
    assert sorted(labels(page)) == ["Idlib one", "Idlib three", "Idlib two", "Sanaa one", "Undated one"]
    assert "7 incidents" in page
    assert re.search(r'In view <span class="count">5 incidents<', page)


def test_a_stack_opens_below_the_map(client: Client, seven: Path) -> None:
    found = links(body(client, "view=map&q=idlib"), "wide")
    assert list(found) == ["3 incidents in one place, Idlib: list them"]
    (address,) = found.values()
    assert address.endswith("&view=map#in-view")
    page = body(client, address.removeprefix("/?").removesuffix("#in-view"))
    assert sorted(labels(page)) == ["Idlib one", "Idlib three", "Idlib two"]
    assert 'id="in-view"' in page


def test_looking_closer_ends_at_each_incident(client: Client, ledger: Path) -> None:
    """Every mark is followed until it is one incident or one place; every incident is come to."""
    near = [replace(IDLIB, lat=35.9 + i / 97, lon=36.6 + i * i / 89) for i in range(12)]
    fill(
        ledger,
        [happened(f"No {i}", day("2016-09-17"), where) for i, where in enumerate((*near, *near[:3], FIJI, SAMOA))],
    )
    seen, todo, asked = set(), ["view=map"], set()
    while todo:
        query = todo.pop()
        asked.add(query)
        found = links(page := body(client, query), "wide")
        assert len(found) == page.partition('class="narrow"')[0].count("incidents-mark")  # no two have one name
        for url in found.values():
            if url.startswith("/incidents/"):
                seen.add(url.split("/")[2])
            elif url.endswith("#in-view"):
                seen |= set(re.findall(r'href="/incidents/(\w+)/"', body(client, url[2:].removesuffix("#in-view"))))
            elif url[2:] not in asked:
                todo.append(url[2:])
        assert len(asked) < 40
    assert seen == {row.id for row in selectors.incidents()}


def test_a_result_across_the_date_line_is_one_map(client: Client, ledger: Path) -> None:
    fill(ledger, [happened("Suva", day("2016-09-17"), FIJI), happened("Apia", day("2016-09-17"), SAMOA)])
    page = body(client, "view=map")
    assert set(links(page, "wide")) == {"Suva", "Apia"}
    assert "° W" in page
    further = links(page, "steps")["− Further away"]
    west, _, east, _ = (float(n) for n in further.split("box=")[1].split("&")[0].split(","))
    assert west > east


def test_a_box_holds_in_every_view_and_is_let_go(client: Client, seven: Path) -> None:
    box = "box=35,34,38,37"
    assert sorted(labels(body(client, box))) == ["Idlib one", "Idlib three", "Idlib two"]
    assert sorted(labels(body(client, f"{box}&view=timeline"))) == ["Idlib one", "Idlib three", "Idlib two"]
    page = body(client, f"{box}&view=map")
    assert '<a href="/?view=map"><span class="of">Part of the map:</span>' in page
    assert '<a href="/?view=map">Everything found</a>' in page


def test_a_map_of_where_nothing_was_can_be_left(client: Client, seven: Path) -> None:
    page = body(client, "view=map&box=100,-10,120,2")
    assert "Nothing found" in page
    assert set(links(page, "steps")) >= {"+ Closer", "− Further away", "← West", "↑ North", "Everything found"}
    assert "2 incidents are on no map" in page


def test_a_map_of_what_is_on_no_map_is_a_list(client: Client, seven: Path) -> None:
    page = body(client, "view=map&located=no")
    assert "None of these incidents is on a map" in page
    assert sorted(labels(page)) == ["Nowhere one", "Yemen one"]


def test_the_timeline_tells_what_is_in_no_bar(client: Client, seven: Path) -> None:
    page = body(client, "view=timeline")
    assert re.findall(r'aria-label="(\w+ 2016: \d incidents?)"', page)[:3] == [
        "September 2016: 2 incidents", "October 2016: 1 incident", "November 2016: 2 incidents",
    ]  # fmt: skip
    assert "In no bar: 1 known to the year only." in page
    assert '<a href="/?dated=no">1 has no date</a>' in page
    assert labels(body(client, "dated=no")) == ["Undated one"]
    assert re.findall(r'<h2 id="h-period-\d+">(.*?) <', page) == [
        "November 2016", "October 2016", "September 2016", "2016", "No date",
    ]  # fmt: skip


def test_a_bar_narrows_to_its_time(client: Client, seven: Path) -> None:
    found = links(body(client, "view=timeline&country=SY"), "wide")
    assert found["17 September 2016: 1 incident"] == (
        "/?country=SY&since=2016-09-17&until=2016-09-17&view=timeline"
    )  # fmt: skip
    page = body(client, "country=SY&since=2016-09-17&until=2016-09-17&view=timeline")
    assert labels(page) == ["Idlib one", "Idlib three"]
    assert "The whole time" in page


def test_a_long_timeline_has_pages(client: Client, ledger: Path) -> None:
    fill(ledger, [happened(f"No {i}", day(f"2016-{i % 12 + 1:02}-01"), IDLIB) for i in range(101)])
    first, second = body(client, "view=timeline&sort=label"), body(client, "view=timeline&sort=label&page=2")
    assert (len(labels(first)), len(labels(second))) == (100, 1)
    assert 'rel="next" href="/?sort=label&amp;view=timeline&amp;page=2"' in first
    assert "All 101 as a list" in body(client, "view=map")


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_labels_are_words(client: Client, ledger: Path, view: str) -> None:
    fill(ledger, [happened(f"Strike {SCRIPT}{IMAGE}", day("2016-09-17"), replace(IDLIB, name=SCRIPT))])
    page = body(client, view)
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_ledger_says_what_to_do_in_every_view(client: Client, ledger: Path, view: str) -> None:
    assert "stemma build REPORTS --ledger" in body(client, view)


def test_what_is_listed_is_what_is_counted(client: Client, seven: Path) -> None:
    for asked, query in ((Asked(located="yes"), "located=yes"), (Asked(dated="yes"), "dated=yes")):
        assert len(labels(body(client, query))) == selectors.counted(asked)
