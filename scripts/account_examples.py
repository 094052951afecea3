"""Write the output that docs/accounts.md shows of the sample case anew.

    python scripts/account_examples.py

A test makes it again and compares, so a page that shows what no command prints any more is found.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/accounts.md"
PLACE = "Al-Har"
"""Of the sample's incidents the examples show the one whose label has this and that most documents tell of."""
BLOCK = re.compile(r"```text\n\$ stemma show \w+ (?P<options>[^\n]*)\n.*?```", re.DOTALL)


def made() -> str:
    """The page with every block of output as the commands print it now."""
    text = PAGE.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "ledger")
        _stemma("build", str(ROOT / "samples/case.jsonl"), "--ledger", ledger)
        name = _incident(_stemma("incidents", "--ledger", ledger, "--json"))

        def again(block: re.Match[str]) -> str:
            printed = _stemma("show", name, "--ledger", ledger, *block["options"].split())
            lines = "\n".join(line.rstrip() for line in printed.splitlines())
            return f"```text\n$ stemma show {name} {block['options']}\n{lines}\n```"

        return BLOCK.sub(again, text)


def _incident(listed: str) -> str:
    rows = [row for row in map(json.loads, listed.splitlines()) if PLACE in row["label"]]
    return str(max(rows, key=lambda row: (row["documents"], row["id"]))["id"])[:8]


def _stemma(*arguments: str) -> str:
    command = [sys.executable, "-m", "stemma.cli", *arguments]
    search = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": search}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")
    print(PAGE)
