"""The output that docs/accounts.md shows is what the commands print for the sample case."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path


def test_the_page_shows_what_the_commands_print(root: Path) -> None:
    script = run_path(str(root / "scripts/account_examples.py"))
    shown = (root / "docs/accounts.md").read_text(encoding="utf-8")
    assert len(script["BLOCK"].findall(shown)) == 6
    assert script["made"]() == shown, "run scripts/account_examples.py"
