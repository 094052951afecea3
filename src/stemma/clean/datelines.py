"""Datelines: where a report was written, and whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Credit, Draft
from stemma.clean.inline import sentence_spans
from stemma.clean.names import carrier_named, looks_like_outlet
from stemma.model.span import Span

REACH = 140
STANDFIRST = 4
"""Sentences, counted from the first, before which a dateline may stand."""
_DASH = r"(?:—|–|--|-(?=\s))"
_PLACE = r"[A-Z][A-Z'’.-]{2,}(?:[ /][A-Z][A-Z'’.-]+){0,3}"
_DATE = r",? ?\d{1,2} [A-Z]\w{2,8}\.?(?: \d{2,4})?|,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
_DETAIL = rf"(?:[,/] ?[^\W\d_][\w.'’ -]{{1,30}}|{_DATE}){{0,3}}"
_BRACKETED = r"\((?P<bracket>[^()\n]{2,40})\)"
FORMS = (
    re.compile(rf"{_PLACE}{_DETAIL}\s*(?:{_BRACKETED})?\s*{_DASH}\s*"),
    re.compile(rf"{_PLACE}{_DETAIL}\s*{_BRACKETED}\s+(?=[\"“‘']?[A-Z])"),
    re.compile(rf"[A-Z][\w'’ -]{{2,30}}{_DETAIL}\s*{_BRACKETED}\s*{_DASH}\s*"),
    re.compile(rf"{_BRACKETED}\s*{_DASH}?\s*(?=[\"“‘']?[A-Z])"),
    re.compile(r"(?P<outlet>[A-Z][\w.'’/ -]{1,40}?)(?:, [^:,()\n]{2,30}){0,2}(?: \([^()\n]{2,60}\))?:\s+"),
    re.compile(rf"(?P<outlet>[A-Z][\w.'’/ ]{{1,40}}?) ?{_DASH}\s*(?=[\"“‘']?[A-Z])"),
)
"""From the strictest to the loosest; in all but the first two an outlet that we know must be named."""
PLACED = 2
_TIME = re.compile(r"\d{1,2}(?:[:.]\d{2})? ?(?:[AaPp]\.?[Mm]|GMT|UTC|[A-Z]{2,4})\b")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline's stretch and the outlet that it names, if any."""

    span: Span
    outlet: str | None


def mark_datelines(draft: Draft, rules: CleanRules) -> Draft:
    """Label datelines at the head of body lines; one that names an outlet is a credit for what follows."""
    labels: list[Label] = []
    said: list[Credit] = []
    body = [label for label in draft.labels if label.kept and label.kind == "body"]
    for label in body:
        found = _dateline(draft.text, label, rules, first=label == body[0])
        if found is None:
            continue
        labels.append(Label(found.span.start, found.span.end, "dateline"))
        if found.outlet is not None:
            said.append(Credit(found.outlet, found.span, "below"))
    return replace(draft.marked(labels), credits=(*draft.credits, *said))


def _dateline(text: str, label: Label, rules: CleanRules, *, first: bool) -> Dateline | None:
    """At the head of a line; in the article's first line, whose structure may be lost, also behind its standfirst."""
    span = Span(label.start, label.end)
    found = dateline_at(text, span, rules)
    if found is not None or not first:
        return found
    for sentence in islice(sentence_spans(text, span), 1, STANDFIRST):
        if text[sentence.start] in "([":  # there a bracket credits the picture before it
            continue
        inner = dateline_at(text, Span(sentence.start, span.end), rules)
        if inner is not None and inner.outlet is not None:
            return inner
    return None


def dateline_at(text: str, span: Span, rules: CleanRules) -> Dateline | None:
    """The dateline with which a line begins."""
    line = text[span.start : min(span.end, span.start + REACH)]
    for rank, form in enumerate(FORMS):
        match = form.match(line)
        if match is None or span.start + match.end() >= span.end:
            continue
        outlet = _outlet(match, rules)
        bracket = match.groupdict().get("bracket")
        told = bracket is None or _TIME.search(bracket) is not None or looks_like_outlet(bracket, rules)
        if outlet is not None or (rank < PLACED and told):
            return Dateline(Span(span.start, span.start + match.end()), outlet)
    return None


def _outlet(match: re.Match[str], rules: CleanRules) -> str | None:
    """The first of the names in the bracket or before the colon that is a known carrier's."""
    named = match.groupdict()
    written = named.get("bracket") or named.get("outlet") or ""
    parts = (carrier_named(part, rules) for part in [written, *re.split(r"[/,&]| and ", written)])
    return next((part.name for part in parts if part is not None), None)
