"""Deciding in a real browser: by keyboard, without script, readable for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.browser.conftest import ColorScheme, extent, flaws, flaws_in_both_schemes

Enter = Callable[..., Page]

LEAD, ANALYST, ADMINISTRATOR = "Leo Dunn", "Ana Cole", "Ada Byrd"


def told(page: Page) -> str:
    return page.locator(".told").inner_text()


def goto(page: Page, address: str) -> Page:
    """Another page of the same desk."""
    page.goto(re.sub(r"(https?://[^/]+/).*", r"\1", page.url) + address)
    return page


def incident(page: Page, label: str) -> str:
    """The address of an incident, by what its label begins with."""
    goto(page, "?sort=label")
    found = page.get_by_role("link", name=re.compile(f"^{label}")).first.get_attribute("href")
    assert found is not None
    return found.lstrip("/")


@pytest.fixture
def lead(enter: Enter) -> Page:
    """A lead at the queue of links."""
    page = enter(LEAD, "review/links/")
    expect(page.get_by_role("heading", level=2, name="Decide")).to_be_visible()
    page.wait_for_load_state("load")
    return page


def test_two_presses_decide_and_one_takes_back(lead: Page) -> None:
    expect(lead.get_by_role("heading", level=1)).to_have_text("Are these one incident?")
    press(lead, "n2")
    expect(lead.locator(".told")).to_contain_text("Different, ruled for 9 pairs of reports.")
    expect(lead.get_by_role("heading", level=1)).to_have_text("Does this report belong here?")
    press(lead, "z")
    expect(lead.locator(".told")).to_contain_text("Taken back")
    expect(lead.get_by_role("heading", level=1)).to_have_text("Are these one incident?")
    press(lead, "s")
    expect(lead.get_by_role("heading", level=1)).to_have_text("Does this report belong here?")


def test_keys_write_where_one_writes_and_can_be_turned_off(lead: Page) -> None:
    words = lead.get_by_label("Own words").first
    words.focus()
    lead.keyboard.type("yes n1")
    expect(words).to_have_value("yes n1")
    words.blur()
    lead.keyboard.press("?")
    lead.get_by_role("button", name="Keys are on").click()
    lead.locator("h1").click()
    lead.keyboard.press("s")
    expect(lead.get_by_role("heading", level=1)).to_have_text("Are these one incident?")
    lead.get_by_role("button", name="Keys are on").click()


def test_merged_and_split_and_both_taken_back(enter: Enter) -> None:
    page = enter(LEAD, "")
    sanaa, hari = incident(page, "Air strike, Sanaa"), incident(page, "Air strike, Al-Hari")
    goto(page, sanaa)
    page.get_by_role("link", name="Merge with …").click()
    page.get_by_label("The other incident").fill("Hari")
    page.get_by_role("main").get_by_role("button", name="Find").click()
    page.get_by_role("link", name=re.compile("^Air strike, Al-Hari")).click()
    foretold = page.locator(".come-to p").inner_text().split(" Every id")[0]
    press(page, "y1")
    expect(page.locator(".told")).to_contain_text("The same, ruled for 33 pairs of reports.")
    expect(page.locator("p.sentence")).to_have_text(foretold)
    page.get_by_role("button", name="Undo: the same").click()
    expect(page.locator(".told")).to_contain_text("Taken back")
    goto(page, sanaa)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sanaa")
    page.get_by_role("link", name="Split", exact=True).click()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="See what would come of it").click()
    page.get_by_role("button", name="Set 1 report apart").click()
    expect(page.locator(".told")).to_contain_text("1 report is set apart")
    page.get_by_role("button", name="Undo: different").click()
    expect(page.locator(".told")).to_contain_text("Taken back")
    goto(page, hari)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Al-Hari")


def test_without_script_everything_is_decided_by_pressing_buttons(enter: Enter) -> None:
    page = enter(ANALYST, "review/links/", script=False)
    page.get_by_role("button", name="Neither says enough").click()
    assert "Nobody can tell, ruled for 9 pairs" in told(page)
    page.get_by_role("button", name="Undo: nobody can tell").click()
    assert "Taken back" in told(page)


def test_a_round_is_coded_by_two_people_by_keyboard_and_told_in_its_report(enter: Enter) -> None:
    page = enter(LEAD, "review/rounds/")
    page.get_by_label("Name", exact=True).fill("By keys")
    page.get_by_label("First coder").select_option(ANALYST)
    page.get_by_label("Second coder").select_option(ADMINISTRATOR)
    page.get_by_label("Toll", exact=True).check()
    page.get_by_label("Draw so many").fill("3")
    page.get_by_label("By this word").fill("may")
    page.get_by_label("What it is for").fill("to see how it goes")
    page.get_by_role("button", name="Open the round").click()
    address = re.sub(r"https?://[^/]+/", "", page.url)
    first = enter(ANALYST, address)
    expect(first.get_by_role("heading", name="Does the document say so?")).to_be_visible()
    for keys in ("a", "r2", "u1"):
        press(first, keys)
    expect(first.locator("main")).to_contain_text("You have coded all of it")
    second = enter(ADMINISTRATOR, address)
    expect(second.get_by_role("heading", name="Does the document say so?")).to_be_visible()
    assert flaws_in_both_schemes(second) == []
    press(second, "a")
    press(second, "r1")
    press(second, "z")
    press(second, "r1")
    press(second, "a")
    expect(second.locator("main")).to_contain_text("You have coded all of it")
    goto(page, f"{address}disagreements/")
    expect(page.locator("main")).to_contain_text("Ana Cole: Unsure")
    press(page, "a")
    goto(page, address)
    page.get_by_role("button", name="Close the round").click()
    expect(page.locator(".told")).to_contain_text("2 rulings by agreement")
    expect(page.locator("main")).to_contain_text("Of 3 claims that both coded they gave 2 the same verdict.")
    for name in ("", "disagreements/", "agreement/"):
        goto(page, address + name)
        assert flaws_in_both_schemes(page) == [], name
        page.set_viewport_size({"width": 390, "height": 900})
        assert (flaws_in_both_schemes(page), extent(page) <= 390) == ([], True), name
        page.set_viewport_size({"width": 1280, "height": 900})


def press(page: Page, keys: str) -> None:
    """Keys one after another; the last leads on to another page, which is waited for."""
    page.wait_for_load_state("load")
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_work_is_for_everybody(enter: Enter, width: int, scheme: ColorScheme) -> None:
    page = enter(LEAD, "review/links/", width=width, scheme=scheme)
    deir, sanaa = incident(page, "Air strike, Deir Ezzor"), incident(page, "Air strike, Sanaa")
    pair = f"review/pair/{deir.split('/')[1]}/{sanaa.split('/')[1]}/"
    goto(page, f"{sanaa}split/")
    first = page.get_by_role("checkbox").first.get_attribute("value")
    pages = (
        "review/links/", "review/links/all/", "review/work/", "review/rounds/", pair, deir, f"{deir}merge/?q=Syria",
        f"{sanaa}split/", f"{sanaa}split/?report={first}",
    )  # fmt: skip
    for address in pages:
        goto(page, address)
        assert flaws(page) == [], address
        assert extent(page) <= width, address


def test_the_keyboard_reaches_every_way_on(browser: Browser, lead: Page) -> None:
    for name in ("Incidents to work on", "Blind rounds", "As a list"):
        lead.get_by_role("link", name=name).focus()
        expect(lead.get_by_role("link", name=name)).to_be_focused()
