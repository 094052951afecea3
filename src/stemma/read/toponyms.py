"""Toponyms: every name of a place in a document's running text, whatever stands before it.

The places of claims (`places`) want a preposition; this wants recall, since the names that a page mentions decide
together which of their namesakes are meant (`senses`). What keeps people and firms out is what stands beside a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from stemma.data.folding import light
from stemma.data.gazetteer import Gazetteer
from stemma.data.place_rows import Abbreviation
from stemma.read.marks import Marked

LONGEST = 5
SHORT = 3
"""Letters of an abbreviated country ("US", "UAE"), whose namesakes are nobody's."""
PARTICLES = frozenset(
    {"al", "el", "ez", "az", "de", "du", "des", "la", "le", "of", "the", "upon", "on", "under", "and"}
)
LOCATIVE = frozenset({"in", "near", "at", "outside", "around", "from", "to", "into", "throughout", "across", "between"})
CACHED = 20_000


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name at tokens `first` to `last` of the sentence with that index. `key` is what to look up; `within` the
    country and division that the text itself puts it in ("Paris, Texas"); `sure` where the wording leaves no doubt
    that it is a place."""

    sentence: int
    first: int
    last: int
    key: str
    within: tuple[str, str | None] | None = None
    sure: bool = False


def toponyms(marked: Sequence[Marked], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """All toponyms of a document, in order. A bare name that the document uses for a person is none."""
    found: list[Toponym] = []
    people: set[str] = set()
    for index, sentence in enumerate(marked):
        found += _contained(sentence, list(_spotted(_Scan(index, sentence, gazetteer, people))), gazetteer)
    surer = {t.key for t in found if t.sure}
    return tuple(t for t in found if t.sure or t.key in surer or light(t.key) not in people)


@dataclass(frozen=True, slots=True)
class _Scan:
    """One sentence under way; `people` gathers the names that turn out to be persons'."""

    index: int
    marked: Marked
    gazetteer: Gazetteer
    people: set[str]

    def beside(self, role: str, token: int) -> bool:
        """Whether a capitalised token is a neighbour of that role."""
        text = self.marked.tokens.text
        return 0 <= token < len(text) and text[token].lower().rstrip(".") in self.gazetteer.neighbours[role]

    def capital(self, token: int) -> bool:
        text = self.marked.tokens.text
        return 0 <= token < len(text) and text[token][0].isupper()


def _spotted(scan: _Scan) -> Iterator[Toponym]:
    text, i, behind = scan.marked.tokens.text, 0, -1
    while i < len(text):
        found = None
        if text[i][0].isupper() and ("time.months", i) not in scan.marked.starts:
            found = _abbreviated(scan, i, behind) or _adjective(scan, i) or _named(scan, i, behind)
        if found is not None:
            yield found
            behind = i = found.last
        else:
            i += 1


def _abbreviated(scan: _Scan, i: int, behind: int) -> Toponym | None:
    """A state's short form, where it stands for itself or behind a town and a comma."""
    tokens = scan.marked.tokens
    rows = scan.gazetteer.abbreviations.get(tokens.text[i][0], ())
    if not rows:
        return None
    rest = "".join(
        text + (" " if i + k + 1 < len(tokens) and tokens.start[i + k + 1] > tokens.end[i + k] else "")
        for k, text in enumerate(tokens.text[i : i + 4])
    )
    after_comma = behind == i - 1 and tokens.text[i - 1 : i] == (",",)
    for row in rows:
        if rest.startswith(row.form) and (row.after is None or after_comma):
            last = _last_token(tokens.text, i, row)
            if last is not None:
                return Toponym(scan.index, i, last, row.name, (row.country, row.adm1), sure=True)
    return None


def _last_token(text: tuple[str, ...], i: int, row: Abbreviation) -> int | None:
    """The token behind the form; null where the form ends inside a token."""
    wanted, have, last = row.form.replace(" ", ""), "", i
    while len(have) < len(wanted):
        have += text[last]
        last += 1
    return last if have == wanted else None


def _adjective(scan: _Scan, i: int) -> Toponym | None:
    """An adjective of a country, of one word or two ("Sri Lankan")."""
    text = scan.marked.tokens.text
    for size in (2, 1):
        run = text[i : i + size]
        if len(run) == size and all(word[0].isupper() and word.isalpha() for word in run):
            country = scan.gazetteer.adjectives.get(light("".join(run)))
            code = scan.gazetteer.country(country) if country else None
            if country and code:
                return Toponym(scan.index, i, i + size, country, (code, None), sure=True)
    return None


def _named(scan: _Scan, i: int, behind: int) -> Toponym | None:
    """The longest known run of words from here, unless what stands beside it makes it a person's name."""
    size = _longest(scan, i)
    if not size:
        return None
    words = scan.marked.words(i, i + size)
    wide = _wide(scan.gazetteer, words)
    if wide is not None and wide[1] is None and words.isupper() and len(light(words)) <= SHORT:
        return Toponym(scan.index, i, i + size, words, wide, sure=True)
    led = i > 0 and scan.marked.tokens.low[i - 1] in LOCATIVE
    known = _known(scan.gazetteer, words)
    state = _is_state(scan, i + size)
    if not known and not (state or led or _counties(scan, i + size)):
        return None
    if not state and wide is None and size == 1 and _is_person(scan, i, i + size, behind):
        scan.people.add(light(words))
        return None
    key = f"{words} County" if size == 1 and _counties(scan, i + size) else words
    return Toponym(scan.index, i, i + size, key, sure=state or led or key != words or size > 1)


