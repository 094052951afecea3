"""Saving a question: what is appended, what is refused, and that nothing is derived anew for it."""

from __future__ import annotations

import pytest

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import Entry, of_series
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.ledger.writer import append
from stemma.model.series import Question, series
from stemma.review import save_series
from tests.ledgers import AT, Filled

pytestmark = pytest.mark.both_databases

ASKED = Question(by=("Coalition",), since="2011-03-15")


def test_a_question_is_kept_under_its_name(filled: Filled) -> None:
    made = save_series(" Strikes  on troops ", ASKED, actor=" Ada ", reason=" asked often ")
    assert (made.name, made.actor, made.reason) == ("Strikes on troops", "Ada", "asked often")
    for name in ("Strikes on troops", "strikes ON troops", made.id):
        assert selectors.series_row(name).series == made
    assert [row.series for row in selectors.series_rows()] == [made]
    assert verify(filled.folder).ok


def test_saved_again_it_takes_the_place_of_the_earlier_one_and_both_stay(filled: Filled) -> None:
    save_series("Strikes", ASKED, actor="Ada")
    other = Question(text="market")
    with pytest.raises(InputError, match="--replace"):
        save_series("STRIKES", other, actor="Bob")
    save_series("STRIKES", other, actor="Bob", replace=True)
    (row,) = selectors.series_rows()
    assert (row.series.question, row.series.actor, row.versions) == (other, "Bob", 2)
    assert Event.objects.filter(kind="series").count() == 2


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (Question(), "asks for nothing"),
        (Question(types=("party",)), "air_strike"),
        (Question(since="2011"), "is no day"),
        (Question(until="20110315"), "is no day"),
        (Question(since="2011-03-15", until="2011-03-14"), "is before"),
        (Question(by=(" ",)), "empty word"),
        (Question(on=("",)), "empty word"),
        (Question(places=("",)), "empty word"),
        (Question(text="?!"), "holds no word"),
    ],
)
def test_what_asks_for_nothing_sound_is_refused(filled: Filled, question: Question, why: str) -> None:
    with pytest.raises(InputError, match=why):
        save_series("Strikes", question, actor="Ada")
    assert selectors.series_rows() == ()


@pytest.mark.parametrize(("name", "actor"), [("", "Ada"), (" ", "Ada"), ("Strikes", ""), ("Strikes", " ")])
def test_nameless_things_are_refused(filled: Filled, name: str, actor: str) -> None:
    with pytest.raises(InputError):
        save_series(name, ASKED, actor=actor)


def test_no_series_of_that_name(filled: Filled) -> None:
    with pytest.raises(NotFoundError, match="stemma series add"):
        selectors.series_row("Strikes")
    save_series("Strikes", ASKED, actor="Ada")
    with pytest.raises(NotFoundError, match="'Strikes'"):
        selectors.series_row("Raids")


def test_a_series_under_another_id_is_found_by_verifying(filled: Filled) -> None:
    made = of_series(series("Strikes", ASKED, reason="", actor="Ada"))
    append([Entry("series", "f" * 20, made.body)], at=AT)
    (problem,) = verify(filled.folder).problems
    assert made.subject in problem.why
