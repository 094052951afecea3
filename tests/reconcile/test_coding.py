"""Grades and coded fields: what each rests on, and that copies, blocs and doubts change none."""

from __future__ import annotations

import pytest

from stemma.model.finding import Account
from stemma.model.place import Place
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.model.value import Party, Response, Toll
from tests.reconcile.test_reconcile import DAY, Said, account, dead, said


def graded(*all_said: Said) -> tuple[str | None, str]:
    made = account(*all_said, policy="airwars")
    assert made.grade_reason is not None
    return made.grade, made.grade_reason


def code(made: Account, name: str, of: str | None = None) -> tuple[str | None, str]:
    (found,) = [one for one in made.codes if (one.name, one.of) == (name, of)]
    return found.value, found.reason


def strike_status(*all_said: Said) -> str | None:
    return code(account(*all_said, policy="airwars"), "strike_status")[0]


def blames(who: str, party: str, *, bloc: str | None = None, **more: object) -> Said:
    return said(who, Party(party), kind="perpetrator", bloc=bloc, **more)  # type: ignore[arg-type]


def does(who: str, act: str, **more: object) -> Said:
    return said(who, Response(act), kind="response", **more)  # type: ignore[arg-type]


SOLDIERS = dead(62, group="soldiers", victim_class="member_of_armed_forces")
TWO = (said("Army", SOLDIERS), said("Monitor", SOLDIERS))


def test_two_origins_and_a_named_belligerent_are_fair_also_where_soldiers_died() -> None:
    assert graded(*TWO, blames("Army", "Redland")) == (
        "Fair",
        (
            "Two or more independent origins tell of the harm and a belligerent's action is reported "
            "(2 independent origins: Army and Monitor; Redland named as the doer)."
        ),
    )


def test_one_origin_is_weak_however_many_pages_carry_it() -> None:
    pages = [said("Army", SOLDIERS, outlet=f"Paper {i}") for i in range(9)]
    grade, reason = graded(*pages, blames("Army", "Redland"))
    assert (grade, reason) == ("Weak", "All reports of the harm go back to one origin (Army).")


def test_voices_of_one_party_are_one_origin() -> None:
    one_side = (said("Army", SOLDIERS, bloc="State"), said("Ministry", SOLDIERS, bloc="State"))
    assert graded(*one_side, blames("Army", "Redland", bloc="State"))[0] == "Weak"


def test_blame_of_different_parties_by_different_origins_is_contested() -> None:
    grade, reason = graded(*TWO, blames("Army", "Redland"), blames("Monitor", "Blueland"))
    assert (grade, "Blueland by Monitor; Redland by Army" in reason) == ("Contested", True)
    wavering = (blames("Army", "Redland"), blames("Army", "Blueland", outlet="Other"))
    assert graded(*TWO, *wavering)[0] == "Fair", "one origin that names two is no dispute"
    allies = (blames("Army", "United States"), blames("Monitor", "US-led coalition"))
    assert graded(*TWO, *allies)[0] == "Fair", "a coalition and its leader are one side"
    nobody = (blames("Army", "Redland"), blames("Monitor", "warplanes"))
    assert graded(*TWO, *nobody)[0] == "Fair", "warplanes could be anybody's"


def test_one_voice_among_many_is_no_dispute() -> None:
    many = [blames(f"Paper {i}", "Redland") for i in range(4)]
    assert graded(*TWO, *many, blames("Monitor", "Blueland"))[0] == "Contested", "one against four"
    assert graded(*TWO, *many, blames("Army", "Redland"), blames("Monitor", "Blueland"))[0] == "Fair"


def test_a_bare_denial_does_not_move_the_grade() -> None:
    denial = blames("Redland", "Redland", stance="denies")
    made = account(*TWO, blames("Army", "Redland"), denial, policy="airwars")
    assert made.grade == "Fair"
    assert code(made, "belligerent_position", "Redland") == ("non_credible", "It denies (Redland).")


@pytest.mark.parametrize(
    ("owning", "accused"),
    [
        (does("Redland", "accepted_responsibility"), "Redland"),
        (does("Pentagon", "accepted_responsibility", bloc="US-led coalition"), "United States"),
    ],
)
def test_who_owns_the_deed_makes_it_confirmed(owning: Said, accused: str) -> None:
    made = account(*TWO, blames("Army", accused), owning, policy="airwars")
    assert made.grade == "Confirmed"
    assert code(made, "strike_status")[0] == "declared"


def test_admitting_goes_before_a_dispute_and_needs_harm() -> None:
    dispute = (blames("Army", "Redland"), blames("Monitor", "Blueland"))
    assert graded(*TWO, *dispute, does("Redland", "accepted_responsibility"))[0] == "Confirmed"
    assert graded(*dispute, does("Redland", "accepted_responsibility"))[0] is None


@pytest.mark.parametrize(
    "short_of_it",
    [
        does("Redland", "apologised"),
        does("Redland", "accepted_responsibility", stance="denies"),
        blames("Redland", "Redland"),
    ],
)
def test_what_is_no_admission(short_of_it: Said) -> None:
    assert graded(*TWO, blames("Army", "Redland"), short_of_it)[0] == "Fair"


def test_who_claims_what_others_lay_to_another_is_in_a_dispute() -> None:
    claimed = does("United States", "accepted_responsibility")
    assert graded(*TWO, claimed)[0] == "Confirmed", "nobody says otherwise"
    assert graded(*TWO, blames("Army", "Redland"), claimed)[0] == "Contested"


