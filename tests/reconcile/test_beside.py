"""Two policies side by side: where they part, by which rules, and what stays the same."""

from __future__ import annotations

import pytest

from stemma.data.policies import load_policies
from stemma.model.beside import Beside, Line
from stemma.model.ruling import FindingRuling, Ruling
from stemma.model.value import Party, Toll
from stemma.reconcile import compare
from tests.reconcile.test_reconcile import Said, account, dead, said

SPREAD = (said("Army", dead(62)), said("Monitor", dead(80)), said("Hospital", dead(80)))
BLAME = said("Army", Party("Redland"), kind="perpetrator")


def beside(one: str, other: str, *all_said: Said, rulings: tuple[Ruling, ...] = ()) -> Beside:
    known = load_policies()
    made = (account(*all_said, policy=name, rulings=rulings) for name in (one, other))
    return compare(*made, (known[one], known[other]))


def line(both: Beside, field: str) -> Line:
    (found,) = [line for line in both.lines if line.field == field]
    return found


def test_the_rules_that_part_two_figures_are_named() -> None:
    killed = line(beside("range", "acled", *SPREAD), "killed")
    assert (killed.one.text, killed.other.text, killed.differs) == ("62 to 80", "62", True)
    assert (killed.one.high, killed.other.high, killed.other.best) == (80, 62, 62)
    assert killed.why == (
        "high: range takes the highest figure that stands, acled the lowest figure that stands; "
        "best: range takes the one figure that all agree on, where they do, acled the lowest figure that stands."
    )
    assert line(beside("range", "ucdp", *SPREAD), "killed").other.text == "62 to 80, best 80"


def test_what_a_recorder_leaves_out_is_said_not_shown_as_nothing() -> None:
    hurt = said("Army", Toll("injured", 7, 7, "exact"))
    injured = line(beside("ucdp", "range", *SPREAD, hurt), "injured")
    assert (injured.one.text, injured.other.text, injured.why) == (None, "7", "ucdp: GED counts deaths only.")


def test_a_word_that_one_reads_as_a_number_parts_them_by_their_reasons() -> None:
    killed = line(beside("range", "acled", said("Army", dead(None, None, "some", word="dozens"))), "killed")
    assert (killed.one.text, killed.other.text) == ("dozens", "12")
    assert killed.why == (
        "range: No number, only words: dozens. acled: No number is given; acled reads “dozens” as 12."
    )


def test_a_ruling_for_one_policy_parts_them_by_their_reasons() -> None:
    ruled = FindingRuling("r", "override", BLAME.claim.event.ref, "killed", "low", "70", "airwars", "a list", "Ann")
    killed = line(beside("range", "airwars", *SPREAD, BLAME, rulings=(ruled,)), "killed")
    assert (killed.one.low, killed.other.low) == (62, 70)
    assert killed.why is not None
    assert "airwars: Ann ruled low 70 instead of 62: a list." in killed.why


def test_grades_and_codes_come_last_with_their_reasons() -> None:
    both = beside("airwars", "ucdp", *SPREAD, BLAME)
    fields = [line.field for line in both.lines]
    assert fields[:2] == ["killed", "perpetrator"]
    assert fields[2:5] == ["grade", "strike_status", "belligerent_position of Redland"]
    grade = line(both, "grade")
    assert (grade.one.text, grade.other.text) == ("Fair", None)
    assert grade.why is not None
    assert grade.why.startswith("Two or more independent origins")
    assert line(both, "where_prec").other.text == "none"


@pytest.mark.parametrize("name", ["range", "ucdp", "acled", "airwars"])
def test_a_policy_never_parts_from_itself(name: str) -> None:
    both = beside(name, name, *SPREAD, BLAME)
    assert both.differing == ()
    assert all(line.why is None for line in both.lines)


def test_answers_do_not_hang_on_the_policy() -> None:
    both = beside("range", "acled", *SPREAD, BLAME)
    assert [line.field for line in both.differing if line.field != "killed"] == ["geo_precision", "time_precision"]
    assert (both.one.split()[0], both.other.split()[0]) == ("range", "acled")
