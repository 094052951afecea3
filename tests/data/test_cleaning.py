"""The cleaning vocabulary."""

from __future__ import annotations

from stemma.data.cleaning import load_cleaning


def test_every_pattern_compiles_and_every_kind_has_a_reason() -> None:
    cleaning = load_cleaning()
    assert all(p.reason.endswith(".") for p in (*cleaning.patterns, *cleaning.ends, *cleaning.inline))
    assert {p.kind for p in cleaning.patterns} <= set(cleaning.reasons)
    assert set(cleaning.labels.values()) <= set(cleaning.reasons)


def test_credits_name_an_outlet_or_an_address() -> None:
    for rule in load_cleaning().credits:
        assert {"outlet", "url"} & set(rule.regex.groupindex)


def test_a_label_longer_than_its_first_word_says_is_none() -> None:
    cleaning = load_cleaning()
    assert all(cleaning.label_sizes[label.split()[0]] >= len(label.split()) for label in cleaning.labels)
