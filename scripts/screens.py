"""Take the pictures of docs/screens again: the sample case, built and served, in the system's Chromium.

The six main pages are taken at both widths, the phone's in the dark; the others at one.

Usage: .venv/bin/python scripts/screens.py [NAME…]
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "docs/screens"
STEMMA = (sys.executable, "-m", "stemma.cli")
LINK = re.compile(r"http\S+/welcome/\S+")
WHO, PASSWORD = "Ada Byrd", "a long way to Tipperary"
WIDE, PHONE = 1280, 390


@dataclass(frozen=True)
class Shot:
    """A page by its name in `addresses`, and how much of it is taken; `inside` for who has signed in."""

    name: str
    page: str
    height: int
    phone: int = 0
    inside: bool = False
    anchor: str = ""


SHOTS = (
    Shot("incidents", "list", 780, phone=1000),
    Shot("incident", "incident", 1040, phone=1100),
    Shot("document", "document", 860, phone=1000),
    Shot("voice", "voice", 900, phone=1000),
    Shot("queue", "queue", 900, phone=1100, inside=True),
    Shot("pair", "pair", 900, phone=1100, inside=True),
    Shot("map", "map", 900),
    Shot("when", "when", 800),
    Shot("search", "question", 860),
    Shot("stemma", "incident", 800, anchor="#stemma"),
    Shot("timeline", "timeline", 900),
    Shot("people", "people", 700, inside=True),
)


def main(names: set[str]) -> None:
    shots = [shot for shot in SHOTS if not names or shot.name in names]
    with served() as (desk, welcome), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        signed_in = enter(browser, welcome)
        pages = addresses(browser, desk, signed_in)
        for shot in shots:
            state = signed_in if shot.inside else None
            take(browser, pages[shot.page] + shot.anchor, SCREENS / f"{shot.name}.png", WIDE, shot.height, state)
            if shot.phone:
                take(browser, pages[shot.page], SCREENS / f"{shot.name}-phone.png", PHONE, shot.phone, state)
        browser.close()


@contextmanager
def served() -> Iterator[tuple[str, str]]:
    """A desk over the sample case: its address, and the link of the first account."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        subprocess.run([*STEMMA, "build", str(ROOT / "samples/case.jsonl"), "--ledger", folder], check=True)
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        command = [*STEMMA, "serve", "--ledger", folder, "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            told = desk.stdout.readline() + desk.stdout.readline()
            try:
                link = LINK.search(told)
                assert link is not None, told
                yield f"http://127.0.0.1:{port}", link[0]
            finally:
                desk.terminate()


def chromium() -> str:
    return next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))


def flags() -> list[str]:
    return ["--disable-gpu", "--disable-background-networking", *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def enter(browser: Browser, welcome: str) -> Any:
    """Make the first account; what a browser keeps of it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(welcome)
    page.get_by_label("Your name").fill(WHO)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.wait_for_url(lambda url: "/welcome/" not in url)
    state = context.storage_state()
    context.close()
    return state


def take(browser: Browser, address: str, to: Path, width: int, height: int, state: Any) -> None:
    scheme = "dark" if width == PHONE else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, storage_state=state
    )  # fmt: skip
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=to)
    context.close()


def addresses(browser: Browser, desk: str, state: Any) -> dict[str, str]:
    """The incident with the most documents, its document with the most claims, its most carried voice, and the rest."""
    page = browser.new_context(storage_state=state).new_page()
    page.goto(f"{desk}/?sort=documents")
    incident = desk + _href(page, "tbody th.label a")
    page.goto(incident)
    rows = page.locator(".documents tbody tr").all()
    most = max(rows, key=lambda row: int(row.locator("td.number").inner_text()))
    document = desk + str(most.locator("a").first.get_attribute("href"))
    page.goto(f"{desk}/voices/")
    voice = desk + _href(page, "tbody th a")
    page.context.close()
    return {
        "list": f"{desk}/",
        "map": f"{desk}/?view=map",
        "when": f"{desk}/?view=timeline",
        "question": f"{desk}/search/?q=who+says+Israel+did+it%3F",
        "incident": incident,
        "timeline": f"{incident}timeline/",
        "document": document,
        "voice": voice,
        "queue": f"{desk}/review/claims/",
        "pair": f"{desk}/review/links/",
        "people": f"{desk}/people/",
    }


def _href(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.get_attribute("href"))


if __name__ == "__main__":
    main(set(sys.argv[1:]))
