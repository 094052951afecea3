"""Run as a script: builds and reviews of one ledger at once, four processes each. Prints, as JSON, how each ended.

    python crowd.py LEDGER REPORTS CLAIM...

REPORTS holds `shared.txt`, which every build is given, and `0.txt` to `3.txt`, one a build.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from stemma.ledger import configure

with tempfile.TemporaryDirectory() as nothing:
    configure(Path(nothing))  # modules that hold models can be imported from here on

from stemma.build import build, refresh
from stemma.data.rules import load_rules
from stemma.ledger import open_ledger
from stemma.review import accept, reject
from tests.faults.trial import Tell, start

EACH, RULINGS = 4, 3


def _build(ledger: Path, reports: Path, number: int, tell: Tell) -> None:
    tell({"received": build([reports / "shared.txt", reports / f"{number}.txt"], ledger).received})


def _review(ledger: Path, claims: list[str], number: int, tell: Tell) -> None:
    open_ledger(ledger, create=False)
    for turn in range(RULINGS):
        act = accept if (number + turn) % 2 else reject
        ruling = act(claims[(number + turn) % len(claims)], actor=f"reviewer {number}", reason=f"round {turn}")
        tell({"ruled": ruling.id})
        refresh(ledger)


def main(ledger: Path, reports: Path, claims: list[str]) -> None:
    load_rules()
    crowd = [start(lambda tell, n=n: _build(ledger, reports, n, tell)) for n in range(EACH)]
    crowd += [start(lambda tell, n=n: _review(ledger, claims, n, tell)) for n in range(EACH)]
    ended = [child.end() for child in crowd]
    sys.stdout.write(json.dumps([{"code": each.code, "told": each.told} for each in ended]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
