"""A saved question answered from a ledger that was built from reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stemma.build import answer_series, build, refresh, verify
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.model.series import Question
from stemma.review import reject, save_series

MARKET = (
    "IDLIB, Syria - A Russian airstrike on a market in Idlib on February 3, 2019, killed 12 civilians, rescue workers "
    "said. There have been at least 12 such attacks since January, the Syrian Observatory for Human Rights said."
)
CLINIC = (
    "ALEPPO, Syria - An airstrike by the Russian air force on a clinic in Aleppo on March 10, 2019, killed 5 people, "
    "doctors said. Four strikes hit the clinic, doctors said."
)
BOMBER = "BAGHDAD, Iraq - A suicide bomber killed 20 people in Baghdad on April 1, 2019, police said."
SHELLING = "HOMS, Syria - Mortar fire killed 3 soldiers near Homs on May 5, 2019, state television reported."
ROWS = (
    ("a", "2019-02-04", MARKET),
    ("b", "2019-03-11", CLINIC),
    ("c", "2019-04-02", BOMBER),
    ("d", "2019-05-06", SHELLING),
)


@pytest.fixture
def strikes(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of four incidents."""
    rows = (json.dumps({"id": key, "outlet": "Daily", "published": day, "text": text}) for key, day, text in ROWS)
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    build([tmp_path / "rows.jsonl"], ledger)
    assert len(selectors.incidents()) == 4
    return ledger


def days(ledger: Path, question: Question, *, possible: bool = False) -> list[str | None]:
    save_series("asked", question, actor="Ada", replace=True)
    found = answer_series(ledger, "asked")
    return [member.date.from_ for member in (found.possible if possible else found.members)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(by=("Russia",)), ["2019-03-10", "2019-02-03"]),
        (Question(by=("Russia",), since="2019-03-01"), ["2019-03-10"]),
        (Question(places=("Iraq",)), ["2019-04-01"]),
        (Question(places=("Idleb", "Homs")), ["2019-05-05", "2019-02-03"]),
        (Question(types=("suicide_bombing",)), ["2019-04-01"]),
        (Question(on=("clinic",)), ["2019-03-10"]),
        (Question(on=("civilians",)), ["2019-02-03"]),
        (Question(text="rescue workers"), ["2019-02-03"]),
        (Question(by=("Israel",)), []),
    ],
)
def test_who_where_when_and_what(strikes: Path, question: Question, expected: list[str]) -> None:
    assert days(strikes, question) == expected


def test_what_the_reports_leave_open_is_told_apart(strikes: Path) -> None:
    asked = Question(by=("Russia",), types=("artillery",))
    assert days(strikes, asked) == []
    assert days(strikes, asked, possible=True) == ["2019-05-05"]
    (may,) = answer_series(strikes, "asked").possible
    assert may.unsure == ("by",)


def test_the_ledgers_count_stands_beside_those_that_reports_claim(strikes: Path) -> None:
    save_series("Russian strikes", Question(by=("Russia",)), actor="Ada")
    found = answer_series(strikes, "russian strikes")
    over_time, within = found.claimed
    assert (over_time.compares, over_time.value.low, over_time.value.high, over_time.held) == (True, 12, None, 1)
    assert over_time.origin == "Syrian Observatory for Human Rights"
    assert "such attacks" in over_time.quote
    assert (within.compares, within.value.low, within.held) == (False, 4, None)


def test_a_rejected_claim_counts_nowhere(strikes: Path) -> None:
    save_series("Russian strikes", Question(by=("Russia",)), actor="Ada")
    for claim in answer_series(strikes, "Russian strikes").claimed:
        reject(claim.claim, actor="Ada", reason="another war")
    refresh(strikes)
    assert answer_series(strikes, "Russian strikes").claimed == ()


def test_a_series_makes_nothing_due(strikes: Path) -> None:
    events = selectors.counts().events
    save_series("Russian strikes", Question(by=("Russia",)), actor="Ada")
    assert refresh(strikes) == 0
    assert selectors.counts().events == events + 1
    assert verify(strikes).ok


def test_no_series_of_that_name(strikes: Path) -> None:
    with pytest.raises(NotFoundError, match="'Raids'"):
        answer_series(strikes, "Raids")