def _longest(scan: _Scan, i: int) -> int:
    text, top = scan.marked.tokens.text, 1
    while (
        top < LONGEST
        and i + top < len(text)
        and (text[i + top][0].isupper() or text[i + top].lower() in PARTICLES or text[i + top] == ".")
    ):
        top += 1
    for size in range(top, 0, -1):
        end = i + size - 1
        if text[end][0].isupper() and (_known(scan.gazetteer, (run := scan.marked.words(i, end + 1))) or size == 1):
            return size if size > 1 or _borne(scan.gazetteer, run) else 0
    return 0


@lru_cache(maxsize=CACHED)
def _known(gazetteer: Gazetteer, words: str) -> bool:
    return gazetteer.is_known(words)


@lru_cache(maxsize=CACHED)
def _wide(gazetteer: Gazetteer, words: str) -> tuple[str, str | None] | None:
    """Country and division of a name that is above all a country's or a state's; such a name is hardly a person's."""
    top = gazetteer.senses(words)[:1]
    site = top[0].site if top else None
    return (site.country, site.adm1) if site and site.country and site.kind in ("country", "state") else None


@lru_cache(maxsize=CACHED)
def _borne(gazetteer: Gazetteer, words: str) -> bool:
    """Whether any place bears the name, be it a person's name too."""
    return bool(gazetteer.senses(words)) and light(words) not in gazetteer.stop_words


def _is_state(scan: _Scan, i: int) -> bool:
    """Whether a comma and a state or country follow."""
    text = scan.marked.tokens.text
    return text[i : i + 1] == (",",) and scan.capital(i + 1) and _container(scan, i + 1) is not None


def _container(scan: _Scan, i: int) -> Toponym | None:
    short = _abbreviated(scan, i, i - 1)
    if short is not None:
        return short
    size = _longest(scan, i)
    senses = scan.gazetteer.senses(scan.marked.words(i, i + size)) if size else ()
    wide = next((h for h in senses if h.site.kind in ("state", "country")), None)
    return Toponym(scan.index, i, i + size, wide.site.name) if wide else None


def _counties(scan: _Scan, i: int) -> bool:
    """Whether the names up to here are counties': "Clay and Platte counties"."""
    text = scan.marked.tokens.text
    for j in range(i, min(i + 8, len(text))):
        if text[j].lower() in scan.gazetteer.neighbours["several"]:
            return True
        if not (text[j][0].isupper() or text[j] in (",", "and")):
            return False
    return False


def _is_person(scan: _Scan, first: int, last: int, behind: int) -> bool:
    """Whether a forename or title stands before a name or a surname behind it."""
    tokens = scan.marked.tokens
    before = first - 1
    if before >= 1 and tokens.text[before] == ".":
        before -= 1
        if len(tokens.text[before]) == 1 or scan.beside("person", before):
            return True
    elif (scan.beside("person", before) and scan.capital(before)) or (
        scan.capital(before) and before != behind - 1 and not _is_common(scan, before)
    ):
        return True
    if not scan.capital(last) or _is_common(scan, last) or scan.beside("after", last):
        return False
    return _wide(scan.gazetteer, tokens.text[last]) is None


def _is_common(scan: _Scan, token: int) -> bool:
    """A capitalised token that is no forename: a sentence's first common word, a direction, an institution."""
    low = scan.marked.tokens.low[token]
    if scan.beside("before", token) or scan.beside("after", token) or low in scan.gazetteer.stop_words:
        return True
    return token in scan.marked.beginning


def _contained(marked: Marked, found: list[Toponym], gazetteer: Gazetteer) -> list[Toponym]:
    """What a state or country follows behind a comma lies in it: "Paris, Texas", "Newark, Licking County, Ohio"."""
    text, result = marked.tokens.text, list(found)
    for k in range(len(result) - 2, -1, -1):
        here, there = result[k], result[k + 1]
        if there.first == here.last + 1 and text[here.last] == "," and here.within is None:
            area = there.within or _area(gazetteer, there.key)
            holds = area is not None and any(
                _lies_in(h.site.country, h.site.adm1, area) for h in gazetteer.senses(here.key)
            )
            if holds:
                result[k] = replace(here, within=area, sure=True)
    return result


def _area(gazetteer: Gazetteer, key: str) -> tuple[str, str | None] | None:
    """Country and division that a name stands for, where it may be a state's or country's; the best known counts."""
    senses = (h for h in gazetteer.senses(key) if h.site.kind in ("state", "country", "governorate"))
    wide = next(senses, None)
    return (wide.site.country, wide.site.adm1) if wide and wide.site.country else None


def _lies_in(country: str | None, adm1: str | None, area: tuple[str, str | None]) -> bool:
    return country == area[0] and area[1] in (None, adm1)
