"""All data together: loaded once, every policy with the name it goes by, and hashed."""

from __future__ import annotations

from stemma.data.files import rules_hash
from stemma.data.rules import load_rules


def test_rules_are_loaded_once_and_know_their_hash() -> None:
    rules = load_rules()
    assert load_rules() is rules
    assert rules.hash == rules_hash()


def test_the_default_policy_is_there_and_each_goes_by_its_name() -> None:
    policies = load_rules().policies
    assert "range" in policies
    assert all(policy.name == name for name, policy in policies.items())
