"""Passages: what two texts share sentence by sentence, and what they do not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.trace.passages import passages, text_of
from tests.factories import document

LEAD = "A mortar round fell on the vegetable market of Zabra shortly after dawn on Tuesday and killed 14 people."
EDITED = "A mortar shell fell on the vegetable market of Zabra at dawn on Tuesday and killed at least 16 people there."
NEXT = "Three stalls burned down and a school bus lost its windows, but no pupil was in it."
OWN = "Fishermen pulled a leaking barge out of the harbour of Mirna and found its cargo of cement ruined."
OTHER = "The owners will ask their insurer for the price of eleven hundred bags, the harbour master thinks."


def shared(one: str, other: str) -> list[tuple[str, str]]:
    """The shared passages in words."""
    a, b = text_of(document(one)), text_of(document(other))
    spans = (passage.spans(a, b) for passage in passages(a, b))
    return [(left.of(one), right.of(other)) for left, right in spans]


def test_a_sentence_taken_over_with_small_changes() -> None:
    assert shared(f"{OWN} {LEAD}", f"{EDITED} {OTHER}") == [(LEAD, EDITED)]


def test_neighbours_are_one_passage_and_strangers_end_it() -> None:
    assert shared(f"{OWN} {LEAD} {NEXT} {OTHER}", f"{LEAD} {NEXT}") == [(f"{LEAD} {NEXT}", f"{LEAD} {NEXT}")]
    assert shared(f"{LEAD} {OWN} {NEXT}", f"{LEAD} {OTHER} {NEXT}") == [(LEAD, LEAD), (NEXT, NEXT)]


def test_a_sentence_cut_off_another_is_still_the_same() -> None:
    rest = "A school bus lost its windows, but no pupil was in it."
    assert shared(NEXT, f"Three stalls burned. {rest}") == [(NEXT, rest)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LEAD, OWN),
        ("The group claimed responsibility for the attack.", "For its part the group claimed responsibility for it."),
        ("Four people were killed in the raid on Zabra.", "In the raid on the town of Zabra four people were killed."),
        ("", LEAD),
    ],
)
def test_the_same_facts_and_stock_phrases_are_no_passage(one: str, other: str) -> None:
    assert shared(one, other) == []


@settings(max_examples=60)
@given(st.lists(st.sampled_from([LEAD, EDITED, NEXT, OWN, OTHER, "", "\n\n"]), max_size=6), st.text(max_size=80))
def test_spans_lie_in_their_texts_and_the_other_way_round_is_the_same(parts: list[str], noise: str) -> None:
    one, other = " ".join(parts), f"{noise} " + " ".join(reversed(parts))
    a, b = text_of(document(one)), text_of(document(other))
    for passage in passages(a, b):
        left, right = passage.spans(a, b)
        assert 0 <= left.start < left.end <= len(one)
        assert 0 <= right.start < right.end <= len(other)
    swapped = [(p.b_first, p.b_last, p.a_first, p.a_last) for p in passages(b, a)]
    assert sorted(swapped) == sorted((p.a_first, p.a_last, p.b_first, p.b_last) for p in passages(a, b))
