"""Names of the dead: counted, never listed, in what is made from reports that list them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from stemma.build import build, sensitivity_of, timelines_at
from stemma.export import write_stream
from stemma.ids import canonical
from stemma.ledger import selectors
from stemma.model.wire import to_wire

REPORT = (
    "IDLIB, February 4, 2019 - An airstrike on a market in Idlib on Sunday killed 15 people, including 6 children and "
    "3 women, rescue workers said. The dead were named as Omar Haddad, 45, his wife Rima Haddad and their daughters "
    "Lina, 8, and Sara, 6. Killed as well were Yusuf Karimi, Khaled Karimi and the teacher Hassan Nasser.\n"
)
NAMES = ("Haddad", "Omar", "Rima", "Lina", "Sara", "Karimi", "Yusuf", "Khaled", "Nasser")


@pytest.fixture
def incident(ledger: Path, tmp_path: Path) -> str:
    """The incident of a report that lists the dead."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    build([tmp_path / "report.txt"], ledger)
    (row,) = selectors.incidents()
    return row.id


def test_the_account_counts_by_class_and_lists_nobody(incident: str, ledger: Path) -> None:
    account = selectors.account(incident)
    killed = {f.victim_class: f.high for f in account.findings if f.slot == "killed"}
    assert killed == {None: 15, "children": 6, "women": 3}
    made = (account, sensitivity_of(ledger, incident), timelines_at(ledger, incident, slot="killed"))
    told = b"".join(canonical(to_wire(one)) for one in made).decode("utf-8")
    assert [name for name in NAMES if name in told] == []


@pytest.mark.parametrize("file", ["incidents.csv", "claims.csv"])
def test_exports_list_nobody(incident: str, file: str) -> None:
    out = io.StringIO()
    write_stream("csv", out, file=file)
    assert incident in out.getvalue()
    assert [name for name in NAMES if name in out.getvalue()] == []
