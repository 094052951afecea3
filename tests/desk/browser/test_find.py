"""Narrowing the list of incidents, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws, tab_to

Visit = Callable[..., Page]
PAGES = ("list", "narrowed", "misspelt", "nothing left")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(visit: Visit, width: int, scheme: str) -> None:
    for name in PAGES:
        assert (name, flaws(visit(name, width=width, scheme=scheme))) == (name, [])


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_scrolls_one_way_only(visit: Visit, width: int) -> None:
    for name in PAGES:
        assert (name, extent(visit(name, width=width))) <= (name, width)


def test_the_keyboard_chooses_and_lets_go(visit: Visit) -> None:
    page = visit("list", script=True)
    tab_to(page, page.locator("summary", has_text="Reported by"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".facets").get_by_role("link", name="North Daily"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 incident")
    expect(page).to_have_url(re.compile(r"/\?outlet=North\+Daily$"))
    page.get_by_label("Search", exact=True).fill("karam")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=karam&outlet=North\+Daily$"))
    tab_to(page, page.locator(".tags a"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?q=karam$"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Deir ez Zoor", "Deir Ezzor (Syria)"), ("Deir Ezor", "Deir Ezzor (Syria)"), ("Sanaaa", "Sanaa (Yemen)")],
)
def test_misspelt_places_of_the_sample_are_found(look: Visit, typed: str, found: str) -> None:
    page = look(f"?q={quote(typed)}")
    expect(page.get_by_text("Shown instead:")).to_be_visible()
    expect(page.get_by_role("rowheader", name=found)).to_be_visible()
