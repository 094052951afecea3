"""The way that the desk was built for: from a misspelt place to the words behind a figure, and to a decision."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page, expect

from tests.desk.browser.conftest import flaws_in_both_schemes

Enter = Callable[..., Page]

TRIALS, PAUSE = 100, 100
"""How often and how many milliseconds apart a page is loaded again until the accounts have followed."""


def killed(page: Page) -> Locator:
    return page.locator(".headlines .figure").first


def followed(page: Page, incident: str, holds: Callable[[str], bool]) -> str:
    """The figure of the killed, once it is what is waited for."""
    for _ in range(TRIALS):
        page.goto(incident)
        if holds(killed(page).inner_text()):
            return killed(page).inner_text()
        page.wait_for_timeout(PAUSE)
    raise AssertionError(f"the account does not follow: {killed(page).inner_text()}")


def test_from_a_misspelt_place_to_the_words_and_back_through_a_decision(enter: Enter) -> None:
    page = enter("Ana Cole", "")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("Deir ez Zoor 2016")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Shown instead:")).to_be_visible()
    page.get_by_role("link", name=re.compile(r"Deir Ezzor \(Syria\), 17 Sep 2016")).first.click()
    incident = page.url
    before = killed(page).inner_text()
    low, high = (int(number) for number in before.split("–"))
    assert low < high

    killed(page).get_by_role("link").last.click()
    if "/incidents/" in page.url:
        page.locator("#end-killed-high").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/documents/[^/]+/#m-"))
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(f"#c-{page.url.partition('#m-')[2]}")).to_contain_text(str(high))
    assert flaws_in_both_schemes(page) == []

    page.goto(incident)
    page.locator("#findings .choices").get_by_role("link", name=re.compile("acled", re.IGNORECASE)).click()
    expect(page.get_by_role("heading", name="This is not the published account")).to_be_visible()
    assert flaws_in_both_schemes(page) == []
    page.get_by_role("link", name="Back to the published account").click()

    holders = [link.get_attribute("href") or "" for link in page.locator("#end-killed-high").get_by_role("link").all()]
    foretold: re.Match[str] | None = None
    for holder in holders:
        page.goto(urljoin(incident, holder))
        page.locator(f"#c-{holder.partition('#m-')[2]}").get_by_role("link", name="decide").click()
        expect(page.locator("#claim-h")).to_be_visible()
        foretold = re.search(r"becomes\s*([\d–]+)", page.locator("#queue-item").inner_text())
        page.keyboard.press("r")
        page.keyboard.press("1")
        expect(page.locator("#queue-said")).to_contain_text("Rejected")
    after = followed(page, incident, lambda figure: figure != before)
    assert foretold is not None
    assert (after, str(high) in after) == (foretold[1], False)

    page.goto(page.url.partition("/incidents/")[0] + "/review/claims/")
    expect(page.locator("#claim-h")).to_be_visible()
    for _ in holders:
        with page.expect_response(re.compile("/undo/")):
            page.keyboard.press("z")
        expect(page.locator("#queue-said")).to_contain_text("Taken back")
        expect(page.locator("#claim-h")).to_be_focused()
    assert followed(page, incident, lambda figure: figure == before) == before
