"""The figures that a policy takes of what stands: best, low and high, words as numbers, slots left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model.finding import Finding
from stemma.model.value import Toll
from tests.reconcile.test_reconcile import COUNTS, Said, account, dead, finding, said


def killed(policy: str, *all_said: Said) -> Finding:
    return finding(account(*all_said, policy=policy))


def figures(found: Finding) -> tuple[int | None, int | None, int | None]:
    return found.low, found.high, found.best


def words(who: str, word: str) -> Said:
    return said(who, dead(None, None, "some", word=word))


SPREAD = (said("Army", dead(62)), said("Monitor", dead(80)), said("Hospital", dead(80)), said("Blog", dead(100)))


def test_ucdp_takes_as_best_what_most_independent_origins_give() -> None:
    found = killed("ucdp", *SPREAD)
    assert figures(found) == (62, 100, 80)
    assert found.status == "range"
    assert found.reason.startswith(
        "Best 80 (Hospital and Monitor): ucdp takes the figure that most independent origins give, of equals the lower."
        " 62 to 100: 62 by Army"
    )


def test_ucdp_takes_the_lower_of_equals_and_counts_a_bloc_once() -> None:
    assert killed("ucdp", said("Army", dead(62)), said("Monitor", dead(80))).best == 62
    one_side = (said("Army", dead(90), bloc="State"), said("Ministry", dead(90), bloc="State"))
    assert killed("ucdp", *one_side, said("Monitor", dead(80)), said("Hospital", dead(80))).best == 80


def test_ucdp_leaves_out_of_its_ends_what_is_only_hedged() -> None:
    doubtful = said("Blog", dead(300), hedges=("if confirmed",))
    found = killed("ucdp", said("Army", dead(62)), said("Monitor", dead(80)), doubtful)
    assert figures(found) == (62, 80, 62)
    assert "300 left out as only hedged" in found.reason
    assert (found.published_low, found.published_high) == (62, 300)
    assert figures(killed("ucdp", doubtful)) == (300, 300, 300), "where all is hedged nothing is more reliable"


def test_ucdp_takes_no_upper_bound_for_a_best_figure() -> None:
    assert figures(killed("ucdp", said("A", dead(None, 95, "up_to")), said("B", dead(100)))) == (95, 100, 100)
    assert killed("ucdp", said("A", dead(None, 95, "nearly")), said("B", dead(100))).best == 95
    assert killed("ucdp", said("A", dead(90, 106, "between"))).best == 90


def test_acled_takes_one_figure_the_lowest_and_tells_of_the_others() -> None:
    found = killed("acled", *SPREAD)
    assert figures(found) == (62, 62, 62)
    assert (found.status, found.published_high) == ("range", 100)
    assert found.reason.startswith("62: acled takes the lowest figure that stands. 62 to 100: ")


@pytest.mark.parametrize(("word", "number"), [("tens", 10), ("dozens", 12), ("Hundreds", 100), ("several dozen", 24)])
def test_acled_reads_a_word_as_a_number_where_nobody_gives_one(word: str, number: int) -> None:
    found = killed("acled", words("Army", word))
    assert (*figures(found), found.status) == (number, number, number, "single_origin")
    assert found.reason == f"No number is given; acled reads “{word.casefold()}” as {number}."
    assert figures(killed("acled", words("Army", word), said("Monitor", dead(62)))) == (62, 62, 62)


def test_words_that_count_nobody_stay_unknown() -> None:
    for policy in ("range", "ucdp", "acled", "airwars"):
        found = killed(policy, words("Army", "loss of life"))
        assert (*figures(found), found.status) == (None, None, None, "unknown")


def test_the_lowest_of_several_words() -> None:
    found = killed("acled", words("Army", "dozens"), words("Monitor", "scores"))
    assert (*figures(found), found.status) == (12, 12, 12, "range")
    assert "reads “dozens” as 12 and “scores” as 20" in found.reason


def test_airwars_gives_minimum_and_maximum_and_one_number_where_they_are_one() -> None:
    assert figures(killed("airwars", *SPREAD)) == (62, 100, None)
    assert figures(killed("airwars", said("Army", dead(62)), said("Monitor", dead(62)))) == (62, 62, 62)


def test_recorders_of_deaths_alone_leave_other_slots_out() -> None:
    hurt = said("Army", Toll("injured", 7, 7, "exact"))
    for policy, slots in {"range": 2, "airwars": 2, "ucdp": 1, "acled": 1}.items():
        made = account(*SPREAD, hurt, policy=policy)
        assert len(made.findings) == slots
        assert hurt.claim.id in made.claims, "what is said stays quoted"


def test_an_account_names_its_policy_by_version_and_hash() -> None:
    made = {policy: account(*SPREAD, policy=policy) for policy in ("range", "acled")}
    assert {(one.policy, one.policy_version) for one in made.values()} == {("range", "1"), ("acled", "1")}
    assert made["range"].policy_hash != made["acled"].policy_hash
    assert (made["range"].grade, made["range"].grade_reason, made["range"].codes) == (None, None, ())


@pytest.mark.parametrize("policy", ["ucdp", "acled", "airwars"])
@settings(max_examples=60, deadline=None)
@given(all_said=st.lists(COUNTS, max_size=10, unique_by=lambda one: one.claim.id), random=st.randoms())
def test_every_policy_keeps_within_what_was_said(policy: str, all_said: list[Said], random: object) -> None:
    made = account(*all_said, policy=policy)
    shuffled = list(all_said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert account(*shuffled, policy=policy) == made
    wide = {(f.slot, f.victim_class, f.group): f for f in account(*all_said).findings}
    for found in made.findings:
        assert found.reason.endswith(".")
        base = wide[(found.slot, found.victim_class, found.group)]
        assert (found.positions, found.published_low, found.published_high) == (
            base.positions,
            base.published_low,
            base.published_high,
        )
        if base.low is not None and base.high is not None:
            assert found.low is not None
            assert found.high is not None
            assert base.low <= found.low <= found.high <= base.high
            assert found.best is None or found.low <= found.best <= found.high
