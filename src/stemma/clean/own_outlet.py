"""Which outlet a page is of, from its own furniture, where the capture does not say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from stemma.clean.credits import headline_tails
from stemma.clean.draft import CleanRules, Draft
from stemma.clean.lines import split_lines
from stemma.clean.names import outlet_named

PATTERN = 3
MENTION = 1
ENOUGH = 3
"""Points: one line that speaks as the site does, or three bare mentions in its furniture."""
LONGEST = 300
UNTOLD = frozenset({"promo", "comment", "related"})
"""Furniture that names other sites as readily as its own, so that a bare mention in it tells nothing."""


def name_outlet(draft: Draft, rules: CleanRules) -> Draft:
    """Give the draft its outlet: the one that its furniture names most, else the tail of its first headline."""
    if draft.outlet is not None:
        return draft
    votes: Counter[str] = Counter()
    for label in draft.labels:
        if label.kept:
            continue
        for line in split_lines(draft.text[label.start : label.end]):
            votes.update(_votes(line.text, rules, mentions=label.kind not in UNTOLD))
    best = min(votes, key=lambda name: (-votes[name], name), default=None)
    if best is not None and votes[best] >= ENOUGH:
        return replace(draft, outlet=best)
    first = next((label for label in draft.labels if label.kept), None)
    tails = [c.outlet for c in headline_tails(draft, rules) if first and c.span.end <= first.end]
    return replace(draft, outlet=tails[0]) if tails else draft


def _votes(line: str, rules: CleanRules, *, mentions: bool) -> Counter[str]:
    votes: Counter[str] = Counter()
    if len(line) > LONGEST:
        return votes
    telling = rules.cleaning.own_line.search(line) is not None
    for pattern in rules.cleaning.own_outlet if telling else ():
        match = pattern.search(line)
        name = _name(match.group("outlet"), rules) if match else None
        if name is not None:
            votes[name] += PATTERN
    if mentions:
        votes.update({m.outlet.name: MENTION for m in rules.outlets.mentions(line)})
    return votes


def _name(written: str, rules: CleanRules) -> str | None:
    """A known outlet named in the words, else the words if they look like an outlet's name."""
    known = next(rules.outlets.mentions(written), None)
    return known.outlet.name if known is not None else outlet_named(written, rules, unknown=True)
