"""Single persons as counts of one: "a woman", "her brother", "the driver", and in headlines without any article."""

from __future__ import annotations

from stemma.model.count import Count
from stemma.read.marks import Mark, Marked
from stemma.read.nouns import in_age, noun_ends, plain
from stemma.read.quantities import Form, Quantity

SINGLE_REACH = 7
"""Words between an article and its noun ("a 17-year-old Palestinian boy" has five)."""
HEADLINES = 3
"""Sentences at the head of a page that may be its headline and what stands over or under it; further down, such words
point to other pages."""
HEADLINE_REACH = 5
"""Words before a noun without an article: a place and an age ("Oak Hill 12-year-old boy")."""
ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "my", "our", "one's"})
PLURALS = frozenset(
    {
        "people",
        "children",
        "men",
        "women",
        "police",
        "staff",
        "troops",
        "personnel",
        "militiamen",
        "policemen",
        "servicemen",
    }
)


def singles(marked: Marked, taken: set[int]) -> tuple[Quantity, ...]:
    """One for each singular noun for a person that stands alone; `taken` are the tokens of numbers."""
    nouns = [m for slot in marked.by_slot if slot.startswith("people.") for m in marked.slot(slot)]
    led = {m.last for m in marked.slot("grammar.including")}
    found = {one for noun in nouns if (one := _single(marked, noun, taken)) is not None}
    roles = (_single(marked, role, taken) for role in marked.slot("speakers.roles"))
    found |= {role for role in roles if role is not None and role.first in led}
    return tuple(sorted(found, key=lambda q: q.first))


def _single(marked: Marked, noun: Mark, taken: set[int]) -> Quantity | None:
    """The noun with what leads it; none where it is a plural or stands before another noun."""
    last = marked.tokens.low[noun.last - 1]
    if last.endswith("s") or last in PLURALS or not noun_ends(marked, noun.last):
        return None
    article = _article(marked, noun)
    if article is None:
        begin = _bare(marked, noun)
        return None if begin is None or begin in taken else _one(begin, begin, (noun.first, noun.last), "article")
    member = article > 1 and marked.tokens.low[article - 1] == "of" and _ends_people(marked, article - 1)
    if article in taken or member or not _reaches(marked, article + 1, noun.first):
        return None
    form: Form = "definite" if marked.tokens.low[article] == "the" else "article"
    return _one(article, article + 1, (article, article + 1), form)


def _one(first: int, last: int, core: tuple[int, int], form: Form) -> Quantity:
    return Quantity(first, last, core, Count(1, 1, "exact"), form)


def _article(marked: Marked, noun: Mark) -> int | None:
    low = marked.tokens.low
    before = range(noun.first - 1, max(-1, noun.first - SINGLE_REACH), -1)
    return next((i for i in before if low[i] in ARTICLES or _owned(marked, i, noun.first)), None)


def _bare(marked: Marked, noun: Mark) -> int | None:
    """Where a noun phrase begins that a headline leaves without an article: with its clause ("Town teen killed in …"),
    or right behind the verb ("… kills husband")."""
    if marked.sentence.index >= HEADLINES:
        return None
    for first in range(noun.first, max(-1, noun.first - HEADLINE_REACH), -1):
        if first == 0 or marked.tokens.text[first - 1] == ":":
            return first
        if marked.covering("casualties.transitive", first - 1) is not None:
            return first
        if not (plain(marked, first - 1) or in_age(marked, first - 1)):
            return None
    return None


def _reaches(marked: Marked, first: int, last: int) -> bool:
    return all(plain(marked, i) or in_age(marked, i) for i in range(first, last))


def _ends_people(marked: Marked, token: int) -> bool:
    """Whether a noun for people ends before a token ("members of a family" counts members)."""
    nouns = (m for slot in marked.by_slot if slot.startswith("people.") for m in marked.slot(slot))
    return any(m.last == token for m in nouns)


def _owned(marked: Marked, token: int, noun: int) -> bool:
    """As in "Noha's husband", also where the apostrophe was lost."""
    text = marked.tokens.text
    return token == noun - 1 and (
        marked.tokens.low[token] == "'s"
        or (text[token][0].isupper() and text[token].endswith("s") and token > 0 and text[token - 1] in ".,;")
    )
