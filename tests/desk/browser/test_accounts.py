"""Accounts in a real browser: from the printed link to a second factor and back in, and how the pages look."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws
from tests.desk.people import PASSWORD

Enter = Callable[..., Page]
Unmanned = tuple[Callable[..., Page], str]
PAGES = {
    "own": "account/",
    "people": "people/",
    "audit": "audit/",
    "audit of nothing": "audit/?day=2001-01-01",
    "password": "account/password/",
    "factor": "account/2fa/",
    "sessions": "account/sessions/",
    "again": "account/reauthenticate/",
    "out": "account/logout/",
}


def code(secret: str, ahead: int) -> str:
    """The code of this half minute, or of the next, which is taken already: telephones go wrong by some seconds."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, now + ahead))


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link", name="Sign out").click()
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Sign in").click()


def give_code(page: Page, typed: str) -> None:
    page.get_by_label("Code").fill(typed)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def set_up(page: Page, *, look: bool) -> tuple[str, list[str]]:
    """Set up the second factor; its key, and the recovery codes, which are shown once."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up the second factor")
    expect(page.get_by_role("img", name=re.compile("square for the camera"))).to_be_visible()
    assert not look or flaws(page) == []
    secret = page.locator(".secret").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(code(secret, 0))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    assert not look or flaws(page) == []
    recovery = page.locator(".codes code").all_inner_texts()
    page.reload()
    expect(page.locator(".codes code")).to_have_count(0)
    expect(page.get_by_text("10 of your recovery codes are left.")).to_be_visible()
    return secret, recovery


@pytest.mark.parametrize("script", [True, False])
def test_from_the_printed_link_to_a_second_factor_and_back_in(unmanned: Unmanned, script: bool) -> None:
    opened, link = unmanned
    page = opened(link, script=script)
    page.get_by_label("Your name").fill("Ada Byrd")
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    secret, recovery = set_up(page, look=script)
    assert len(recovery) == 10

    sign_out(page)
    sign_in(page, "ada byrd")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your code")
    assert not script or flaws(page) == []
    give_code(page, "000000")
    expect(page.get_by_role("alert")).to_contain_text("This code is wrong")
    used = code(secret, 1)
    give_code(page, used)
    expect(page.get_by_text("You are signed in as Ada Byrd.")).to_be_visible()

    sign_out(page)
    sign_in(page, "Ada Byrd")
    give_code(page, used)
    expect(page.get_by_role("alert")).to_contain_text("used already")
    give_code(page, recovery[0])
    page.get_by_role("banner").get_by_role("link", name="Ada Byrd").click()
    expect(page.get_by_text("9 left")).to_be_visible()
    expect(page.get_by_text("came in by password and recovery code")).to_be_visible()


def test_somebody_is_invited_and_comes_in(enter: Enter) -> None:
    page = enter("Ada Byrd", "people/")
    page.get_by_label("Name, as it is to stand in the ledger").fill("Noor Haddad")
    page.locator("#new").get_by_label("Why").fill("joins the desk")
    page.get_by_role("button", name="Give the role").click()
    expect(page.get_by_role("heading", name="The link for Noor Haddad")).to_be_visible()
    assert flaws(page) == []
    link = page.locator("#link").input_value()
    sign_out(page)
    page.goto(link)
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("link", name="Later").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Noor Haddad")


def test_a_wish_how_to_read_is_kept(enter: Enter) -> None:
    page = enter("Ana Cole", "account/")
    page.get_by_label("open for whoever").check()
    page.get_by_label("grey where they are open").uncheck()
    page.get_by_role("button", name="Keep it so").click()
    expect(page.get_by_label("open for whoever")).to_be_checked()
    assert page.locator("body.unmuted").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(enter: Enter, width: int, scheme: str) -> None:
    page = enter("Ada Byrd", "", width=width, scheme=scheme)
    url = page.url
    for name, address in PAGES.items():
        page.goto(url + address)
        assert flaws(page) == [], name
        assert extent(page) <= width, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_refusals_read_well(enter: Enter, scheme: str) -> None:
    page = enter("Rea Lind", "people/", scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_have_text("Not open to your role")
    assert flaws(page) == []
