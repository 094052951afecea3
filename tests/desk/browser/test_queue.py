"""The review queue by keyboard, on the sample case: how many keys a decision takes, and where keys decide nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws, unfold

Enter = Callable[..., Page]
QUEUE = "review/claims/"


@pytest.fixture
def come(enter: Enter) -> Enter:
    """Sign in and come to a page of review, its script loaded: before that no key would do anything."""

    def came(name: str, address: str, **options: object) -> Page:
        page = enter(name, address, **options)
        page.wait_for_url(re.compile("/review/"))
        return page

    return came


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def claim(page: Page) -> str:
    """The claim on the page, by its accept form."""
    return page.locator("#queue-item form").first.get_attribute("action") or ""


def decide(page: Page, keys: Keys, *pressed: str) -> None:
    """Press, and wait until the next claim stands there."""
    before = claim(page)
    keys.press(*pressed)
    expect(page.locator("#queue-item form").first).not_to_have_attribute("action", before)
    expect(page.locator("#claim-h")).to_be_focused()


def test_ten_claims_take_two_keys_each_at_most(come: Enter) -> None:
    page = come("Ana Cole", QUEUE)
    keys = Keys(page)
    expect(page.locator("#claim-h")).to_be_visible()
    progress = page.locator(".progress p")
    expect(progress).to_contain_text("0 of")
    for act in (["a"], ["r", "2"], ["a"], ["u"], ["a"], ["r", "1"], ["a"], ["a"], ["r", "8"], ["a"]):
        before = keys.pressed
        decide(page, keys, *act)
        assert keys.pressed - before <= 2
    assert keys.pressed == 13
    expect(progress).to_contain_text("9 of")
    expect(progress).to_contain_text("10 by you today")
    expect(progress).to_contain_text("an hour in this sitting")
    said = page.locator("#queue-said")
    expect(said).to_contain_text("Accepted.")
    for left in ("8 of", "7 of", "6 of"):
        keys.press("z")
        expect(progress).to_contain_text(left)
    expect(said).to_contain_text("Taken back")
    for left in ("5 of", "4 of", "3 of", "3 of", "2 of", "1 of", "0 of"):
        with page.expect_response(re.compile("/undo/")):
            keys.press("z")
        expect(progress).to_contain_text(left)
    expect(page.locator("#undo button")).to_be_disabled()


def test_a_claim_is_corrected_in_place_by_keyboard(come: Enter) -> None:
    page = come("Ana Cole", QUEUE + "?kind=toll")
    keys = Keys(page)
    keys.press("c")
    low = page.locator("#f-value-low")
    expect(low).to_be_focused()
    before = claim(page)
    keys.press("ControlOrMeta+a")
    page.keyboard.type("many")
    page.keyboard.press("Enter")
    expect(page.locator("#correct [role=alert]")).to_contain_text("no number")
    expect(low).to_have_value("many")
    assert claim(page) == before
    low.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("17")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    expect(page.locator("#queue-said")).to_contain_text("Corrected.")
    assert claim(page) != before
    with page.expect_response(re.compile("/undo/")):
        keys.press("z")
    expect(page.locator("#queue-said")).to_contain_text("Taken back")


def test_keys_decide_nothing_while_one_types_or_has_switched_them_off(come: Enter) -> None:
    page = come("Leo Dunn", QUEUE)
    before = claim(page)
    page.keyboard.press("r")
    page.keyboard.press("o")
    expect(page.locator("#other-reason")).to_be_focused()
    page.keyboard.type("aura 1")
    expect(page.locator("#other-reason")).to_have_value("aura 1")
    page.keyboard.press("Escape")
    expect(page.locator("#reject")).not_to_have_attribute("open", "")
    page.get_by_role("main").get_by_text("Keys ?").click()
    page.get_by_label("Single keys decide on this page").uncheck()
    page.keyboard.press("a")
    page.locator("#claim-h").click()
    page.keyboard.press("a")
    assert claim(page) == before
    page.reload()
    page.keyboard.press("a")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".progress p")).not_to_contain_text("by you")


def test_one_goes_on_and_back_without_deciding(come: Enter) -> None:
    page = come("Leo Dunn", QUEUE + "?order=text")
    keys = Keys(page)
    first = claim(page)
    decide(page, keys, "s")
    decide(page, keys, "j")
    decide(page, keys, "k")
    decide(page, keys, "k")
    assert claim(page) == first
    page.go_back()
    expect(page.locator("#claim-h")).to_be_visible()
    page.keyboard.press("d")
    expect(page).to_have_url(re.compile("/documents/.*#m-"))


def test_without_a_script_the_buttons_do_the_same(come: Enter) -> None:
    page = come("Leo Dunn", QUEUE, script=False)
    before = claim(page)
    page.get_by_role("button", name="Accept").click()
    expect(page.locator("#queue-said")).to_contain_text("Accepted.")
    assert claim(page) != before
    page.get_by_role("button", name="Take back").click()
    assert claim(page) == before
    page.locator("#reject summary").click()
    page.get_by_role("button", name="about another event").click()
    expect(page.locator("#queue-said")).to_contain_text("Rejected: about another event.")
    page.get_by_role("button", name="Take back").click()


def test_several_are_ticked_with_shift_and_decided_at_once(come: Enter) -> None:
    page = come("Leo Dunn", QUEUE + "?as=list&kind=toll")
    boxes = page.locator("input[name=claim]")
    boxes.nth(1).click()
    boxes.nth(4).click(modifiers=["Shift"])
    expect(page.locator("input[name=claim]:checked")).to_have_count(4)
    page.get_by_role("button", name="Accept the ticked").click()
    expect(page.locator("#queue-said")).to_contain_text("4 claims accepted.")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator("#queue-said")).to_contain_text("Taken back: 4 decisions.")


@pytest.mark.parametrize("address", ["review/", QUEUE, QUEUE + "?as=list", QUEUE + "?outlet=Nobody"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_its_pages_hold(come: Enter, address: str, width: int, scheme: str) -> None:
    page = come("Ada Byrd", address, width=width, scheme=scheme)
    assert flaws(page) == []
    unfold(page)
    assert extent(page) <= width
