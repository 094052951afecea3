"""The pages over what the whole way makes of the sample case."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import STANDARD, unfold

Look = Callable[..., Page]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_sample_s_pages_hold(look: Look, width: int, scheme: str) -> None:
    page = look("?sort=documents", width=width, scheme=scheme)
    for step in ("tbody th.label a", ".list.documents tbody a", None):
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page, options=STANDARD).response["violations"]
        assert [(v["id"], [node["html"][:160] for node in v["nodes"]][:3]) for v in found] == []
        if step:
            page.goto(urljoin(page.url, page.locator(step).first.get_attribute("href")))


def test_every_link_of_the_largest_incident_leads_somewhere(look: Look) -> None:
    page = look("?sort=documents")
    page.locator("tbody th.label a").first.click()
    expect(page.locator(".headlines .figure").first).to_have_text(re.compile(r"\d+–\d+"))
    ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
    links = set(page.evaluate("[...document.querySelectorAll('main a')].map(e => e.getAttribute('href'))"))
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    anchors: dict[str, set[str]] = {}
    for link in links:
        if link.startswith("/documents/"):
            address, _, anchor = link.partition("#")
            anchors.setdefault(address, set()).add(anchor)
    assert len(anchors) > 5
    for address, wanted in sorted(anchors.items()):
        response = page.request.get(urljoin(page.url, address))
        assert response.status == 200
        assert {f'id="{anchor}"' for anchor in wanted if anchor} <= set(re.findall(r'id="m-[^"]+"', response.text()))
