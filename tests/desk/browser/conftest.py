"""A real browser on a really served desk.

Playwright's loop runs only while these tests do: Django refuses to work beside one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import quote

import pytest
import pytest_django
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from stemma.desk.names import to_step
from stemma.ledger import open_ledger
from stemma.model.series import Question
from stemma.review import save_series
from tests.conftest import BROWSERS
from tests.desk.conftest import hostile
from tests.desk.factories import MONITOR, barracks
from tests.desk.ledgers import fill
from tests.desk.people import PASSWORD, name_people
from tests.desk.serving import served, settings

FLAGS = (
    "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip

ColorScheme = Literal["light", "dark"]
SCHEMES: tuple[ColorScheme, ...] = get_args(ColorScheme)
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
"""What axe looks for: WCAG 2.2 up to AA, and its own best practices."""


@dataclass(frozen=True)
class Site:
    """A served desk: its address, and where its pages of each kind are."""

    url: str
    pages: dict[str, str]


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
        question = Question(by=("Western Coalition",), since="2016-01-01")
        saved = save_series("Strikes by the coalition", question, actor="ada", reason="an annual report")
        connections.close_all()
    blog = next(d for d in cases[0].documents if d.outlet == "The Ledger Blog")
    pages = {
        "list": "",
        "found": "?q=karam",
        "nothing": "?q=nosuchword",
        "narrowed": "?country=SY&outlet=North+Daily&origins=2",
        "misspelt": "?q=Karram&type=air_strike",
        "nothing left": "?country=SY&outlet=Nobody",
        "map": "?view=map",
        "map elsewhere": "?view=map&box=100,-10,120,0",
        "not on the map": "?view=map&located=no",
        "over time": "?view=timeline",
        "one year": "?view=timeline&since=2016-01-01&until=2016-12-31",
        "incident": f"incidents/{cases[0].account.id}/",
        "graded": f"incidents/{cases[0].account.id}/?policy=airwars",
        "seen otherwise": f"incidents/{cases[0].account.id}/?policy=airwars&as_of=2016-09-18&without=North+Daily",
        "claims": f"incidents/{cases[0].account.id}/claims/",
        "what-if": f"incidents/{cases[0].account.id}/what-if/",
        "history": f"incidents/{cases[0].account.id}/history/",
        "series": "series/",
        "one series": f"series/{saved.id}/",
        "timeline": f"incidents/{cases[0].account.id}/timeline/",
        "hostile timeline": f"incidents/{cases[1].account.id}/timeline/",
        "hostile": f"incidents/{cases[1].account.id}/",
        "document": f"documents/{blog.id}/?cuts=1",
        "hostile document": f"documents/{cases[1].documents[0].id}/?cuts=1",
        "source": f"documents/{blog.id}/?side=source&cuts=1",
        "hostile source": f"documents/{cases[1].documents[0].id}/?side=source",
        "comparison": f"documents/{cases[0].trace.copies[0].a}/beside/{cases[0].trace.copies[0].b}/",
        "outlets": "outlets/",
        "outlets found": "outlets/?q=nosuchname",
        "outlet": "outlets/North_Daily/",
        "hostile outlet": f"outlets/{quote(to_step(cases[1].documents[0].outlet or ''))}/",
        "voices": "voices/",
        "voices found": "voices/?q=nosuchname",
        "accused": "voices/?accused=Western+Coalition",
        "voice": f"voices/{to_step(f'origin:{MONITOR}')}/",
        "hostile voice": f"voices/{quote(to_step(cases[1].trace.origins[0].key))}/",
        "search": "search/",
        "sought": "search/?q=killed",
        "answered": "search/?q=who+says+the+Western+Coalition+did+it%3F",
        "counted": "search/?q=how+many+were+killed+in+Karam%3F",
        "sought claims": "search/?q=killed&in=claims",
        "sought documents": "search/?q=capsules&in=documents",
        "hostile search": "search/?q=%3Cscript%3Ealert+voice",
        "meant": "search/?q=Karram",
        "unmet": "search/?q=who+says+nosuchparty+did+it",
        "absent": "nowhere/",
    }
    with served(folder) as (url, _):
        yield Site(url, pages)


@pytest.fixture(scope="module")
def sample(executable: str, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The desk over a ledger that was built from the sample case: its address."""
    folder = tmp_path_factory.mktemp("sample") / "ledger"
    command = [sys.executable, "-m", "stemma.cli", "build", str(root / "samples/case.jsonl"), "--ledger", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=settings())
    with served(folder) as (url, _):
        yield url


