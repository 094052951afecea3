"""Who has which claim before them."""

from __future__ import annotations

import pytest

from stemma.desk import leases


@pytest.fixture(autouse=True)
def none_held() -> None:
    leases.forget()


def test_one_has_one_and_only_others_are_kept_from_it() -> None:
    leases.take("Ana", "a", now=0)
    leases.take("Bob", "b", now=0)
    assert (leases.of_others("Ana", now=1), leases.of_others("Bob", now=1)) == ({"b"}, {"a"})
    leases.take("Ana", "c", now=2)
    assert leases.of_others("Bob", now=3) == {"c"}


def test_it_ends_by_itself() -> None:
    leases.take("Ana", "a", now=0)
    assert leases.of_others("Bob", now=leases.LASTS - 1) == {"a"}
    assert leases.of_others("Bob", now=leases.LASTS + 1) == frozenset()
