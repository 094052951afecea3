"""The tables of docs/review.md are what the data files say, and the page names every verb of review."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

from stemma.cli.review import app


def test_the_tables_are_those_of_the_data(root: Path) -> None:
    script = run_path(str(root / "scripts/review_tables.py"))
    shown = (root / "docs/review.md").read_text(encoding="utf-8")
    assert [block["name"] for block in script["BLOCK"].finditer(shown)] == ["roles", "statuses", "ways"]
    assert script["made"]() == shown, "run scripts/review_tables.py"


def test_the_page_names_every_verb(root: Path) -> None:
    shown = (root / "docs/review.md").read_text(encoding="utf-8").split("## Roles")[0]
    verbs = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert {verb for verb in verbs if verb not in shown} == set()
