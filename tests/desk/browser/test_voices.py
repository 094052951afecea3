"""Outlets, voices, and what stands beside a document's text, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws, tab_to

Visit = Callable[..., Page]
PAGES = (
    "outlets", "outlets found", "outlet", "hostile outlet", "voices", "voices found", "accused", "voice",
    "hostile voice", "source", "hostile source", "comparison",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(visit: Visit, width: int, scheme: str) -> None:
    for name in PAGES:
        assert (name, flaws(visit(name, width=width, scheme=scheme))) == (name, [])


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_scrolls_one_way_only(visit: Visit, width: int) -> None:
    for name in PAGES:
        assert (name, extent(visit(name, width=width))) <= (name, width)


def test_the_keyboard_leads_from_a_voice_to_its_words_and_back(visit: Visit) -> None:
    page = visit("voice")
    said = page.locator(".dated summary").first
    tab_to(page, said)
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".dated details a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".refs a:target")).to_be_in_viewport()
    back = page.locator(".voiced .by a").first
    tab_to(page, back)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rights Monitor of the Upper River Valley")


@pytest.mark.parametrize("name", ["outlet", "voice", "source", "comparison"])
def test_nothing_depends_on_script(visit: Visit, name: str) -> None:
    with_script, without = visit(name), visit(name, script=False)
    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


def test_lists_are_narrowed_and_sorted_in_their_address(visit: Visit) -> None:
    page = visit("outlets")
    page.get_by_role("searchbox", name="Name").fill("daily")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 outlet for “daily”")
    page.get_by_role("columnheader", name="Copies of others").get_by_role("link").click()
    assert "q=daily" in page.url
    assert "sort=copies" in page.url
    page.get_by_role("link", name="North Daily").click()
    page.get_by_role("link", name="Copycat News").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Copycat News")


@pytest.mark.parametrize(("width", "apart"), [(1280, True), (390, False)])
def test_the_source_stands_beside_the_text_where_there_is_room(visit: Visit, width: int, apart: bool) -> None:
    page = visit("source", width=width)
    text, source = page.locator(".text").bounding_box(), page.locator(".source").bounding_box()
    assert text is not None
    assert source is not None
    assert (source["x"] >= text["x"] + text["width"]) is apart
    assert (source["y"] >= text["y"] + text["height"]) is not apart


def test_saving_the_bytes_saves_them(visit: Visit) -> None:
    page = visit("hostile source")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the bytes").click()
    assert re.fullmatch(r"[0-9a-f]{64}\.bin", saved.value.suggested_filename)


def test_the_mains_say_where_one_is(visit: Visit) -> None:
    for name, label in (("outlet", "Outlets"), ("voice", "Voices")):
        current = visit(name).locator("nav[aria-label=Main] [aria-current=page]")
        expect(current).to_have_text(label)
