from __future__ import annotations

from pathlib import Path

import pytest

from stemma.ledger import open_ledger, selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append, now, writing
from stemma.model.ruling import SamenessRuling, sameness_ruling

pytestmark = pytest.mark.both_databases


def ruled(reason: str) -> str:
    """The id of a ruling that is appended."""
    with writing():
        at = now()
        made = sameness_ruling(SamenessRuling("", "unsure", "a" * 20, "b" * 20, reason, "A. Coder"), at=at)
        append([of_ruling(made)], at=at)
    return made.id


def ids(*, until: int | None = None) -> list[str]:
    return [row.ruling.id for row in selectors.rulings(until=until)]


def given_up() -> None:
    with writing():
        ruled("two")
        assert len(ids()) == 2
        _ = 1 / 0


def test_what_was_read_is_kept_and_what_comes_is_added(ledger: Path) -> None:
    assert ids() == []
    first = ruled("one")
    assert ids() == ids() == [first]
    second = ruled("two")
    assert ids() == [first, second]
    assert (ids(until=1), ids(until=0)) == ([first], [])


def test_what_was_given_up_is_forgotten(ledger: Path) -> None:
    first = ruled("one")
    with pytest.raises(ZeroDivisionError):
        given_up()
    assert ids() == [first]
    third = ruled("three")
    assert ids() == [first, third]


def test_another_ledger_has_its_own(ledger: Path, tmp_path: Path) -> None:
    first = ruled("one")
    assert ids() == [first]
    open_ledger(tmp_path / "other", create=True)
    assert ids() == []
    assert ids() != [other := ruled("elsewhere")]
    assert ids() == [other]
    open_ledger(ledger, create=False)
    assert ids() == [first]
