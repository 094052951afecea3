"""The one number of a slot: most independent origins, then the latest; unknown stays unknown."""

from __future__ import annotations

from stemma.model.value import Toll
from stemma.reconcile.best import best_figure
from tests.reconcile.test_reconcile import Said, account, dead, said


def people(state: str, number: int, who: str, **more: object) -> Said:
    return said(who, Toll(state, number, number, "exact"), outlet=f"{who} {state}", **more)  # type: ignore[arg-type]


def test_most_origins_win_over_the_latest() -> None:
    made = account(said("Army", dead(3)), said("Monitor", dead(3)), said("Hospital", dead(4), published="2031-03-09"))
    assert best_figure(made, "killed") == 3


def test_of_as_many_origins_the_latest_wins() -> None:
    made = account(said("Army", dead(4)), said("Monitor", dead(3), published="2031-03-09"))
    assert best_figure(made, "killed") == 3


def test_what_an_origin_no_longer_says_does_not_count() -> None:
    made = account(said("Army", dead(2)), said("Army", dead(3), published="2031-03-09"))
    assert best_figure(made, "killed") == 3


def test_unknown_is_not_nought() -> None:
    assert best_figure(account(said("Army", dead(None, None, "some", word="dozens"))), "killed") is None
    assert best_figure(account(said("Army", dead(3))), "injured") is None


def test_who_was_hit_and_did_not_die_was_injured() -> None:
    made = account(people("casualties", 4, "Police"), people("killed", 1, "Police"))
    assert best_figure(made, "injured") == 3


def test_a_higher_count_of_injured_stands() -> None:
    made = account(people("casualties", 4, "Police"), people("injured", 6, "Hospital"))
    assert best_figure(made, "injured") == 6


def test_several_injured_by_as_many_origins_are_the_injured() -> None:
    made = account(people("casualties", 9, "Police"), people("injured", 2, "Hospital"), people("killed", 2, "Police"))
    assert best_figure(made, "injured") == 2


def test_one_described_injured_does_not_outweigh_a_count_of_all_who_were_hit() -> None:
    made = account(people("casualties", 4, "Police"), people("injured", 1, "Hospital"))
    assert best_figure(made, "injured") == 4
