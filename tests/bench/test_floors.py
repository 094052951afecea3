from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.floors import (
    BOOK,
    Book,
    Sense,
    breaches,
    changelog_line,
    floor_for,
    lowered,
    raised,
    read_floors,
    unexplained,
    update,
    worse,
)

SENSE = Sense(lower=("traps",), shown=("pages",))


@pytest.fixture
def book(tmp_path: Path) -> Book:
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- Something else.\n", encoding="utf-8")
    return Book(tmp_path / "floors.json", tmp_path / "CHANGELOG.md")


def say(book: Book, line: str) -> None:
    text = book.changelog.read_text(encoding="utf-8")
    book.changelog.write_text(text.replace("- Something else.\n", f"- Something else.\n- {line}\n"), encoding="utf-8")


@pytest.mark.parametrize(
    ("figure", "floor"),
    [(0.9347, 0.93), (0.93, 0.93), (0.58, 0.58), (97.28, 97), (1.0, 1.0), (0.0437, 0.043), (0.0, 0.0), (3.44, 3.4)],
)
def test_a_floor_is_the_figure_rounded_down_to_two_digits(figure: float, floor: float) -> None:
    assert floor_for(figure) == pytest.approx(floor)


def test_slack_comes_off_before_rounding_and_counts_are_kept_whole() -> None:
    assert floor_for(1.0, slack=0.25) == 0.75
    assert floor_for(3, lower=True) == 3
    assert floor_for(4.0, lower=True, slack=0.25) == 5.0


@given(st.floats(min_value=0, max_value=1e6, allow_nan=False), st.floats(min_value=0, max_value=0.5))
def test_a_fresh_floor_always_holds_and_is_not_far_off(figure: float, slack: float) -> None:
    floor = floor_for(figure, slack=slack)
    assert not worse(figure, floor, lower=False)
    assert floor >= figure * (1 - slack) * 0.9 - 1e-9


def test_breaches_are_worse_or_vanished_figures() -> None:
    floors = {"f1": 0.9, "gone": 0.5, "traps": 1, "fine": 0.3}
    found = breaches({"f1": 0.89, "traps": 2, "fine": 0.3}, floors, SENSE)
    assert [(b.name, b.figure) for b in found] == [("f1", 0.89), ("gone", None), ("traps", 2)]
    assert "no longer measured" in str(found[1])
    assert "0.89 is past its floor of 0.9" in str(found[0])


def test_raising_moves_better_figures_only_and_pins_no_sizes() -> None:
    new = raised({"f1": 0.957, "same": 0.5, "traps": 0, "pages": 181}, {"f1": 0.9, "same": 0.6, "traps": 2}, SENSE)
    assert new == {"f1": 0.95, "same": 0.6, "traps": 0}


def test_lowered_gives_the_floor_to_come_or_none() -> None:
    falls = lowered({"f1": 0.817}, {"f1": 0.9, "gone": 0.5}, SENSE)
    assert falls["f1"] == 0.81
    assert math.isnan(falls["gone"])


def test_update_pins_then_raises(book: Book) -> None:
    assert update("b", {"f1": 0.811}, "one", SENSE, book=book) == []
    assert update("b", {"f1": 0.923}, "one", SENSE, book=book) == []
    assert json.loads(book.floors.read_text()) == {"b": {"data": "one", "floors": {"f1": 0.92}}}


def test_update_refuses_to_lower_and_then_moves_nothing(book: Book) -> None:
    update("b", {"f1": 0.9, "recall": 0.5}, "one", SENSE, book=book)
    before = book.floors.read_bytes()
    problems = update("b", {"f1": 0.8, "recall": 0.7}, "one", SENSE, book=book)
    assert len(problems) == 1
    assert "f1: 0.8 is past its floor of 0.9" in problems[0]
    assert book.floors.read_bytes() == before


def test_new_data_does_not_let_a_floor_fall_either(book: Book) -> None:
    update("b", {"f1": 0.9}, "one", SENSE, book=book)
    assert update("b", {"f1": 0.8}, "two", SENSE, book=book)
    assert update("b", {"f1": 0.91}, "two", SENSE, book=book) == []
    assert read_floors(book)["b"].data == "two"


def test_a_regression_needs_its_line_in_the_changelog(book: Book) -> None:
    update("b", {"f1": 0.9, "recall": 0.5}, "one", SENSE, book=book)
    before = book.floors.read_bytes()
    problems = update("b", {"f1": 0.8, "recall": 0.7}, "one", SENSE, book=book, allow_regression=True)
    assert "b f1 floor lowered to 0.8:" in problems[0]
    assert book.floors.read_bytes() == before
    say(book, "b f1 floor lowered to 0.8: the gold was wrong in four places.")
    assert update("b", {"f1": 0.8, "recall": 0.7}, "one", SENSE, book=book, allow_regression=True) == []
    assert read_floors(book)["b"].floors == {"f1": 0.8, "recall": 0.7}


@pytest.mark.parametrize(
    "line",
    [
        "b f1 floor lowered to 0.8:",
        "b f1 is worse: so what",
        "b f1 floor lowered to 0.85: wrong figure",
        "c f1 floor lowered to 0.8: other",
    ],
)
def test_a_line_without_figure_or_reason_explains_nothing(book: Book, line: str) -> None:
    say(book, line)
    assert unexplained("b", {"f1": 0.8}, book) == ["b f1 floor lowered to 0.8:"]


def test_a_line_of_an_older_release_explains_nothing(book: Book) -> None:
    book.changelog.write_text("## Unreleased\n\n## 0.1\n\n- b f1 floor lowered to 0.8: long ago.\n", encoding="utf-8")
    assert unexplained("b", {"f1": 0.8}, book) == ["b f1 floor lowered to 0.8:"]


def test_a_vanished_figure_loses_its_floor_only_with_a_line(book: Book) -> None:
    update("b", {"f1": 0.9, "old": 0.5}, "one", SENSE, book=book)
    assert update("b", {"f1": 0.9}, "one", SENSE, book=book)
    say(book, f"{changelog_line('b', 'old', math.nan)} measured as f1 now.")
    assert update("b", {"f1": 0.9}, "one", SENSE, book=book, allow_regression=True) == []
    assert read_floors(book)["b"].floors == {"f1": 0.9}


def test_the_other_benchmarks_keep_their_floors(book: Book) -> None:
    update("a", {"f1": 0.5}, "x", SENSE, book=book)
    update("b", {"f1": 0.6}, "y", SENSE, book=book)
    assert sorted(read_floors(book)) == ["a", "b"]


def test_the_pinned_floors_are_readable() -> None:
    assert all(len(pinned.data) == 16 for pinned in read_floors(BOOK).values())
