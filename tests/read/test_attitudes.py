"""Attitudes: whose view a stretch is, beyond what claims rest on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.read.attitudes import attitudes
from stemma.read.frames import Scene
from stemma.read.passes import views
from stemma.read.speech import frames
from tests.read.reading import page


def held(text: str) -> list[tuple[str, str]]:
    """(who, cue) of every attitude, as written."""
    found = []
    for view in views(page(text), load_rules()):
        marked = view.marked
        scene = Scene(marked, view.entities, view.phrases)
        for frame in attitudes(scene, frames(marked, view.entities, view.phrases)):
            assert frame.phrase is not None
            assert 0 <= frame.first < frame.last <= len(marked.tokens)
            found.append((marked.words(frame.phrase.begin, frame.phrase.end), marked.words(*frame.cue)))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town council opposes the new road.", [("The town council", "opposes")]),
        ("Members of the town council often criticized the plan.", [("Members of the town council", "criticized")]),
        ("Jane Roe, a farmer from the valley, opposes the road.", [("Jane Roe, a farmer from the valley,", "opposes")]),
        ("The mayor, who was ill, praised the nurses.", [("The mayor, who was ill,", "praised")]),
        ("Jane Roe (Ind.) endorsed the plan.", [("Jane Roe (Ind.)", "endorsed")]),
        ("The road was criticized in the valley.", []),
        ("He has the right to criticize the plan.", []),
        ("Jane Roe: The bridge is safe", [("Jane Roe", ":")]),
    ],
)
def test_whose_view_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert held(text) == expected


def test_a_participle_shares_the_subject_of_the_verb_before_it() -> None:
    assert ("The mayor", "calling") in held("The mayor opposes the road, calling it a waste of money.")


def test_what_claims_rest_on_is_left_to_them() -> None:
    assert held("The health ministry said that 12 people were killed.") == []


PIECES = st.sampled_from(
    ["The mayor", "She", "opposes", "wants", "the road", ", calling it", "a waste", "said", "that", "who", ".", ","]
)


@given(st.one_of(st.text(max_size=150), st.lists(PIECES, max_size=25).map(" ".join)))
def test_holders_and_cues_of_any_text_stand_in_it(text: str) -> None:
    words = "".join(text.split())
    for who, cue in held(text):
        assert "".join(who.split()) in words
        assert "".join(cue.split()) in words
