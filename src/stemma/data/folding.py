"""One spelling for the many of a place: what is thrown away before two names are compared.

Two keys, because the looser one confuses names that only look alike. `light` drops what typists drop (case, diacritics,
spaces, punctuation). `loose` also undoes the romanisation of Arabic, where one town has a dozen spellings (Deir ez-Zor,
Dayr az Zawr, Deir Ezzour): articles, assimilated articles, doubled letters and the vowels that nobody agrees on.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose but that are typed without their mark.
UNMARKED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h", "ŧ": "t", "ـ": None}
)
# The Arabic article as newspapers write it, alone or assimilated to a sun letter; `ibn` and `bin` are no articles.
ARTICLE = re.compile(r"(?:[aeiu][lrsdztn]|[ae]sh|[ae]dh|[ae]th|[ae]ch)")
ATTACHED_ARTICLE = re.compile(r"(?:[ae]l(?=[bcdfghjkmnpqrstvwxyz][a-z]{3})|[aeiu]([rsdztn])(?=\1[a-z]{2}))")
KUNYA = re.compile(r"(?:abou|abu|albou|albu|bou)(?=[a-z]|$)")
BETWEEN_WORDS = re.compile(r"[^\w'’‘ʼʻ`´.]+|_+")
ROMANISED = (
    (re.compile(r"aw|au|ou|oo|o"), "u"),
    (re.compile(r"ei|ey|ay|ai|ee|ie|y|e"), "i"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"kh"), "k"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"ch"), "sh"),
    (re.compile(r"[qc]"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[a-z]{3}[ai])h$"), ""),
)

CACHED = 20_000
"""Loose keys held: the names of some hundred documents, at 2 MB; a document asks for each of its names many times."""


def _plain(text: str) -> str:
    """Case, compatibility forms and combining marks removed. Twice: each step can uncover work for the other."""
    if text.isascii():
        return text.lower()
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold().translate(UNMARKED)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def light(name: str) -> str:
    """Letters and digits of `name` in plain lower case: "Dayr az-Zawr" gives "dayrazzawr"."""
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    return "".join(c for c in _plain(name) if c.isalnum())


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower case; an apostrophe does not part a word, a hyphen does."""
    words = ("".join(filter(str.isalnum, word)) for word in BETWEEN_WORDS.split(_plain(name)))
    return tuple(word for word in words if word)


@lru_cache(maxsize=CACHED)
def loose(name: str) -> str:
    """The key under which romanised spellings of an Arabic name meet: "Deir ez-Zor", "Dayr Azzawr" give "dirzur"."""
    key = _loosened(name)
    while (again := _loosened(key)) != key:
        key = again
    return key


def _loosened(name: str) -> str:
    words = tokens(name)
    kept = [word for word in words if not ARTICLE.fullmatch(word)] or list(words)
    joined = "".join(ATTACHED_ARTICLE.sub("", word, count=1) if ATTACHED_ARTICLE.match(word) else word for word in kept)
    joined = KUNYA.sub("bu", joined, count=1) if KUNYA.match(joined) and len(joined) > 6 else joined
    for pattern, replacement in ROMANISED:
        joined = pattern.sub(replacement, joined)
    return joined
