"""Update marks: what stands behind one is newer than the rest of the page."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Draft
from stemma.clean.inline import sentence_spans
from stemma.model.span import Span

MARK = 60
"""Characters at the head of a sentence in which the mark must stand whole."""


def mark_updates(draft: Draft, rules: CleanRules) -> Draft:
    """Label as `update` each stretch from its mark to the end of its line or to where the text goes back."""
    found = [
        u for label in draft.labels if label.kept and label.kind == "body" for u in _updates(draft.text, label, rules)
    ]
    return draft.marked(found)


def _updates(text: str, label: Label, rules: CleanRules) -> Iterator[Label]:
    start: int | None = None
    for sentence in sentence_spans(text, Span(label.start, label.end)):
        begins = rules.cleaning.updates.match(sentence.of(text)[:MARK].lstrip()) is not None
        resumes = sentence.of(text).lstrip().casefold().startswith(rules.cleaning.resumes)
        if start is not None and (begins or resumes):
            yield Label(start, sentence.start, "update")
            start = None
        if begins:
            start = sentence.start
    if start is not None:
        yield Label(start, label.end, "update")
