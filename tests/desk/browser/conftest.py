"""A real browser on a really served desk.

Playwright's loop runs only while these tests do: Django refuses to work beside one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import pytest_django
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright

from stemma.ledger import open_ledger
from tests.conftest import BROWSERS
from tests.desk.conftest import hostile
from tests.desk.factories import barracks
from tests.desk.ledgers import fill
from tests.desk.serving import served

FLAGS = (
    "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A served desk: its address, and where its pages of each kind are."""

    url: str
    pages: dict[str, str]

    def at(self, name: str) -> str:
        return self.url + self.pages[name]


@pytest.fixture(scope="module")
def executable() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine (see scripts/chromium.sh)")
    return found


@pytest.fixture(scope="module")
def site(
    executable: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[Site]:  # fmt: skip
    """The standing example and the hostile one, served."""
    folder = tmp_path_factory.mktemp("desk") / "ledger"
    cases = (barracks(), hostile())
    with django_db_blocker.unblock():
        open_ledger(folder, create=True)
        fill(folder, cases)
        connections.close_all()
    blog = next(d for d in cases[0].documents if d.outlet == "The Ledger Blog")
    pages = {
        "list": "",
        "found": "?q=karam",
        "nothing": "?q=nosuchword",
        "incident": f"incidents/{cases[0].account.id}/",
        "hostile": f"incidents/{cases[1].account.id}/",
        "document": f"documents/{blog.id}/?cuts=1",
        "hostile document": f"documents/{cases[1].documents[0].id}/?cuts=1",
        "absent": "nowhere/",
    }
    with served(folder) as (url, _):
        yield Site(url, pages)


@pytest.fixture(scope="module")
def browser(site: Site, executable: str) -> Iterator[Browser]:
    # Chromium refuses its sandbox to root.
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=flags)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Open a page of the site by its name; whatever the browser complains of there fails the test."""
    contexts, complaints = [], []

    def opened(name: str, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script  # type: ignore[arg-type]
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if "404" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith(site.url) else complaints.append(asked.url))
        page.goto(site.at(name))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
