"""Ages: numerals that say how old somebody is and count nobody."""

from __future__ import annotations

from stemma.read.marks import Marked

OLDEST = 115
"""Years that an age may have: few people have grown older."""
AGED = frozenset({"aged", "age", "ages"})
YEARS = frozenset({"year", "years", "yr", "yrs", "month", "months", "week", "weeks"})
ROW = frozenset({",", "and", "or", "to", "of", "-", "–", "between", "about", "around", "from"})
"""What stands between the ages of one row ("ages 25, 26 and 33", "18-19")."""
LONGEST_ROW = 16
"""Tokens of a row of ages: eight people named by their ages are a long list."""
AFTER = frozenset({",", ".", "and", ";", ")", "(", "–", "—", "of", "from", "who", "was", "were"})
"""What follows an age that stands after a name and a comma."""
SUPPOSED = frozenset({"possibly", "about", "around", "approximately", "aged", "age", "estimated", "probably"})
"""What may stand before an age in brackets."""


def is_age(marked: Marked, first: int, last: int, value: int) -> bool:
    """Whether the numeral at tokens `first` to `last` is an age: "aged 6 to 11", "he was 62 when", "Omar Haddad (45)",
    "Omar Haddad, 45, was killed", "9 or 10 years old"."""
    return _in_row(marked, first) or (
        value <= OLDEST
        and (
            _after_pronoun(marked, first)
            or _in_brackets(marked, first)
            or _after_name(marked, first, last)
            or _before_years(marked, last)
        )
    )


def _in_row(marked: Marked, first: int) -> bool:
    """A word such as "aged" opens the row of numerals that this one stands in."""
    low = marked.tokens.low
    for i in range(first - 1, max(-1, first - LONGEST_ROW), -1):
        if low[i] in AGED:
            return True
        if low[i] not in ROW and not low[i].isdigit():
            return False
    return False


def _after_pronoun(marked: Marked, first: int) -> bool:
    low = marked.tokens.low
    return first >= 2 and low[first - 2] in ("he", "she") and low[first - 1] in ("was", "is")


def _in_brackets(marked: Marked, first: int) -> bool:
    """Right after a name in full, in brackets that hold nothing else before the numeral."""
    low = marked.tokens.low
    at = _range_start(marked, first) - 1
    while at > 0 and low[at] in SUPPOSED:
        at -= 1
    return at >= 2 and low[at] == "(" and _is_capital(marked, at - 1) and _is_capital(marked, at - 2)


def _after_name(marked: Marked, first: int, last: int) -> bool:
    """Set apart behind a name or a noun for one person."""
    low, text = marked.tokens.low, marked.tokens.text
    comma = _range_start(marked, first) - 1
    if comma < 1 or low[comma] != "," or not text[first].isdigit():
        return False
    after = low[last : last + 1]
    follows = not after or after[0] in AFTER or (after[0] == "-" and not _is_digit(marked, last + 1))
    ranged = after in (("-",), ("–",)) and _is_digit(marked, last + 1)
    full = _is_capital(marked, comma - 1) and comma >= 2 and _is_capital(marked, comma - 2)
    person = _is_capital(marked, comma - 1) or any(
        m.last == comma for slot in marked.by_slot if slot.startswith("people.") for m in marked.slot(slot)
    )
    return (follows or ranged) and (full or (person and not low[comma - 1].endswith("s")))


def _before_years(marked: Marked, last: int) -> bool:
    """As in "the 3 year old", and the first of two: "9 or 10 years old", "12- and 10-year-old"."""
    low = marked.tokens.low
    if low[last : last + 1] and low[last] in YEARS and low[last + 1 : last + 2] == ("old",):
        return True
    shared = low[last : last + 1] == ("-",) and low[last + 1 : last + 2] in (("and",), ("or",), ("to",))
    if shared and low[last + 3 : last + 4] == ("-",) and low[last + 4 : last + 5]:
        return low[last + 4].startswith(tuple(YEARS))
    return (
        low[last : last + 1] in (("or",), ("to",), ("-",), ("–",))
        and low[last + 2 : last + 3] in (("year",), ("years",), ("year-old",), ("years-old",))
        and not marked.at("grammar.determiner", last + 1)
    )


def _range_start(marked: Marked, first: int) -> int:
    """Where the range begins that a numeral closes ("18-19"); its own token where it closes none."""
    dashed = first >= 2 and marked.tokens.low[first - 1] in ("-", "–") and _is_digit(marked, first - 2)
    return first - 2 if dashed else first


def _is_digit(marked: Marked, token: int) -> bool:
    return token < len(marked.tokens) and marked.tokens.text[token].isdigit()


def _is_capital(marked: Marked, token: int) -> bool:
    return marked.tokens.text[token][0].isupper()
