"""Texts in capitals throughout, as agencies sent them: there a capital tells nothing, so it is taken and given back.

Everything is lowered but what is known for a name: places, parties, countries' adjectives, names behind a title, short
forms in brackets, and whatever stands first in a sentence. The result is as long as the text, so every offset holds.
Lines wrapped at a fixed width are joined, since a line's end is no sentence's there.
"""

from __future__ import annotations

import re
from itertools import pairwise

from stemma.data.gazetteer import Gazetteer
from stemma.data.place_index import ALTERNATE
from stemma.data.rules import Rules

MOST_LOWER = 0.1
"""Share of lower-case letters below which a text is in capitals throughout; in mixed case some 95 % are lower."""
FEWEST = 60
"""Capitals from which that can be told: a headline alone may be in capitals anywhere."""
SAMPLE = 4000
TOWN = 2000
"""People from whom a place's name outweighs the common word or the surname that it may be."""
LONGEST = 4
FEWEST_LETTERS = 3
"""A name of a place has a word longer than this; shorter ones are mostly function words in capitals."""
BESIDE = 12
"""Characters in which the word before a month is looked for."""
WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.\-][^\W_]+)*")
SHORT_FORM = re.compile(r"(?<=[\[(])[^\W\d_]{2,8}(?=[\])])")
SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n\s*\n\s*)[\"“(\[]*([^\W\d_])")
WRAPPED = re.compile(r"(?<=[^\n])\n(?=[^\n\s])")
SPACES = re.compile(r"\s+")


def in_capitals(text: str) -> bool:
    """Whether nearly all of a text's letters are capitals."""
    sample = text[:SAMPLE]
    upper = sum(map(str.isupper, sample))
    return upper >= FEWEST and sum(map(str.islower, sample)) < MOST_LOWER * upper


def in_mixed_case(text: str, rules: Rules) -> str:
    """A text in capitals as it would be written in lower case with names capitalised; any other as it is."""
    if not in_capitals(text):
        return text
    whole = WRAPPED.sub(" ", text)
    lowered = "".join(low if len(low := c.lower()) == 1 else c for c in whole)
    letters = list(lowered)
    names = _names(whole, rules)
    for start, end in _spans(whole, names, rules):
        letters[start:end] = _capital(whole[start:end])
    for match in SHORT_FORM.finditer(whole):
        letters[match.start() : match.end()] = whole[match.start() : match.end()]
    for match in SENTENCE.finditer(whole):
        letters[match.start(1)] = whole[match.start(1)]
    return "".join(letters)


def _capital(words: str) -> str:
    """Each word with its first letter as it is, the rest lowered where that keeps its length."""
    return WORD.sub(lambda m: m.group()[0] + "".join(_low(c) for c in m.group()[1:]), words)


def _low(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def _names(text: str, rules: Rules) -> frozenset[str]:
    """Words that stand behind a title somewhere in the text: people's names, one after the other."""
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    found: set[str] = set()
    named = False
    for (before, _, end), (word, start, _) in pairwise(words):
        beside = text[end:start] in (" ", ". ", "\n")
        named = beside and (named or rules.lexicon.has(before.lower(), "speakers.titles"))
        named = named and not _common(word, rules)
        if named:
            found.add(word)
    return frozenset(found)


def _common(word: str, rules: Rules) -> bool:
    low = word.lower()
    return low in rules.lexicon.words or low in rules.gazetteer.stop_words


def _spans(text: str, names: frozenset[str], rules: Rules) -> list[tuple[int, int]]:
    """Where names stand: parties, places and adjectives by the data files, people by the text itself."""
    found = [(start, end) for start, end, _ in rules.parties.scan(text)]
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    i = 0
    while i < len(words):
        size = _place(text, words[i : i + LONGEST], rules)
        if size:
            found.append((words[i][0], words[i + size - 1][1]))
        elif text[words[i][0] : words[i][1]] in names or _dates(text, words[i], rules):
            found.append(words[i])
        i += max(size, 1)
    return found


def _dates(text: str, word: tuple[int, int], rules: Rules) -> bool:
    """A weekday, or a month beside a number or behind a preposition (else "may" and "march" are verbs)."""
    low = text[word[0] : word[1]].lower()
    if rules.lexicon.has(low, "time.weekdays"):
        return True
    if not rules.lexicon.has(low, "time.months"):
        return False
    before = text[max(0, word[0] - BESIDE) : word[0]].split()
    beside = (before[-1:] or [""])[0].lower()
    after = text[word[1] : word[1] + 2].strip()
    return beside[-1:].isdigit() or after[:1].isdigit() or rules.lexicon.has(beside, "grammar.preposition")


def _place(text: str, words: list[tuple[int, int]], rules: Rules) -> int:
    """How many of these words are the name of a place that counts, the longest run first."""
    for size in range(len(words), 0, -1):
        run = text[words[0][0] : words[size - 1][1]]
        name = SPACES.sub(" ", run)
        telling = any(len(word) > FEWEST_LETTERS and not _common(word, rules) for word in name.split(" "))
        if telling and _is_place(_capital(name), rules.gazetteer):
            return size
    return 0


def _is_place(name: str, gazetteer: Gazetteer) -> bool:
    if name.lower() in gazetteer.adjectives:
        return True
    if not gazetteer.is_known(name):
        return False
    best = gazetteer.senses(name)[:1]
    return any(h.fit >= ALTERNATE and (h.site.population >= TOWN or h.site.kind != "city") for h in best)
