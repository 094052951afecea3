"""A ledger with the standing example and a page of hostile text, for pages that are asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stemma.model.value import Party
from tests.desk.factories import Case, Told, barracks, case, relayed, toll
from tests.desk.ledgers import fill

SCRIPT = "<script>alert('x')</script>"
IMAGE = '"><img src=x onerror=alert(1)>'


def hostile() -> Case:
    """Every text that comes from outside tries to be markup."""
    told = [
        Told(
            "h1",
            "2016-09-16",
            (f"Outlet{IMAGE}", f"Voice{SCRIPT}"),
            toll(7, group=f"people{SCRIPT}"),
            hedges=(f"may{IMAGE}",),
        ),
        Told(
            "h2",
            "2016-09-16",
            (f"Other{SCRIPT}", f"Relay{IMAGE}", f"Voice{SCRIPT}"),
            toll(9),
            relays=(f"Relay{IMAGE}",),
        ),
        Told("h2", "2016-09-16", (f"Other{SCRIPT}",), Party(f"Party{IMAGE}"), stance="denies"),
    ]
    made = case(told, label=f"Strike{SCRIPT}", killed=(7, 9))
    first, second = made.documents
    first = relayed(first, f"Frame{SCRIPT}", first.text[: len("Report h1")], url="javascript:alert(1)")
    first = replace(
        first, title=f"Title{SCRIPT}", author=f"Author{IMAGE}", url="javascript:alert(2)", lang=f"en{IMAGE}"
    )
    return replace(made, documents=(first, second))


@pytest.fixture
def filled(ledger: Path) -> tuple[Case, Case]:
    """The open ledger holds both cases."""
    cases = (barracks(), hostile())
    fill(ledger, cases)
    return cases