@pytest.fixture(scope="module")
def manned_ledger(executable: str, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample case, with one person for each role who can sign in."""
    folder = tmp_path_factory.mktemp("manned") / "ledger"
    command = [sys.executable, "-m", "stemma.cli", "build", str(root / "samples/case.jsonl"), "--ledger", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=settings())
    name_people(folder)
    return folder


@pytest.fixture(scope="module")
def manned(manned_ledger: Path) -> Iterator[str]:
    """The desk over it: its address."""
    with served(manned_ledger) as (url, _):
        yield url


@pytest.fixture
def unmanned(root: Path, tmp_path: Path, browser: Browser) -> Iterator[tuple[Callable[..., Page], str]]:
    """The desk over the sample case as its first user finds it: opens pages, and the link that it prints."""
    folder = tmp_path / "ledger"
    command = [sys.executable, "-m", "stemma.cli", "build", str(root / "samples/case.jsonl"), "--ledger", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=settings())
    with served(folder) as (url, process), _watched(browser, url) as opened:
        assert process.stdout is not None
        printed = process.stdout.readline().strip()
        yield opened, printed[printed.index(url) + len(url) :]


@pytest.fixture
def enter(manned: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Sign in by name and password, and open a page by its address below the desk's."""
    with _watched(browser, manned) as opened:

        def entered(name: str, address: str, **options: Any) -> Page:
            page: Page = opened(f"account/login/?next=/{quote(address)}", **options)
            page.get_by_label("Name", exact=True).fill(name)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Sign in").click()
            return page

        yield entered


@pytest.fixture(scope="module")
def browser(executable: str) -> Iterator[Browser]:
    # Chromium refuses its sandbox to root.
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=flags)
        yield started
        started.close()


@pytest.fixture
def visit(site: Site, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of the invented ledger by its name."""
    with _watched(browser, site.url) as opened:
        yield lambda name, **options: opened(site.pages[name], **options)


@pytest.fixture
def look(sample: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of the sample's ledger by its address below the desk's."""
    with _watched(browser, sample) as opened:
        yield opened


@contextmanager
def _watched(browser: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """A function that opens pages below `url`; whatever the browser complains of there fails the test."""
    contexts, complaints = [], []

    def opened(address: str, *, width: int = 1280, scheme: ColorScheme = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: None if "status of 40" in message.text else complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith(url) else complaints.append(asked.url))
        page.goto(url + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def unfold(page: Page) -> None:
    """Open every fold of the page."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


OUTLINE = "(e => e === document.body ? 3 : parseFloat(getComputedStyle(e).outlineWidth))(document.activeElement)"
STATIONS = 150
"""More links than any page under test has before the one looked for."""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, which is to be seen at every station."""
    for _ in range(STATIONS):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) >= 2
        if target.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {target}")


def flaws(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on a page with every fold open: each rule broken, with the first elements that break it."""
    unfold(page)
    found = Axe().run(page, options=STANDARD).response["violations"]
    return [(flaw["id"], [node["html"][:160] for node in flaw["nodes"]][:3]) for flaw in found]


def flaws_in_both_schemes(page: Page) -> list[tuple[str, list[str]]]:
    """The same in the light and in the dark, of a page that was come to by many steps."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += flaws(page)
    return found


def extent(page: Page) -> int:
    """How wide a page is with every fold open, in pixels, what has to be scrolled to included."""
    unfold(page)
    return int(page.evaluate("document.documentElement.scrollWidth"))
