"""The attribution benchmark and its spans on texts of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.attribution import figures, files
from bench.attribution_spans import attributions
from bench.data import NoDataError
from bench.texts import document
from stemma.data.rules import load_rules
from stemma.read.passes import views

Found = tuple[str | None, str, list[str]]


def spans(text: str) -> list[Found]:
    """(source, cue, contents) of a text, in words."""
    seen = views(document("one", text), load_rules())
    return [
        (
            None if a.source is None else text[slice(*a.source)],
            text[slice(*a.cue)],
            [text[slice(*c)] for c in a.content],
        )
        for a in attributions(text, seen)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jane Roe, a farmer from the valley, has said that the bridge is safe.",
            ("Jane Roe, a farmer from the valley,", "has said", ["that the bridge is safe"]),
        ),
        ('"The bridge is safe," the mayor said.', ("the mayor", "said", ['"The bridge is safe,"'])),
        (
            "''The bridge is safe,'' the mayor said. ''It was mended in May.''",
            ("the mayor", "said", ["''The bridge is safe,''", "''It was mended in May.''"]),
        ),
        (
            "“The bridge is safe. It was mended in May,” said Jane Roe, a farmer from the valley.",
            (
                "Jane Roe, a farmer from the valley",
                "said",
                ["“The bridge is safe. It was mended in May,”"],
            ),
        ),
        (
            "The bridge is safe, according to the mayor.",
            ("the mayor", "according to", ["The bridge is safe"]),
        ),
        ("The bridge seems to be safe.", (None, "seems", ["to be safe"])),
    ],
)
def test_spans_follow_the_data(text: str, expected: Found) -> None:
    assert spans(text) == [expected]


def test_what_is_said_inside_a_content_is_left_to_it() -> None:
    assert [cue for _, cue, _ in spans("The mayor said that the council opposes the road.")] == ["said"]


@given(st.text(max_size=150))
def test_spans_of_any_text_lie_in_it(text: str) -> None:
    for attribution in attributions(text, views(document("one", text), load_rules())):
        for start, end in (attribution.cue, *attribution.content, *filter(None, [attribution.source])):
            assert 0 <= start < end <= len(text)


def test_a_right_reading_scores_full_marks(tmp_path: Path, shared: Path) -> None:
    text = "The mayor said that the bridge is safe.\n\nIt rained."
    gold = {"docid": "one", "text": text, "attributions": [{"source": [0, 9], "cue": [10, 14], "content": [[15, 38]]}]}
    (tmp_path / "polnear.dev.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    found = figures(tmp_path, tmp_path / "out" / "predictions.jsonl")
    assert set(found.values()) == {100.0}
    written = json.loads((tmp_path / "out" / "predictions.jsonl").read_text(encoding="utf-8"))
    assert written == {"docid": "one", "attributions": gold["attributions"]}


def test_without_data_it_says_so(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError):
        figures(tmp_path)
