"""What docs/accounts.md shows of figures over time, sensitivity and series is what the commands print."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path


def test_the_page_shows_what_the_commands_print(root: Path) -> None:
    script = run_path(str(root / "scripts/figure_examples.py"))
    shown = (root / "docs/accounts.md").read_text(encoding="utf-8")
    assert len(script["BLOCK"].findall(shown)) == 3
    assert script["made"]() == shown, "run scripts/figure_examples.py"
