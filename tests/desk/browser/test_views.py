"""One result as a list, on a map, over time, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.desk.browser.conftest import extent, flaws, tab_to

Visit = Callable[..., Page]
PAGES = ("map", "map elsewhere", "not on the map", "over time", "one year")
SAMPLE = ("?view=map", "?view=timeline", "?view=timeline&since=2016-01-01&until=2016-12-31", "?view=map&country=SY")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(visit: Visit, look: Visit, width: int, scheme: str) -> None:
    for name in PAGES:
        assert (name, flaws(visit(name, width=width, scheme=scheme))) == (name, [])
    for address in SAMPLE:
        assert (address, flaws(look(address, width=width, scheme=scheme))) == (address, [])


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_scrolls_one_way_only(visit: Visit, look: Visit, width: int) -> None:
    for name in PAGES:
        assert (name, extent(visit(name, width=width))) <= (name, width)
    for address in SAMPLE:
        assert (address, extent(look(address, width=width))) <= (address, width)


@pytest.mark.parametrize("script", [True, False])
def test_the_view_changes_and_what_is_chosen_stays(look: Visit, script: bool) -> None:
    page = look("?q=air+strike&country=SY&sort=killed", script=script)
    told = page.get_by_role("status").inner_text()
    views = page.get_by_role("navigation", name="Show the result as")
    for name in ("Map", "Timeline", "List", "Map"):
        views.get_by_role("link", name=name).click()
        expect(views.get_by_role("link", name=name)).to_have_attribute("aria-current", "true")
        expect(page.get_by_role("status")).to_have_text(told)
        assert {"q=air+strike", "country=SY", "sort=killed"} <= set(page.url.partition("?")[2].split("&"))
    page.locator(".tags a").first.click()
    expect(page).to_have_url(re.compile(r"\?q=air\+strike&sort=killed&view=map$"))


@pytest.mark.parametrize("width", [1280, 390])
def test_a_circle_is_opened_down_to_an_incident_by_keyboard(look: Visit, width: int) -> None:
    page = look("?view=map", width=width)
    shown = page.locator(".wide svg.drawing, .narrow svg.drawing").locator("visible=true")
    expect(shown).to_have_count(1)
    for _ in range(12):
        if "#in-view" in page.url:
            follow(page, page.locator("#in-view tbody th a").first)
            break
        opened = shown.get_by_role("link", name=re.compile("^\\d+ incidents"))
        follow(page, opened.first if opened.count() else shown.get_by_role("link").first)
        if "/incidents/" in page.url:
            break
    expect(page).to_have_url(re.compile(r"/incidents/\w+/$"))


def follow(page: Page, link: Locator) -> None:
    """Go to a link by the keyboard and through it."""
    tab_to(page, link)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_circle_is_opened_by_clicks_and_the_way_back_is_there(look: Visit) -> None:
    page = look("?view=map")
    drawing = page.locator(".wide svg.drawing")
    drawing.get_by_role("link", name=re.compile("^4 incidents")).locator(".incidents-mark").click()
    expect(page.get_by_role("status")).to_contain_text("4 incidents")
    page.get_by_role("navigation", name="Move the map").get_by_role("link", name="Further away").click()
    expect(page.locator(".tags")).to_contain_text("Part of the map")
    page.get_by_role("navigation", name="Move the map").get_by_role("link", name="South").click()
    page.get_by_role("link", name="Everything found").click()
    expect(page).to_have_url(re.compile(r"/\?view=map$"))
    page.locator(".wide .incidents-mark").last.click()
    expect(page).to_have_url(re.compile(r"/incidents/\w+/$"))


def test_a_stack_opens_below_the_map(visit: Visit) -> None:
    page = visit("map")
    page.get_by_role("link", name=re.compile("^2 incidents in one place")).locator("visible=true").click()
    expect(page).to_have_url(re.compile("box=.*view=map#in-view$"))
    expect(page.locator("#in-view tbody th a")).to_have_count(2)
    expect(page.locator("#in-view tbody th a").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_bar_narrows(look: Visit, width: int) -> None:
    page = look("?view=timeline", width=width)
    bar = page.get_by_role("link", name="September 2016: 2 incidents").locator("visible=true")
    tab_to(page, bar.first)
    page.keyboard.press("Enter")
    expect(page.locator(".tags")).to_contain_text("2016-09-01")
    expect(page.get_by_role("heading", name="September 2016")).to_be_visible()
    page.get_by_role("link", name="The whole time").click()
    expect(page).to_have_url(re.compile(r"/\?view=timeline$"))


def test_what_is_drawn_is_there_without_script_and_on_paper(look: Visit) -> None:
    for address in ("?view=map", "?view=timeline"):
        with_script, without = look(address), look(address, script=False)
        assert without.locator("main").inner_text() == with_script.locator("main").inner_text()
        without.emulate_media(media="print")
        expect(without.locator(".views")).to_be_hidden()
        expect(without.locator(".wide svg.drawing")).to_be_visible()
