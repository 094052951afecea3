"""Pages about outlets, as they are asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from stemma.ledger import selectors
from stemma.model.origin import Copy
from stemma.model.span import Span
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import Case, Told, case, toll
from tests.desk.ledgers import fill

Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def names(page: str) -> list[str]:
    return re.findall(r'<th scope="row" class="of-name"><a [^>]*><bdi>(.*?)</bdi></a>', page)


def outlet(name: str) -> str:
    return reverse("desk:outlet", args=[name])


def test_the_list_tells_names_and_counts(client: Client, filled: Cases) -> None:
    page = body(client, "/outlets/")
    assert "Eastern Wire" in names(page)
    assert "11 outlets" in page
    assert f'href="{outlet("Eastern Wire")}"' in page
    assert 'aria-current="page">Outlets' in page


@pytest.mark.parametrize("sort", selectors.OUTLET_SORTS)
def test_every_column_sorts_and_says_so(client: Client, filled: Cases, sort: str) -> None:
    page = body(client, f"/outlets/?sort={sort}")
    assert re.search(rf'class="of-{sort}[^"]*" aria-sort="(a|de)scending"', page)
    assert page.count("aria-sort") == 1


def test_the_list_is_narrowed_by_name_and_keeps_its_order(client: Client, filled: Cases) -> None:
    page = body(client, "/outlets/?q=DAILY&sort=copies")
    assert names(page) == ["North Daily"]
    assert '<input type="hidden" name="sort" value="copies">' in page
    assert "sort=name" in page
    assert "Nothing found" in body(client, "/outlets/?q=nosuchname")


def test_a_long_list_has_pages(client: Client, ledger: Path) -> None:
    told = [Told(f"d{i}", "2016-09-17", (f"Paper {i:03}",), toll(1)) for i in range(101)]
    fill(ledger, [case(told, label="Much reported")])
    page = body(client, "/outlets/?sort=name")
    assert "Page 1 of 2" in page
    assert 'rel="next" href="/outlets/?sort=name&amp;page=2"' in page
    assert names(body(client, "/outlets/?sort=name&page=2")) == ["Paper 100"]


def test_an_empty_ledger_says_what_to_do(client: Client, ledger: Path) -> None:
    assert "No outlet yet" in body(client, "/outlets/")


def test_one_outlet_tells_whom_it_copied_and_what_it_published(client: Client, filled: Cases) -> None:
    page = body(client, outlet("Copycat News"))
    assert re.search(r"It copied</h3><ul[^>]*><li><a [^>]*><bdi>North Daily</bdi></a>", page)
    assert f'href="/incidents/{filled[0].account.id}/"' in page
    assert f'href="{reverse("desk:voice", args=["origin:Rights Monitor of the Upper River Valley"])}"' in page
    first = body(client, outlet("North Daily"))
    assert re.search(r"It was copied by</h3><ul[^>]*><li><a [^>]*><bdi>Copycat News</bdi></a>", first)


def test_what_a_copy_changed_stands_in_both_readings(client: Client, ledger: Path) -> None:
    made = case(
        [Told("a", "2016-09-17", ("First Post",), toll(62)), Told("b", "2016-09-18", ("Second Post",), toll(26))],
        label="Strike", killed=(26, 62),
    )  # fmt: skip
    one, other = made.documents
    a, b = sorted((one.id, other.id))
    spans = {page.id: Span(0, len(page.text)) for page in made.documents}
    copy = Copy(a, b, "near", 0.9, one.id, ((spans[a], spans[b]),), "seen")
    fill(ledger, [replace(made, trace=replace(made.trace, copies=(copy,)))])
    page = body(client, outlet("Second Post"))
    assert '<span class="slot">figure</span>' in page
    assert re.search(r"<del>62</del>.*<ins>26</ins>", page, re.DOTALL)
    assert page.index("<del>62") < page.index("First Post</bdi></a> · first")
    assert "<del>" not in body(client, outlet("First Post"))


@pytest.mark.parametrize(
    "address", ["/outlets/nobody/", "/outlets/a%20b/", "/outlets/~d800~/", "/outlets/~0~/", "/outlets/../"]
)
def test_an_outlet_that_is_not_there_says_so(client: Client, filled: Cases, address: str) -> None:
    assert client.get(address).status_code == 404


def test_hostile_names_are_shown_and_never_obeyed(client: Client, filled: Cases) -> None:
    for address in ("/outlets/", outlet(f"Outlet{IMAGE}"), outlet(f"Other{SCRIPT}"), f"/outlets/?q={SCRIPT}"):
        page = body(client, address)
        assert SCRIPT not in page
        assert IMAGE not in page
        assert "<img" not in page
        assert not re.search(r"<script>|<style|\sstyle=", page)
    assert "&lt;script&gt;" in body(client, outlet(f"Other{SCRIPT}"))


def test_no_id_comes_twice_and_every_link_inside_leads_somewhere(client: Client, filled: Cases) -> None:
    page = body(client, outlet("Copycat News"))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r' aria-labelledby="([^"]+)"', page)) <= set(ids)
