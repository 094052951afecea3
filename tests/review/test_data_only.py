"""What a data-only reader sees: nobody's name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.review.data_only import SOMEBODY, without_names


def test_names_go_as_whole_words_in_any_case() -> None:
    text = "Ada B. ruled 13; ADA  B. and Ada agree, adamant, on Adana."
    assert without_names(text, ["Ada", "Ada B."]) == (
        f"{SOMEBODY} ruled 13; {SOMEBODY} and {SOMEBODY} agree, adamant, on Adana."
    )


def test_nobody_named_changes_nothing() -> None:
    assert without_names("as it was", []) == without_names("as it was", [" "]) == "as it was"


@given(name=st.from_regex(r"[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?", fullmatch=True), text=st.text(max_size=40))
def test_a_name_alone_in_a_text_is_never_left(name: str, text: str) -> None:
    assert name not in without_names(f"{text} {name}: {text}", [name]).replace(SOMEBODY, "") or name in text
