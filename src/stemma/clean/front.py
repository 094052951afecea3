"""The lines between a page's headline and its article: who wrote it and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Draft
from stemma.clean.heads import AUTHOR, STAMP
from stemma.clean.lines import count_words
from stemma.clean.stamps import days_in, stamp_at

REACH = 6
"""Lines around the headline that are looked at."""
MOST_WORDS = 16


def read_front(draft: Draft, rules: CleanRules) -> Draft:
    """Label bylines and date stamps near the headline that the line model cut, and take author and date from them."""
    found = list(_found(draft, rules))
    texts = [draft.text[label.start : label.end] for label in found if label.kind == "notice"]
    day = next((d for text in texts for d in days_in(text, rules.cleaning)), None)
    names = (_author(draft.text, label, rules) for label in _near(draft))
    name = next((n for n in names if n is not None), None)
    return replace(draft.marked(found), published=draft.published or day, author=draft.author or name)


def _near(draft: Draft) -> list[Label]:
    """The cut lines just before and behind the first headline, up to the article."""
    heads = [i for i, label in enumerate(draft.labels) if label.kind == "headline"]
    if not heads:
        return []
    around = draft.labels[max(heads[0] - REACH, 0) : heads[-1] + REACH + 1]
    return [label for label in around if label.kind == "other"]


def _found(draft: Draft, rules: CleanRules) -> Iterator[Label]:
    for label in _near(draft):
        text = draft.text[label.start : label.end]
        if count_words(text) > MOST_WORDS:
            continue
        stamp = stamp_at(draft.text, label.start, rules.cleaning)
        if stamp is not None:
            yield Label(label.start, label.end, "notice", STAMP)
        elif _author(draft.text, label, rules) is not None:
            yield Label(label.start, label.end, "byline", AUTHOR)


def _author(text: str, label: Label, rules: CleanRules) -> str | None:
    match = rules.cleaning.byline.match(text, label.start, label.end)
    return match.group("name") if match is not None else None
