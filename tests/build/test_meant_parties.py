"""Which parties of a ledger a name means."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.build.meant_parties import name_meant, parties_meant
from stemma.model.value import Party
from tests.desk.factories import Told, case
from tests.desk.ledgers import fill


@pytest.fixture
def named(ledger: Path) -> Path:
    told = [
        Told(f"d{number}", "2017-01-02", ("Post", f"Voice {number}"), Party(name))
        for number, name in enumerate(("Pentagon", "Israel", "Western Coalition", "coalition", "Israel"))
    ]
    fill(ledger, [case(told, label="A strike")])
    return ledger


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("the us", ("Pentagon",)),
        ("American", ("Pentagon",)),
        ("Washington", ("Pentagon",)),
        ("the Pentagon", ("Pentagon",)),
        ("The Israelis", ("Israel",)),
        ("western coalition", ("Western Coalition",)),
        ("the coalition", ("coalition",)),
        ("France", ()),
        ("", ()),
        ("the", ()),
        ("'; DROP TABLE", ()),
    ],
)
def test_a_party_is_meant_by_any_of_its_names(named: Path, text: str, parties: tuple[str, ...]) -> None:
    assert parties_meant(text) == parties


def test_the_data_s_own_name_is_told() -> None:
    assert name_meant("the us") == "United States"
    assert name_meant("the Nobodies") == "Nobodies"
