"""Policies as data: what each file says, what it takes from another, and what its hash is of."""

from __future__ import annotations

from typing import get_args

import pytest

from stemma.data.policies import Condition, load_policies, policy_text
from stemma.reconcile.case import CONDITIONS
from stemma.reconcile.choice import BEST, HIGH, LOW, REQUIREMENTS, SAYS

POLICIES = load_policies()


def test_the_four_policies_are_there_each_with_a_hash_of_its_own() -> None:
    assert set(POLICIES) == {"range", "ucdp", "acled", "airwars"}
    assert len({policy.hash for policy in POLICIES.values()}) == len(POLICIES)
    assert all(len(policy.hash) == 12 and policy.version for policy in POLICIES.values())


@pytest.mark.parametrize("name", ["ucdp", "acled", "airwars"])
def test_a_policy_takes_what_it_does_not_say_from_the_one_it_extends(name: str) -> None:
    policy, base = POLICIES[name], POLICIES["range"]
    assert (policy.parts, policy.drop, policy.earlier_before) == (base.parts, base.drop, base.earlier_before)
    assert policy.title != base.title


def test_acled_reads_words_as_its_own_numbers() -> None:
    words = POLICIES["acled"].words
    assert (words["tens"], words["dozens"], words["hundreds"]) == (10, 12, 100)
    assert words["dozens"] < words["several dozen"] < words["hundreds"]
    assert not POLICIES["range"].words


def test_discounted_is_never_computed() -> None:
    airwars = POLICIES["airwars"]
    assert airwars.grade is not None
    assert set(airwars.grade.person_only) == {"Discounted"}
    assert "Discounted" not in {one.value for one in airwars.grade.classes}


def test_every_rule_and_condition_that_a_file_can_name_is_one_that_reconcile_knows() -> None:
    assert set(get_args(Condition)) == set(CONDITIONS)
    for policy in POLICIES.values():
        assert policy.low in LOW
        assert policy.high in HIGH
        assert policy.best in BEST
        assert policy.reliable <= set(REQUIREMENTS)
        assert {policy.low, policy.high, policy.best} <= set(SAYS)


def test_a_policy_is_kept_with_every_file_that_it_extends() -> None:
    kept = policy_text("airwars")
    assert kept.hash == POLICIES["airwars"].hash
    assert "policies/airwars.yml" in kept.files
    assert all(text.strip() for text in kept.files.values())
    assert len(policy_text("range").files) == 1
