"""One search over everything, in a real browser: by question, by a misspelt word, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws, tab_to

Visit = Callable[..., Page]
PAGES = (
    "search", "sought", "answered", "counted", "sought claims", "sought documents", "hostile search", "meant", "unmet",
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


@pytest.mark.parametrize("name", ["sought", "answered", "sought claims"])
def test_nothing_depends_on_script(visit: Visit, name: str) -> None:
    with_script, without = visit(name), visit(name, script=False)
    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


def test_a_question_is_asked_and_leads_to_the_words(visit: Visit) -> None:
    page = visit("document")
    page.keyboard.press("Control+k")
    field = page.get_by_label("Search", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("who says the Western Coalition did it?")
    page.keyboard.press("Enter")
    answer = page.get_by_role("region", name="Who says that the Western Coalition did it?")
    expect(answer.get_by_role("heading", level=3)).to_have_text("Air strike on the barracks at Tell Karam")
    expect(answer.locator(".asserts")).to_contain_text("General Staff")
    expect(answer.locator(".denies")).to_contain_text("Coalition Command")
    words = answer.locator(".denies").get_by_role("link", name="1 claim")
    tab_to(page, words)
    page.keyboard.press("Enter")
    expect(page.locator(".refs a:target")).to_be_in_viewport()


def test_a_misspelt_word_is_found_without_script(visit: Visit) -> None:
    page = visit("incident", script=False)
    page.get_by_label("Search", exact=True).fill("how many were killed in Karram?")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Shown instead:")).to_contain_text("how many were killed in karam?")
    expect(page.locator(".answer")).to_contain_text("62–106")


def test_suggestions_are_walked_by_arrows(visit: Visit) -> None:
    page = visit("voices")
    page.keyboard.press("/")
    field = page.get_by_label("Search", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("mon")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options).to_have_count(3)
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "suggestion-1")
    assert flaws(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("mon")
    page.keyboard.press("ArrowDown")
    expect(options).to_have_count(3)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/voices/origin~3a~Rights_Monitor"))


@pytest.mark.parametrize("width", [1280, 390])
def test_suggestions_of_hostile_names_stay_text_and_in_view(visit: Visit, width: int) -> None:
    page = visit("hostile", width=width)
    page.get_by_label("Search", exact=True).fill("voice")
    option = page.get_by_role("option").filter(has_text="Voice<script>").first
    expect(option).to_be_visible()
    assert extent(page) <= width
    assert flaws(page) == []
    option.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Voice<script>")


def test_a_stroke_in_a_field_is_a_stroke(visit: Visit) -> None:
    page = visit("voices")
    name = page.get_by_role("searchbox", name="Name")
    name.press("/")
    expect(name).to_have_value("/")
