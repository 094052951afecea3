"""The outlets' file and its lookups."""

from __future__ import annotations

import pytest

from stemma.data.outlets import Outlet, fold, host_of, index, load_outlets
from stemma.errors import DataError


def test_every_row_can_be_found_by_each_of_its_names_and_domains() -> None:
    outlets = load_outlets()
    assert len(outlets.rows) >= 200
    for row in outlets.rows:
        assert outlets.by_name(row.name) == row
        assert all(outlets.by_name(alias) == row for alias in row.aliases)
        assert all(outlets.by_url(f"https://www.{domain}/a/b?c") == row for domain in row.domains)
        assert row.source


def test_rows_are_sorted_so_that_a_correction_is_easy_to_place() -> None:
    names = [fold(row.name) for row in load_outlets().rows]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("AFP", "Agence France-Presse"),
        ("Afp", "Agence France-Presse"),
        ("the jordan times", "The Jordan Times"),
        ("Before It’s News", "Before It's News"),
        ("Beforeitsnews.com", "Before It's News"),
        ("ZEROHEDGE", "Zero Hedge"),
    ],
)
def test_spelling_is_forgiven(written: str, name: str) -> None:
    found = load_outlets().by_name(written)
    assert found is not None
    assert found.name == name


def test_a_subdomain_is_its_owners() -> None:
    found = load_outlets().by_domain("english.ahram.org.eg")
    assert found is not None
    assert found.name == "Al-Ahram"


def test_mentions_are_found_longest_first() -> None:
    text = "Al-Masdar News told RT, as Beforeitsnews.com wrote."
    assert [text[m.start : m.end] for m in load_outlets().mentions(text)] == [
        "Al-Masdar News",
        "RT",
        "Beforeitsnews.com",
    ]


def test_two_rows_may_not_claim_one_name() -> None:
    rows = (Outlet("A", "blog", None, (), ("X",), "s"), Outlet("B", "blog", None, (), ("x",), "s"))
    with pytest.raises(DataError, match="'x' stands for 'A' and 'B'"):
        index(rows)


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.A.example/x", "a.example"), ("b.example", "b.example"), ("no host", None), ("http://[::1", None)],
)
def test_hosts_are_bare(url: str, host: str | None) -> None:
    assert host_of(url) == host
