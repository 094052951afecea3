"""From an end of a range to the words that hold it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws

Look = Callable[..., Page]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_upper_end_of_the_killed_leads_to_its_words(look: Look, width: int, scheme: str) -> None:
    page = look("?sort=documents", width=width, scheme=scheme)
    page.locator("tbody th.label a").first.click()
    upper = page.locator(".headlines .figure").first.get_by_role("link").last
    number = upper.inner_text()
    upper.click()
    if "/incidents/" in page.url:
        listed = page.locator("#end-killed-high")
        expect(listed).to_be_in_viewport()
        expect(listed).to_contain_text(number)
        listed.get_by_role("link").first.click()
    assert re.search(r"/documents/[^/]+/#m-", page.url)
    mark = page.locator(":target")
    expect(mark).to_be_in_viewport()
    expect(page.locator(f"#c-{page.url.partition('#m-')[2]}")).to_contain_text(number)


def test_every_end_is_a_link_and_the_lists_hold(look: Look) -> None:
    page = look("?q=deir+ezzor&sort=documents", width=390)
    page.locator("tbody th.label a").first.click()
    assert page.locator(".headlines .figure").first.get_by_role("link").count() == 2
    assert page.locator("#findings .end").count() >= 2
    assert flaws(page) == []
    assert extent(page) <= 390
