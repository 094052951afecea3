"""Subjects: whole noun phrases before and after a verb of saying, whatever their noun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.read.frames import Scene
from stemma.read.passes import views
from stemma.read.subjects import begins_clause, is_event, phrase_after, subject_before, verb_group
from tests.read.reading import page


def scene(text: str) -> Scene:
    (view, *_) = views(page(text), load_rules())
    return Scene(view.marked, view.entities, view.phrases)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The airline said so.", "said", "The airline"),
        ("Several close friends later said so.", "said", "Several close friends"),
        ("The mayor, who was ill, said so.", "said", "The mayor, who was ill,"),
        ("Jane Roe (Ind.) said so.", "said", "Jane Roe (Ind.)"),
        ("In the valley the new council said so.", "said", "the new council"),
        ("They want to say so.", "say", None),
    ],
)
def test_what_stands_before_the_verb(text: str, verb: str, subject: str | None) -> None:
    made = scene(text)
    found = subject_before(made, verb_group(made, made.marked.tokens.low.index(verb)))
    assert (None if found is None else made.marked.words(found.begin, found.end)) == subject


@pytest.mark.parametrize(
    ("text", "after", "named"),
    [
        ("So it is, according to hospital records from May.", "to", (None, "hospital records", None)),
        ("So it is, according to the state's business records.", "to", (None, None, "state's business records")),
        ("So it is, according to it.", "to", None),
        ("So it is, according to the toll.", "to", None),
    ],
)
def test_what_stands_behind_it(text: str, after: str, named: tuple[str | None, str | None, str | None] | None) -> None:
    made = scene(text)
    found = phrase_after(made, made.marked.tokens.low.index(after) + 1)
    assert (None if found is None else (found.voice.name, found.voice.role, found.voice.party)) == named


def test_what_happened_does_not_speak() -> None:
    made = scene("The strike killed two.")
    found = subject_before(made, 2)
    assert found is not None
    assert is_event(made, found)


def test_a_clause_begins_behind_a_mark_and_not_behind_a_comparison() -> None:
    made = scene("It hurt more than sixty, the doctor said.")
    low = made.marked.tokens.low
    assert begins_clause(made, low.index("the"))
    assert not begins_clause(made, low.index("sixty"))


@given(st.text(max_size=80))
def test_any_text_has_its_subjects_inside(text: str) -> None:
    for view in views(page(text), load_rules()):
        made = Scene(view.marked, view.entities, view.phrases)
        for token in range(made.size):
            for found in (subject_before(made, token), phrase_after(made, token)):
                assert found is None or 0 <= found.begin < found.end <= made.size
