"""Last looks at what the other passes left: scraps beside cuts, and the sentences that tell of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Draft
from stemma.clean.furniture import judge
from stemma.clean.inline import sentence_spans
from stemma.clean.lines import count_words
from stemma.model.span import Span

SCRAP_WORDS = 6


def cut_scraps(draft: Draft, rules: CleanRules) -> Draft:
    """Cut what little text is left between cuts where it is furniture too, or no text at all."""
    return draft.marked([s for label in draft.labels if (s := _scrap(draft.text, label, rules)) is not None])


def _scrap(text: str, label: Label, rules: CleanRules) -> Label | None:
    content = text[label.start : label.end].strip()
    if not label.kept or label.kind != "body" or count_words(content) > SCRAP_WORDS:
        return None
    verdict = judge(content, rules.cleaning)
    return replace(label, kind=verdict.kind, reason=verdict.reason) if verdict is not None else None


def mark_captions(draft: Draft, _: CleanRules) -> Draft:
    """Label the sentence before a picture's credit as its caption. It stays: captions tell of the event."""
    return draft.marked(_captions(draft))


def _captions(draft: Draft) -> Iterator[Label]:
    ending = {label.end: label for label in draft.labels if label.kept and label.kind == "body"}
    for credit in draft.credits:
        before = ending.get(credit.span.start) if credit.reach == "paragraph" else None
        if before is not None:
            *_, last = sentence_spans(draft.text, Span(before.start, before.end))
            yield Label(last.start, last.end, "caption")
