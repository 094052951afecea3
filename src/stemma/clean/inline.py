"""Cuts inside a running line, for texts whose page structure was lost: controls, notes, links, teasers, appeals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Draft
from stemma.clean.furniture import by_pattern, tokens
from stemma.clean.lines import count_words
from stemma.clean.stamps import days_in
from stemma.clean.teasers import teasers
from stemma.data.cleaning import CutKind
from stemma.model.span import Span

LONGEST_LINKS = 800
NEAR_END = 300
LONGEST_FOOT = 3000
MOST_TAGS = 15
LINK_WORDS = 16
"""Words of the longest sentence that is cut as a link: beyond, an article's sentence may have run into it."""
LONGEST_NOTE_PHRASE = 4
BRACKET = re.compile(r"[(\[]((?:[^()\[\]\n]|[(\[][^()\[\]\n]*[)\]]){2,300})[)\]]\.?")
_BREAK = re.compile(r"(?<![.!?…])[.!?…]+[\"”’)\]]*\s+(?=[\"“‘'(\[]?[^\Wa-z_])")
_CLOSED = re.compile(r"[.!?…][\"”’)\]]*\s*$")
_OPENED = re.compile(r"[.!?…\"”’)\]\d]\s*$")
_WORD = re.compile(r"\S+")


def cut_inline(draft: Draft, rules: CleanRules) -> Draft:
    """Lay cuts over the running lines; a note that holds the page's date gives the document its date."""
    cuts: list[Label] = []
    for label in draft.labels:
        if label.kept and label.kind == "body":
            cuts.extend(_cuts(draft.text, label, rules, first=label == draft.labels[0]))
    notes = [c for c in cuts if c.kind == "notice"]
    day = next((d for c in notes for d in days_in(draft.text[c.start : c.end], rules.cleaning)), None)
    return replace(draft.marked(cuts), published=draft.published or day)


def _cuts(text: str, label: Label, rules: CleanRules, *, first: bool) -> Iterator[Label]:
    span = Span(label.start, label.end)
    yield from _sentences(text, span, rules)
    if not first or text.find("\n") < 0:
        yield from teasers(text, span, rules.cleaning)
    yield from _controls(text, span, rules)
    yield from _links(text, span, rules)
    yield from _notes(text, span, rules)


def _cut(start: int, end: int, kind: CutKind, rules: CleanRules) -> Label:
    return Label(start, end, kind, rules.cleaning.reasons[kind])


def sentence_spans(text: str, span: Span) -> Iterator[Span]:
    """Rough sentences of a stretch: good enough to judge them one by one."""
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        yield Span(start, match.end())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _sentences(text: str, span: Span, rules: CleanRules) -> Iterator[Label]:
    """Sentences that are furniture from end to end."""
    for sentence in sentence_spans(text, span):
        content = sentence.of(text).strip()
        verdict = by_pattern(content, rules.cleaning)
        if verdict is not None and (verdict.kind != "related" or count_words(content) <= LINK_WORDS):
            yield Label(sentence.start, sentence.end, verdict.kind, verdict.reason)


def _controls(text: str, span: Span, rules: CleanRules) -> Iterator[Label]:
    stretch = span.of(text)
    for rule in rules.cleaning.inline:
        for match in rule.regex.finditer(stretch):
            start, end = match.span(rule.regex.groupindex.get("cut", 0))
            yield Label(span.start + start, span.start + end, rule.kind, rule.reason)


def _links(text: str, span: Span, rules: CleanRules) -> Iterator[Label]:
    """Links to other pages, from the word that opens them."""
    stretch = span.of(text)
    marked = rules.cleaning.marked_links.search(stretch)
    if marked is not None:
        yield _cut(span.start + marked.start(), span.start + _marked_end(stretch, marked.end()), "related", rules)
    for bare in rules.cleaning.bare_links.finditer(stretch):
        before = stretch[max(bare.start() - 20, 0) : bare.start()]
        opens = not before.strip() or " " in bare.group().strip() or _OPENED.search(before) is not None
        end = _links_end(stretch, bare, rules) if opens else None
        if end is not None:
            yield _cut(span.start + bare.start(), span.start + end, "related", rules)


def _marked_end(stretch: str, start: int) -> int:
    """Where links behind a colon end: at the line's end if that is near or there is but one sentence, else with it."""
    first = _BREAK.search(stretch, start)
    if first is None or len(stretch) - start <= NEAR_END:
        return len(stretch)
    return first.end()


def _links_end(stretch: str, bare: re.Match[str], rules: CleanRules) -> int | None:
    """Where links end that no colon marks: at the line's end if only furniture follows, else before a sentence."""
    rest = stretch[bare.end() :]
    after = rest.lstrip()
    if after[:1].islower() and after.split(None, 1)[0].casefold() in rules.cleaning.functions:
        return None
    no_sentence = len(rest) <= LONGEST_LINKS and _BREAK.search(rest) is None and _CLOSED.search(rest) is None
    headed = " " in bare.group().strip() and _runs_into_controls(rest, rules)
    return len(stretch) if no_sentence or headed else _topics_end(stretch, bare.end(), rules)


def _runs_into_controls(rest: str, rules: CleanRules) -> bool:
    """Whether what is left of a line ends in the page's controls."""
    if len(rest) > LONGEST_FOOT:
        return False
    return any(m.end() == len(rest) for rule in rules.cleaning.inline for m in rule.regex.finditer(rest))


def _topics_end(stretch: str, start: int, rules: CleanRules) -> int | None:
    """Before the capitalised word with which a sentence begins: the last one before the first word of grammar."""
    sentence: int | None = None
    for count, word in enumerate(_WORD.finditer(stretch, start)):
        if count > MOST_TAGS:
            return None
        if word.group().casefold() in rules.cleaning.functions and word.group()[0].islower():
            return sentence
        if word.group()[0].isupper():
            sentence = word.start()
    return None


def _notes(text: str, span: Span, rules: CleanRules) -> Iterator[Label]:
    """Brackets that speak about the page or the text."""
    for match in BRACKET.finditer(text, span.start, span.end):
        if is_note(match.group(1), rules):
            yield Label(match.start(), match.end(), "notice", rules.cleaning.reasons["notice"])


def is_note(inner: str, rules: CleanRules) -> bool:
    """Whether a bracket opens as notes do; a single word must stand alone or before a stop."""
    words = tokens(inner)
    size = next(
        (n for n in range(min(LONGEST_NOTE_PHRASE, len(words)), 0, -1) if " ".join(words[:n]) in rules.cleaning.notes),
        0,
    )
    if size == 1 and len(words) > 1:
        opening = re.match(r"\w+\s*[:.,;]", inner)
        return opening is not None
    return size > 0
