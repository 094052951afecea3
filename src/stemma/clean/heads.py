"""The head of a running text: date stamps, the title again, an agency's name, furniture before the first sentence.

Scraped texts begin with these in any order ("Last updated at Apr 152017 …", "<title> Reuters Wednesday 26 Oct 2016 …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Credit, Draft
from stemma.clean.names import carrier_named
from stemma.clean.stamps import days_in, stamp_at
from stemma.clean.text_layer import begins_with
from stemma.data.outlets import fold
from stemma.model.span import Span

TITLE_REACH = 260
"""Characters ahead in which the title said again is looked for."""
FURNITURE_REACH = 120
STEPS = 8
AUTHOR = "A byline: it says who wrote the report and is no part of it."
STAMP = "The page's own date stamp, not part of the report."
BETWEEN = "Page furniture before the article's first sentence."
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s+[\"“‘(\[]?[A-Z]")
_SPACE = re.compile(r"[\s.,:;|–—-]*")
_NEXT = re.compile(r"\s*[\"“‘'(\[-]*[A-Z0-9]")
_WORD = re.compile(r"[^\W_]\S*")
_STOP = re.compile(r"[\s.]*")


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the reading stands and what was found on the way."""

    at: int
    found: tuple[Label, ...] = ()
    day: str | None = None
    author: str | None = None
    credit: Credit | None = None


def read_head(draft: Draft, rules: CleanRules) -> Draft:
    """Label what stands before the first sentence of the article's first running text."""
    first = next((label for label in draft.labels if label.kept and label.kind == "body"), None)
    if first is None:
        return draft
    head = _Head(first.start)
    for _ in range(STEPS):
        step = _step(draft, head, first, rules)
        if step is None:
            break
        head = step
    read = draft.marked(head.found)
    said = () if head.credit is None else (head.credit,)
    return replace(
        read,
        published=draft.published or head.day,
        author=draft.author or head.author,
        credits=(*draft.credits, *said),
    )


def _step(draft: Draft, head: _Head, first: Label, rules: CleanRules) -> _Head | None:
    gap = _SPACE.match(draft.text, head.at, first.end)
    here = replace(head, at=gap.end() if gap is not None else head.at)
    if here.at >= first.end:
        return None
    return (
        _stamp(draft, here, first, rules)
        or _title(draft, here, first, reach=1)
        or _agency(draft, here, first, rules)
        or _title(draft, here, first, reach=TITLE_REACH)
        or _furniture(draft, here, first, rules)
        or _byline(draft, here, first, rules)
    )


def _stamp(draft: Draft, head: _Head, first: Label, rules: CleanRules) -> _Head | None:
    stamp = stamp_at(draft.text, head.at, rules.cleaning)
    if stamp is None or stamp.span.end > first.end:
        return None
    end = stamp.span.end
    if (
        end < first.end
        and _NEXT.match(draft.text, end) is None
        and rules.cleaning.byline.match(draft.text, end + 1) is None
    ):
        return None
    label = Label(head.at, end, "notice", STAMP)
    return replace(head, at=end, found=(*head.found, label), day=head.day or stamp.day)


def _title(draft: Draft, head: _Head, first: Label, *, reach: int) -> _Head | None:
    """The title, here or ahead of here with no sentence between: then what stands between is furniture."""
    if not draft.title:
        return None
    end = min(head.at + reach, first.end)
    stop = _SENTENCE_END.search(draft.text, head.at, end)
    limit = stop.start() if stop is not None else end
    for start in _words_alike(draft.text, draft.title, Span(head.at, limit)):
        again = begins_with(draft.text, draft.title, start)
        if again is not None and again.end <= first.end:
            between = (Label(head.at, again.start, "notice", BETWEEN),) if again.start > head.at else ()
            gap = _STOP.match(draft.text, again.end, first.end)
            end = gap.end() if gap is not None else again.end
            return replace(head, at=end, found=(*head.found, *between, Label(again.start, end, "headline")))
    return None


def _words_alike(text: str, title: str, within: Span) -> Iterator[int]:
    """Where the title's first word stands."""
    opening = re.search(r"\w+", title)
    if opening is not None:
        word = re.compile(rf"\b{re.escape(opening.group())}\b", re.IGNORECASE)
        ahead = text[within.start : within.end + len(opening.group())]
        yield from (within.start + m.start() for m in word.finditer(ahead) if within.start + m.start() < within.end)


def _agency(draft: Draft, head: _Head, first: Label, rules: CleanRules) -> _Head | None:
    """An agency's name alone between the title or the date and what follows: its words follow."""
    if not head.found and draft.labels[0] == first:
        return None
    name = _WORD.match(draft.text, head.at, first.end)
    agency = carrier_named(name.group(), rules) if name is not None else None
    if name is None or agency is None or agency.kind != "agency" or not _stands_alone(draft, name.end(), rules):
        return None
    credit = Credit(agency.name, Span(*name.span()), "below")
    return replace(head, at=name.end(), found=(*head.found, Label(*name.span(), "byline", AUTHOR)), credit=credit)


def _stands_alone(draft: Draft, end: int, rules: CleanRules) -> bool:
    """A date, furniture or a sentence of its own follows; not a verb, not more of a photo's credit."""
    after = _NEXT.match(draft.text, end)
    if after is None:
        return False
    start = after.end() - 1
    word = _WORD.match(draft.text, start)
    if word is not None and fold(word.group()) in rules.cleaning.picture_words:
        return False
    ahead = _furniture_ahead(draft.text, Span(start, min(start + FURNITURE_REACH, len(draft.text))), rules)
    return stamp_at(draft.text, start, rules.cleaning) is not None or ahead is None or ahead.start == start


def _furniture(draft: Draft, head: _Head, first: Label, rules: CleanRules) -> _Head | None:
    """Furniture so near ahead that no sentence stands between: all up to its end is furniture."""
    span = _furniture_ahead(draft.text, Span(head.at, min(head.at + FURNITURE_REACH, first.end)), rules)
    if span is None:
        return None
    label = Label(head.at, span.end, "notice", BETWEEN)
    day = head.day or next(days_in(draft.text[head.at : span.end], rules.cleaning), None)
    return replace(head, at=span.end, found=(*head.found, label), day=day)


def _furniture_ahead(text: str, within: Span, rules: CleanRules) -> Span | None:
    stop = _SENTENCE_END.search(text, within.start, within.end)
    stretch = text[within.start : stop.start() if stop is not None else within.end]
    found = [m.span() for rule in rules.cleaning.inline if (m := rule.regex.search(stretch))]
    if not found:
        return None
    start, end = min(found)
    return Span(within.start + start, within.start + end)


def _byline(draft: Draft, head: _Head, first: Label, rules: CleanRules) -> _Head | None:
    """Names after "by", between a date or the title and the text."""
    match = rules.cleaning.byline.match(draft.text, head.at, first.end) if head.found else None
    if match is None:
        return None
    label = Label(head.at, match.end(), "byline", AUTHOR)
    return replace(head, at=match.end(), found=(*head.found, label), author=match.group("name").strip(" ,"))
