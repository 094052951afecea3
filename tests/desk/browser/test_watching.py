"""Following an incident, being told of what changed, and talking about it, in a real browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import extent, flaws
from tests.desk.serving import settings

Enter = Callable[..., Page]
WAYS = [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")]


def stemma(*arguments: str) -> None:
    """What somebody does in a terminal meanwhile."""
    command = [sys.executable, "-m", "stemma.cli", *arguments]
    subprocess.run(command, check=True, capture_output=True, env=settings())


def test_who_follows_is_told_of_a_range_that_moved(enter: Enter, manned_ledger: Path) -> None:
    page = enter("Rea Lind", "?q=deir+ezzor&sort=documents")
    page.locator("tbody th.label a").first.click()
    incident = page.url
    killed = page.locator(".headlines .figure").first
    before = killed.inner_text()
    upper = killed.get_by_role("link").last
    upper.click()
    ends = page.locator("#end-killed-high a")
    addresses = [ends.nth(n).get_attribute("href") or "" for n in range(ends.count())]
    claims = [address.partition("#m-")[2] for address in addresses]
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(page.get_by_role("button", name="Follow no more")).to_be_visible()
    for claim in claims:
        stemma(
            "review", "reject", claim, "--actor", "Ana Cole", "--reason", "it says more",
            "--ledger", str(manned_ledger),
        )  # fmt: skip
    page.goto(incident)
    expect(page.locator(".who")).to_contain_text("Alerts 1")
    after = page.locator(".headlines .figure").first.inner_text()
    assert after != before
    page.get_by_role("link", name="Alerts").click()
    told = page.locator(".alert").first
    expect(told).to_contain_text(f"{before} →became {after}")
    expect(told).to_contain_text("it says more")
    expect(told).not_to_contain_text("Ana Cole")
    told.get_by_role("link", name="What differs").click()
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Ana Cole")
    for width, scheme in WAYS:
        for address in ("alerts/", page.url.removeprefix(incident.partition("incidents/")[0])):
            seen = enter("Rea Lind", address, width=width, scheme=scheme)
            assert flaws(seen) == []
            assert extent(seen) <= width
    page.goto(incident.partition("incidents/")[0] + "alerts/")
    page.get_by_role("button", name="Mark all as seen").click()
    expect(page.get_by_role("heading", name="Nothing new")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_people_talk_on_the_incident_s_page(enter: Enter, width: int, scheme: str) -> None:
    page = enter("Con Ivers", "?sort=documents", width=width, scheme=scheme)
    page.locator("tbody th.label a").first.click()
    page.get_by_label("Say something").fill("See https://x.test/a?b=1.\n<b>no</b> @Leo Dunn, javascript:alert(1)")
    page.get_by_role("button", name="Say it").click()
    said = page.locator(".talk li").last
    expect(said.get_by_role("link", name="https://x.test/a?b=1", exact=True)).to_have_attribute(
        "rel", "nofollow noopener"
    )
    expect(said.locator(".words")).to_contain_text("<b>no</b>")
    expect(said.locator(".person")).to_have_text("@Leo Dunn")
    assert said.locator(".words a").count() == 1
    said.get_by_role("link", name="Answer").click()
    page.get_by_label("Say something").fill("And so it is.")
    page.get_by_role("button", name="Say it").click()
    expect(page.locator(".talk li").last).to_contain_text("answers Con Ivers")
    assert flaws(page) == []
    assert extent(page) <= width
    mine = page.locator(".talk li").last
    mine.get_by_label("Why").fill("said twice")
    mine.get_by_role("button", name="Take it back").click()
    expect(page.locator(".talk .gone").last).to_contain_text("said twice")


def test_the_person_spoken_to_is_told(enter: Enter) -> None:
    page = enter("Con Ivers", "?sort=documents")
    page.locator("tbody th.label a").first.click()
    page.get_by_label("Say something").fill("@ana  cole look at the second figure")
    page.get_by_role("button", name="Say it").click()
    other = enter("Ana Cole", "alerts/")
    expect(other.locator("[aria-labelledby=h-mentions]")).to_contain_text("look at the second figure")
    other.locator("[aria-labelledby=h-mentions] .at").first.click()
    expect(other.locator(".talk li:target")).to_contain_text("look at the second figure")


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_a_question_is_saved_from_the_list(enter: Enter, width: int, scheme: str) -> None:
    page = enter("Ana Cole", "?country=SY&type=air_strike&origins=2", width=width, scheme=scheme)
    page.get_by_role("link", name="Save this question").click()
    expect(page.get_by_role("note")).to_contain_text("Independent origins: 2 or more")
    assert flaws(page) == []
    assert extent(page) <= width
    name = f"Strikes in Syria, {width} {scheme}"
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Until").fill("2016-12-31")
    page.get_by_role("button", name="See what answers").click()
    expect(page.locator(".sentence")).to_contain_text("until 31 December 2016")
    page.get_by_role("button", name="Save this question").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="Change the question").click()
    assert flaws(page) == []
    page.get_by_label("Until").fill("2017-12-31")
    page.get_by_role("button", name="Save the change").click()
    expect(page.locator(".sentence")).to_contain_text("until 31 December 2017")
    assert flaws(page) == []
