"""The documents lead somewhere: every relative link resolves and every make target that they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)")
MAKE = re.compile(r"(?:^|`)make (?P<target>[a-z][\w-]*)", re.MULTILINE)
TARGETS = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("document", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_page_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert [m["target"] for m in LINK.finditer(text) if not (document.parent / m["target"]).exists()] == []
    assert {m["target"] for m in MAKE.finditer(text)} <= TARGETS


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in folder.glob("[0-9]*.md")}
