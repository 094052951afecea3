"""The cleaning vocabulary: what is page and not article, and how one outlet credits another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

import re2

from stemma.data.files import Entry, read_yaml
from stemma.data.outlets import fold
from stemma.errors import DataError

CutKind = Literal["nav", "widget", "comment", "promo", "related", "notice", "other"]
Reach = Literal["document", "below", "paragraph", "above"]
Place = Literal["line", "bracket", "tail", "head"]

FILE = "lexicon/cleaning.yml"
FLAGS = "(?is)"


class _Pattern(Entry):
    kind: CutKind
    match: str
    reason: str | None = None


class _Credit(Entry):
    reach: Reach
    at: Place
    match: str
    unknown: bool = False


class _Promo(Entry):
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    you: tuple[str, ...]


class _Links(Entry):
    marked: str
    bare: str


class _File(Entry):
    reasons: dict[CutKind, str]
    labels: dict[CutKind, tuple[str, ...]]
    ends: tuple[_Pattern, ...]
    patterns: tuple[_Pattern, ...]
    inline: tuple[_Pattern, ...]
    links: _Links
    notes: tuple[str, ...]
    updates: tuple[str, ...]
    resumes: tuple[str, ...]
    own_voice: tuple[str, ...]
    credits: tuple[_Credit, ...]
    picture_words: tuple[str, ...]
    unnamed: tuple[str, ...]
    outlet_words: tuple[str, ...]
    own_outlet: tuple[str, ...]
    byline: tuple[str, ...]
    months: dict[str, int]
    weekdays: tuple[str, ...]
    stamp_words: tuple[str, ...]
    promo: _Promo
    functions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A pattern and what it says of the text that it matches. `regex` has `fullmatch`, `search` and `finditer`."""

    kind: CutKind
    reason: str
    regex: Any


@dataclass(frozen=True, slots=True)
class CreditRule:
    """How a credit looks, where it stands and how far it reaches; `unknown` lets in names that outlets.csv lacks."""

    reach: Reach
    at: Place
    regex: Any
    unknown: bool


@dataclass(frozen=True, slots=True)
class PromoWords:
    """Advertising speech, folded; `phrases` are those of `strong` with several words, by their first one."""

    strong: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    weak: frozenset[str]
    you: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Phrases are folded as names of outlets are (no case, accents, punctuation). `label_sizes`: words of the longest
    label by its first word. Patterns are RE2 objects; `end`, `line`, `credit_line`, `own_line`: any of theirs."""

    reasons: Mapping[CutKind, str]
    labels: Mapping[str, CutKind]
    label_sizes: Mapping[str, int]
    end: Any
    ends: tuple[Furniture, ...]
    line: Any
    patterns: tuple[Furniture, ...]
    inline: tuple[Furniture, ...]
    marked_links: Any
    bare_links: Any
    notes: frozenset[str]
    updates: Any
    resumes: tuple[str, ...]
    own_voice: tuple[str, ...]
    credits: tuple[CreditRule, ...]
    credit_line: Any
    picture_words: frozenset[str]
    unnamed: tuple[str, ...]
    outlet_words: frozenset[str]
    own_line: Any
    own_outlet: tuple[Any, ...]
    byline: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: tuple[str, ...]
    stamp_words: tuple[str, ...]
    promo: PromoWords
    functions: frozenset[str]


def _compile(pattern: str) -> Any:
    try:
        return re2.compile(FLAGS + pattern)
    except re2.error as error:
        raise DataError(f"data/{FILE}: {pattern!r}: {error}") from error


def _any_of(patterns: tuple[str, ...]) -> Any:
    return _compile("|".join(f"(?:{p})" for p in patterns))


def _furniture(patterns: tuple[_Pattern, ...], reasons: Mapping[CutKind, str]) -> tuple[Furniture, ...]:
    return tuple(Furniture(p.kind, p.reason or reasons[p.kind], _compile(p.match)) for p in patterns)


def _unnamed(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns without names for their groups, as several in one need."""
    return tuple(re.sub(r"\?P<\w+>", "?:", p) for p in patterns)


def _byline(words: tuple[str, ...]) -> re.Pattern[str]:
    """ "by" and one to eight capitalised names; the names are the group `name`."""
    name = r"[A-Z][\w.'’-]+"
    opening = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?i:{opening})[ :]+(?P<name>{name}(?:(?: and| &|,)? {name}){{0,7}})")


def _folded(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(p) for p in phrases)


def _labels(given: Mapping[CutKind, tuple[str, ...]]) -> Mapping[str, CutKind]:
    labels: dict[str, CutKind] = {}
    for kind, phrases in given.items():
        for phrase in phrases:
            labels.setdefault(fold(phrase), kind)
    labels.pop("", None)
    return MappingProxyType(labels)


def _sizes(labels: Mapping[str, CutKind]) -> Mapping[str, int]:
    """Words of the longest label that begins with a word."""
    sizes: dict[str, int] = {}
    for label in labels:
        words = label.split()
        sizes[words[0]] = max(len(words), sizes.get(words[0], 0))
    return MappingProxyType(sizes)


def _promo(raw: _Promo) -> PromoWords:
    strong = _folded(raw.strong)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(strong):
        words = tuple(phrase.split())
        if len(words) > 1:
            phrases.setdefault(words[0], []).append(words)
    by_first = MappingProxyType({first: tuple(found) for first, found in phrases.items()})
    return PromoWords(strong, by_first, _folded(raw.weak), _folded(raw.you))


@cache
def load_cleaning() -> Cleaning:
    """Read, check and compile the cleaning vocabulary."""
    raw: _File = read_yaml(FILE, _File)
    labels = _labels(raw.labels)
    return Cleaning(
        reasons=MappingProxyType(raw.reasons),
        labels=labels,
        label_sizes=_sizes(labels),
        end=_any_of(tuple(p.match for p in raw.ends)),
        ends=_furniture(raw.ends, raw.reasons),
        line=_any_of(tuple(p.match for p in raw.patterns)),
        patterns=_furniture(raw.patterns, raw.reasons),
        inline=_furniture(raw.inline, raw.reasons),
        marked_links=_compile(raw.links.marked),
        bare_links=_compile(raw.links.bare),
        notes=_folded(raw.notes),
        updates=_any_of(raw.updates),
        resumes=tuple(r.casefold() for r in (*raw.resumes, *raw.own_voice)),
        own_voice=tuple(r.casefold() for r in raw.own_voice),
        credits=tuple(CreditRule(c.reach, c.at, _compile(c.match), c.unknown) for c in raw.credits),
        credit_line=_any_of(_unnamed(tuple(c.match for c in raw.credits if c.at == "line"))),
        picture_words=_folded(raw.picture_words),
        unnamed=tuple(sorted(raw.unnamed, key=len, reverse=True)),
        outlet_words=_folded(raw.outlet_words),
        own_line=_any_of(_unnamed(raw.own_outlet)),
        own_outlet=tuple(_compile(p) for p in raw.own_outlet),
        byline=_byline(raw.byline),
        months=MappingProxyType(raw.months),
        weekdays=raw.weekdays,
        stamp_words=tuple(sorted(raw.stamp_words, key=len, reverse=True)),
        promo=_promo(raw.promo),
        functions=_folded(raw.functions),
    )
