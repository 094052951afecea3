"""Write anew what docs/accounts.md shows of the sample case: policies, timelines, sensitivity and series.

    python scripts/account_examples.py

A block of `console` holds commands, each with what it prints. A test makes the page again and compares, so a page that
shows what no command prints any more is found.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/accounts.md"
BLOCK = re.compile(r"```console\n(?P<held>.*?)```", re.DOTALL)
SHOWN = {"show": "2018-06-17", "toll": "2016-09-17", "what-if": "2018-06-17"}
"""The day of the incident that a verb is shown on: of several the one that most documents tell of."""
PROMPT = "$ "
DIGITS = 8


def made() -> str:
    """The page with every such block as the commands print it now."""
    text = PAGE.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "ledger")
        _stemma("build", str(ROOT / "samples/case.jsonl"), "--ledger", ledger)
        rows = [json.loads(line) for line in _stemma("incidents", "--ledger", ledger, "--json").splitlines()]
        return BLOCK.sub(lambda block: f"```console\n{_again(block['held'], ledger, rows)}```", text)


def _again(held: str, ledger: str, rows: list[dict[str, object]]) -> str:
    lines = []
    for line in held.splitlines():
        if line.startswith(PROMPT):
            command = _renamed(line.removeprefix(PROMPT), rows)
            words = shlex.split(command)[1:]
            printed = _stemma(*(ledger if word == "ledger" else word for word in words))
            lines += [PROMPT + command, *(told.rstrip() for told in printed.splitlines())]
    return "".join(f"{line}\n" for line in lines)


def _renamed(command: str, rows: list[dict[str, object]]) -> str:
    """The command with the id that its incident has now."""
    _, verb, name, *_ = shlex.split(command)
    return command.replace(name, _incident(rows, SHOWN[verb]), 1) if verb in SHOWN else command


def _incident(rows: list[dict[str, object]], day: str) -> str:
    of_day = [row for row in rows if isinstance(row["date"], dict) and row["date"]["from"] == day]
    return str(max(of_day, key=lambda row: (str(row["documents"]).zfill(DIGITS), str(row["id"])))["id"])[:DIGITS]


def _stemma(*arguments: str) -> str:
    command = [sys.executable, "-m", "stemma.cli", *arguments]
    search = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": search}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")
    print(PAGE)
