from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws, tab_to

Visit = Callable[..., Page]
PAGES = (
    "list", "found", "nothing", "incident", "graded", "seen otherwise", "claims", "what-if", "history", "series",
    "one series", "timeline", "hostile", "hostile timeline", "document", "hostile document", "absent",
)  # fmt: skip
PHONE = ("list", "incident", "seen otherwise", "what-if", "timeline", "document")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "width"),
    [*((name, 1280) for name in PAGES), *((name, 390) for name in PHONE)],
)
def test_axe_finds_nothing(visit: Visit, name: str, width: int, scheme: str) -> None:
    assert flaws(visit(name, width=width, scheme=scheme)) == []


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_one_way_only(visit: Visit, name: str, width: int) -> None:
    assert extent(visit(name, width=width)) <= width


def test_the_keyboard_reaches_the_words_behind_a_figure(visit: Visit) -> None:
    page = visit("list")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, page.locator("tbody th.label a").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Air strike on the barracks at Tell Karam")
    said = page.locator("#claims .said summary").first
    expect(said).to_have_text(re.compile(r"62 killed\s*×5"))
    tab_to(page, said)
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#claims details a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".refs a:target")).to_be_in_viewport()
    tab_to(page, page.locator(".refs a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".notes li:target")).to_be_in_viewport()
    tab_to(page, page.locator(".notes .back").first)
    page.keyboard.press("Enter")
    expect(page.locator(".refs a:target")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["list", "incident", "seen otherwise", "what-if", "one series", "document"])
def test_nothing_depends_on_script(visit: Visit, name: str) -> None:
    with_script, without = visit(name), visit(name, script=False)
    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


def test_words_lead_from_any_page_to_the_list(visit: Visit) -> None:
    page = visit("incident")
    page.get_by_label("Search", exact=True).fill("upper river")
    page.keyboard.press("Enter")
    page.locator("#incidents").get_by_role("link").first.click()
    page.get_by_role("link", name="Incidents", exact=True).click()
    page.get_by_label("Search", exact=True).fill("upper river")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 incident for “upper river”")
    page.get_by_role("columnheader", name="Killed").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Killed")).to_have_attribute("aria-sort", "descending")
    assert "q=upper+river" in page.url


def test_cuts_open_in_place(visit: Visit) -> None:
    page = visit("document")
    page.get_by_role("link", name="Hide the 1 cut").click()
    expect(page.get_by_text("60 capsules")).to_have_count(0)
    page.get_by_role("link", name="show cut 1").click()
    expect(page.get_by_text("60 capsules")).to_be_in_viewport()


def test_both_schemes_are_drawn(visit: Visit) -> None:
    light, dark = visit("incident", scheme="light"), visit("incident", scheme="dark")
    for at, what in (("html", "backgroundColor"), (".drawing .box", "fill")):
        assert _shade(light, at, what) > 600 > _shade(dark, at, what)
    assert _shade(light, ".drawing .label", "fill") < 300 < _shade(dark, ".drawing .label", "fill")


def _shade(page: Page, at: str, what: str) -> int:
    """From 0, black, to 765, white."""
    colour = page.evaluate(f"getComputedStyle(document.querySelector('{at}')).{what}")
    return sum(int(n) for n in re.findall(r"\d+", colour)[:3])


def test_paper_bears_the_page_without_its_furniture(visit: Visit) -> None:
    page = visit("incident")
    page.emulate_media(media="print")
    for furniture in (".find", ".skip", ".contents", ".foot"):
        expect(page.locator(furniture)).to_be_hidden()
    expect(page.locator("#claims .said blockquote").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(("width", "shown"), [(1280, "wide"), (390, "narrow")])
def test_a_drawing_is_shown_once_at_the_width_that_fits(visit: Visit, width: int, shown: str) -> None:
    page = visit("incident", width=width)
    for figure in page.locator("figure:not(.map)").all():
        drawings = [d for d in figure.locator("svg.drawing").all() if d.is_visible()]
        assert len(drawings) == 1
        assert shown in (drawings[0].locator("..").get_attribute("class") or "")
        box = drawings[0].bounding_box()
        assert box is not None
        assert box["width"] <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_both_maps_are_in_view_beside_or_below_each_other(visit: Visit, width: int) -> None:
    page = visit("incident", width=width)
    around, near = (one.bounding_box() for one in page.locator(".maps > svg.drawing").all())
    assert around is not None
    assert near is not None
    assert near["x"] + near["width"] <= width
    assert (near["y"] == around["y"]) is (width == 1280)


def test_the_keyboard_asks_for_another_day_and_comes_back(visit: Visit) -> None:
    page = visit("incident", script=False)
    day = page.get_by_label("As of")
    expect(day).to_have_attribute("min", "2016-09-17")
    expect(day).to_have_attribute("max", "2016-09-20")
    day.fill("2016-09-18")
    day.press("Enter")
    expect(page.get_by_role("heading", name="This is not the published account")).to_be_visible()
    assert page.url.endswith("?as_of=2016-09-18")
    back = page.get_by_role("link", name="Back to the published account")
    back.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="This is not the published account")).to_have_count(0)


def test_what_it_rests_on_is_walked_to_the_account_without(visit: Visit) -> None:
    page = visit("incident")
    page.get_by_role("link", name="What it rests on").click()
    page.get_by_role("link", name=re.compile("^without it.*Valley Observer")).first.click()
    expect(page.get_by_text("Left out: an origin, Valley Observer, with 1 claim.")).to_be_visible()
    expect(page.get_by_role("region", name="What changes without it")).to_contain_text("62–83")


@pytest.mark.parametrize("script", [True, False])
def test_the_slider_leads_from_day_to_day(visit: Visit, script: bool) -> None:
    page = visit("incident", script=script)
    slider = page.get_by_label("Or slide through the days with reports")
    slider.focus()
    page.keyboard.press("Home")
    if script:
        expect(page.locator("#station")).to_have_text("17 Sep 2016")
    else:
        page.locator(".slide").get_by_role("button", name="Show").click()
    expect(page.locator(".lens")).to_contain_text("17 September 2016")
    assert "as_of=2016-09-17" in page.url
    assert page.locator("#step").input_value() == "0"
