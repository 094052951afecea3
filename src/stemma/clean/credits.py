"""Credits: lines, brackets and closing words that say whose report a page carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Credit, Draft
from stemma.clean.furniture import judge
from stemma.clean.inline import BRACKET
from stemma.clean.names import carrier_named, outlet_named, outlet_of_url
from stemma.data.cleaning import CreditRule, Place
from stemma.model.span import Span

LONGEST = 200
NEAR = 20
EDGE = 120
"""Characters at the head or the tail of an article in which an unmarked credit may stand."""
REASON = "A credit: it says whose words the page carries and is no part of the report."
NOT_SEARCHED = frozenset({"promo", "comment", "nav", "related"})
_TAIL = re.compile(r"\s(?P<bar>\||[–—-]) ?(?P<name>[^|–—\n]{2,40})$")
_ENDED = re.compile(r"[.!?…\"”’)\]]\s*$")
_OPENS = re.compile(r"\s*(?:[\"“‘'(\[]?[A-Z0-9]|$)")


def find_credits(draft: Draft, rules: CleanRules) -> Draft:
    """Find the credits that stand apart from the report's sentences, and label those that are no headline's tail."""
    apart = [*_lines(draft, rules), *_brackets(draft, rules), *_edges(draft, rules)]
    labels = [Label(c.span.start, c.span.end, "credit", REASON) for c in apart]
    return replace(draft.marked(labels), credits=(*draft.credits, *headline_tails(draft, rules), *apart))


def headline_tails(draft: Draft, rules: CleanRules) -> Iterator[Credit]:
    """ "… | Zero Hedge": whose headline it was. The first mostly names its own site: there only known ones."""
    headlines = [label for label in draft.labels if label.kind == "headline"]
    for i, label in enumerate(headlines):
        match = _TAIL.search(draft.text[label.start : label.end])
        if match is None:
            continue
        name = outlet_named(match.group("name"), rules, unknown=match.group("bar") == "|" and i > 0)
        if name is not None:
            start = label.start + match.start("bar")
            yield Credit(name, Span(start, label.start + match.end()), "below")


def _rules(rules: CleanRules, place: Place) -> Iterator[CreditRule]:
    return (rule for rule in rules.cleaning.credits if rule.at == place)


def _lines(draft: Draft, rules: CleanRules) -> Iterator[Credit]:
    """Lines that are a credit and nothing else, wherever they stand: also those that the line model cut."""
    for label in draft.labels:
        text = draft.text[label.start : label.end].strip()
        if label.kind in NOT_SEARCHED or label.kind == "headline" or len(text) > LONGEST:
            continue
        if rules.cleaning.credit_line.fullmatch(text) is None:
            continue
        for rule in _rules(rules, "line"):
            match = rule.regex.fullmatch(text)
            credit = _credit(match.groupdict(), Span(label.start, label.end), rule, rules) if match else None
            if credit is not None:
                yield credit
                break


def _credit(groups: dict[str, str | None], span: Span, rule: CreditRule, rules: CleanRules) -> Credit | None:
    url = groups.get("url")
    if url:
        outlet = outlet_of_url(url.rstrip(".,)"), rules)
    else:
        outlet = outlet_named(groups.get("outlet") or "", rules, unknown=rule.unknown)
    return Credit(outlet, span, rule.reach, url) if outlet else None


def _brackets(draft: Draft, rules: CleanRules) -> Iterator[Credit]:
    """Brackets that stand as sentences of their own. Inside an article they credit a picture, so they reach nothing."""
    end = draft.article.end
    for label in draft.labels:
        if not label.kept or label.kind not in {"body", "update"}:
            continue
        for match in BRACKET.finditer(draft.text, label.start, label.end):
            if not _stands_apart(draft.text, Span(*match.span()), label):
                continue
            credit = _bracket(match, rules)
            if credit is None:
                continue
            closes = _is_over(draft.text, match.end(), end, rules)
            yield credit if credit.reach == "document" or closes else replace(credit, reach="paragraph")


def _is_over(text: str, start: int, end: int, rules: CleanRules) -> bool:
    """Whether nothing of the article follows, or only a scrap of furniture."""
    if end - start > EDGE:
        return False
    rest = text[start:end].strip()
    return not rest or judge(rest, rules.cleaning) is not None


def _stands_apart(text: str, span: Span, label: Label) -> bool:
    before = text[max(label.start, span.start - NEAR) : span.start]
    after = text[span.end : min(label.end, span.end + NEAR)]
    return (not before.strip() or _ENDED.search(before) is not None) and _OPENS.match(after) is not None


def _bracket(match: re.Match[str], rules: CleanRules) -> Credit | None:
    inner = match.group(1).strip().rstrip(".")
    for rule in _rules(rules, "bracket"):
        found = rule.regex.fullmatch(inner)
        name = found.groupdict().get("outlet") if found else None
        if not name:
            continue
        outlet = outlet_named(name, rules, unknown=True) if rule.unknown else _carrier(name, rules)
        if outlet is not None:
            return Credit(outlet, Span(*match.span()), rule.reach)
    return None


def _carrier(name: str, rules: CleanRules) -> str | None:
    known = carrier_named(name, rules)
    return known.name if known else None


def _edges(draft: Draft, rules: CleanRules) -> Iterator[Credit]:
    """Credits without brackets at the head of the article's first line and at the tail of its last."""
    body = [label for label in draft.labels if label.kept and label.kind in {"body", "update"}]
    if not body:
        return
    places: tuple[tuple[Place, int, int], ...] = (
        ("head", body[0].start, min(body[0].end, body[0].start + EDGE)),
        ("tail", max(body[-1].start, body[-1].end - EDGE), body[-1].end),
    )
    for place, start, end in places:
        stretch = draft.text[start:end].rstrip()
        for rule in _rules(rules, place):
            match = rule.regex.match(stretch) if place == "head" else rule.regex.search(stretch)
            outlet = _carrier(match.group("outlet"), rules) if match else None
            if match is not None and outlet is not None:
                yield Credit(outlet, Span(start + match.start(), start + match.end()), rule.reach)
                break
