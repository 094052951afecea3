"""Names of the dead: counted, never listed, in what is made from reports that list them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from stemma.build import build, sensitivity_of, timelines_at
from stemma.export import write_stream
from stemma.ids import canonical
from stemma.ledger import selectors
from stemma.model.claim import Quote
from stemma.model.wire import to_wire

REPORT = (
    "IDLIB, February 4, 2019 - An airstrike on a market in Idlib on Sunday killed 15 people, including 6 children and "
    "3 women, rescue workers said. The dead were named as Omar Haddad, 45, his wife Rima Haddad and their daughters "
    "Lina, 8, and Sara, 6. Killed as well were Yusuf Karimi, Khaled Karimi and the teacher Hassan Nasser. Jamil Aswad, "
    "a 45-year-old farmer, was killed in his field.\n"
)
NAMES = ("Haddad", "Omar", "Rima", "Lina", "Sara", "Karimi", "Yusuf", "Khaled", "Nasser", "Jamil", "Aswad")


@pytest.fixture
def incident(ledger: Path, tmp_path: Path) -> str:
    """The incident of a report that lists the dead."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    build([tmp_path / "report.txt"], ledger)
    (row,) = selectors.incidents()
    return row.id


def test_the_account_counts_by_class_and_lists_nobody(incident: str, ledger: Path) -> None:
    account = selectors.account(incident)
    killed = {f.victim_class: f.high for f in account.findings if f.slot == "killed" and f.group is None}
    assert {None: 15, "children": 6, "women": 3}.items() <= killed.items()
    unquoted = {key: replace(claim, quote=Quote("", 0, 0)) for key, claim in account.claims.items()}
    made = (
        replace(account, claims=unquoted),
        sensitivity_of(ledger, incident),
        timelines_at(ledger, incident, slot="killed"),
    )
    told = b"".join(canonical(to_wire(one)) for one in made).decode("utf-8")
    assert [name for name in NAMES if name in told] == []


def test_exports_list_nobody_beside_the_quotes(incident: str) -> None:
    for file in ("incidents.csv", "claims.csv"):
        out = io.StringIO()
        write_stream("csv", out, file=file)
        rows = [{**row, "quote": ""} for row in csv.DictReader(io.StringIO(out.getvalue()))]
        assert incident in {row["incident"] for row in rows}
        assert [name for name in NAMES if name in str(rows)] == []
