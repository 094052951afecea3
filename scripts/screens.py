"""Take the pictures of docs/screens again: the sample case, built and served, in the system's Chromium.

Usage: .venv/bin/python scripts/screens.py
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "docs/screens"
STEMMA = (sys.executable, "-m", "stemma.cli")
# Name, page, width, height, colour scheme. "+" follows the first incident, "++" its document with the most claims, "?"
# asks a question.
SHOTS = (
    ("incidents", "/", 1280, 760, "light"),
    ("incident", "+", 1280, 1040, "light"),
    ("stemma", "+#stemma", 1280, 800, "light"),
    ("timeline", "+timeline", 1280, 900, "light"),
    ("document", "++", 1280, 860, "light"),
    ("search", "?", 1280, 860, "light"),
    ("incident-phone-dark", "+", 390, 1100, "dark"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*STEMMA, "build", str(ROOT / "samples/case.jsonl"), "--ledger", folder], check=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [*STEMMA, "serve", "--ledger", folder, "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout is not None
            desk.stdout.readline()
            try:
                take(f"http://127.0.0.1:{port}")
            finally:
                desk.terminate()


def take(desk: str) -> None:
    chromium = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    flags = ["--disable-gpu", "--disable-background-networking", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        pages = addresses(browser, desk)
        for name, where, width, height, scheme in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            base, _, anchor = where.partition("#")
            page.goto(pages[base] + (f"#{anchor}" if anchor else ""))
            page.screenshot(path=SCREENS / f"{name}.png")
            context.close()
        browser.close()


def addresses(browser: Browser, desk: str) -> dict[str, str]:
    """The list, the incident with the most documents, and the document of it with the most claims."""
    page = browser.new_page()
    page.goto(f"{desk}/?sort=documents")
    incident = desk + str(page.locator("tbody th.label a").first.get_attribute("href"))
    page.goto(incident)
    rows = page.locator(".documents tbody tr").all()
    most = max(rows, key=lambda row: int(row.locator("td.number").inner_text()))
    document = desk + str(most.locator("a").first.get_attribute("href"))
    page.close()
    question = f"{desk}/search/?q=who+says+Israel+did+it%3F"
    return {"/": f"{desk}/", "?": question, "+": incident, "+timeline": f"{incident}timeline/", "++": document}


if __name__ == "__main__":
    main()