def test_a_claim_of_responsibility_by_nobody_known_counts_only_where_others_blame_them() -> None:
    claimed = does("Some brigade", "accepted_responsibility")
    assert graded(*TWO, claimed)[0] is None
    assert graded(*TWO, claimed, blames("Army", "Some brigade"))[0] == "Confirmed"


def test_an_admission_that_is_denied_later_is_taken_back() -> None:
    admitted = does("Redland", "accepted_responsibility", published="2031-03-04")
    later = blames("Redland", "Redland", stance="denies", published="2031-03-06")
    before = blames("Redland", "Redland", stance="denies", published="2031-03-03")
    assert graded(*TWO, blames("Army", "Redland"), admitted, later)[0] == "Fair"
    assert graded(*TWO, blames("Army", "Redland"), admitted, before)[0] == "Confirmed"


def test_harm_without_a_doer_and_a_doer_without_harm_are_not_graded() -> None:
    assert graded(*TWO) == (
        None,
        "Several origins tell of the harm and none says whose action it was (2 independent origins: Army and Monitor).",
    )
    assert graded(blames("Army", "Redland")) == (None, "No origin tells of anybody harmed.")
    nobody = said("Army", dead(0)), said("Monitor", SOLDIERS, stance="denies")
    assert graded(*nobody, blames("Army", "Redland"))[0] is None


def test_injured_and_words_are_harm_too() -> None:
    hurt = said("Monitor", Toll("injured", 7, 7, "exact"))
    vague = said("Army", dead(None, None, "some", word="dozens"))
    assert graded(hurt, vague, blames("Army", "Redland"))[0] == "Fair"


def test_the_status_of_the_strike_is_apart_from_the_grade() -> None:
    assert strike_status(*TWO) is None
    assert strike_status(*TWO, blames("Army", "Redland")) == "single source claim"
    assert strike_status(*TWO, blames("Army", "Redland"), blames("Monitor", "Redland")) == "likely"
    assert strike_status(*TWO, blames("Army", "Redland"), blames("Monitor", "Blueland")) == "contested"


@pytest.mark.parametrize(
    ("act", "stance", "position"),
    [
        ("accepted_responsibility", "asserts", ("credible", "It accepts responsibility (Redland, by Redland).")),
        ("investigating", "asserts", ("not_yet_assessed", "It says that it is looking into it (Redland).")),
        ("no_comment", "no_comment", ("not_yet_assessed", "It will not comment (Redland).")),
        ("condemned", "asserts", ("not_yet_assessed", "No statement of its own is held.")),
    ],
)
def test_each_belligerent_has_a_position(act: str, stance: str, position: tuple[str, str]) -> None:
    made = account(*TWO, blames("Army", "Redland"), does("Redland", act, stance=stance), policy="airwars")
    assert code(made, "belligerent_position", "Redland") == position


@pytest.mark.parametrize(
    ("date", "classes"),
    [
        (DAY, ("1", "1")),
        (DateRange("2031-03-03", "2031-03-08", "week"), ("2", "2")),
        (DateRange("2031-03-03", "2031-03-09", "week"), ("3", "2")),
        (DateRange("2031-03-01", "2031-03-31", "month"), ("4", "3")),
        (DateRange("2031-01-01", "2031-12-31", "year"), ("5", None)),
        (DateRange(None, None, "day", candidates=("2031-03-08", "2031-03-15")), ("4", "3")),
        (DateRange("2031-03-03", None, "unknown"), (None, None)),
        (UNKNOWN_DATE, (None, None)),
    ],
)
def test_how_precisely_the_day_is_known(date: DateRange, classes: tuple[str | None, str | None]) -> None:
    ucdp, acled = (account(*TWO, date=date, policy=policy) for policy in ("ucdp", "acled"))
    assert (code(ucdp, "date_prec")[0], code(acled, "time_precision")[0]) == classes


@pytest.mark.parametrize(
    ("precision", "classes"),
    [(1, ("1", "1")), (2, ("2", "2")), (3, ("3", "2")), (4, ("4", "3")), (6, ("6", "3")), (None, (None, None))],
)
def test_how_precisely_the_place_is_known(precision: int | None, classes: tuple[str | None, str | None]) -> None:
    place = Place("Zabra", 33.1, 44.5, precision)
    ucdp, acled = (account(*TWO, place=place, policy=policy) for policy in ("ucdp", "acled"))
    assert (code(ucdp, "where_prec")[0], code(acled, "geo_precision")[0]) == classes


def test_ucdp_says_whether_one_event_can_be_told_from_others() -> None:
    zabra = Place("Zabra", 33.1, 44.5, 1)
    clear = account(*TWO, place=zabra, policy="ucdp")
    assert code(clear, "event_clarity") == (
        "1",
        "The reports are clear enough to tell this event from others (2031-03-03; Zabra).",
    )
    month = DateRange("2031-03-01", "2031-03-31", "month")
    assert code(account(*TWO, place=zabra, date=month, policy="ucdp"), "event_clarity")[0] == "2"
    assert code(account(*TWO, policy="ucdp"), "event_clarity")[0] == "2"


def test_under_the_range_nothing_is_coded() -> None:
    made = account(*TWO, blames("Army", "Redland"))
    assert (made.grade, made.grade_reason, made.codes) == (None, None, ())
