"""With what: weapons, aircraft and methods, with their number."""

from __future__ import annotations

import re

from stemma.model.value import Means
from stemma.read.draft import Draft
from stemma.read.items import Item
from stemma.read.view import View

DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,5}-?\d{1,3}[A-Za-z]{0,2}s?")
"""F-16, Su-24, AC-130, MiG29: letters, a number, perhaps a plural."""
COUNT_REACH = 3
MOST_AIRCRAFT = 200


def means_drafts(view: View) -> list[Draft]:
    """One draft a weapon phrase or designation; the longer phrase holds the shorter, goods ("gas field") hold none."""
    tokens, marked = view.marked.tokens, view.marked
    drafts = []
    taken: set[int] = set()
    for i, word in enumerate(tokens.text):
        if not DESIGNATION.fullmatch(word) or i in taken:
            continue
        end = i + 1
        while end < len(tokens) and (hit := marked.at("means.designation_words", end)) is not None:
            end = hit.last
        drafts.append(_draft(view, i, end))
        taken |= set(range(i, end))
    taken |= {i for goods in marked.slot("means.goods") for i in range(goods.first, goods.last)}
    rest = (m for m in marked.slot("means.weapons") if not taken & set(range(m.first, m.last)))
    return [*drafts, *(_draft(view, m.first, m.last) for m in rest)]


def _draft(view: View, first: int, last: int) -> Draft:
    count, begin = _count(view, first)
    weapon = view.marked.words(first, last)
    return Draft("means", Means(weapon, count), (first, last), (begin, last), "means")


def _count(view: View, first: int) -> tuple[int | None, int]:
    """The number right before a weapon ("two F-16")."""
    for item in view.items:
        found = _number(view, item, first)
        if found is not None:
            return found, item.first
    return None, first


def _number(view: View, item: Item, first: int) -> int | None:
    if item.counted is None or not (
        item.first < first <= item.last + COUNT_REACH - 1 and item.counted.quantity.last >= first - COUNT_REACH
    ):
        return None
    quantity = item.counted.quantity
    low = quantity.count.low
    if any(view.marked.covering("grammar.preposition", i) for i in range(quantity.last, first)):
        return None
    return (
        low
        if quantity.last <= first and quantity.form == "number" and low is not None and low <= MOST_AIRCRAFT
        else None
    )
