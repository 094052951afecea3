"""Questions in plain words: the forms of data/work/questions.yml, and what each asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stemma.data.files import Entry, read_yaml
from stemma.errors import DataError

FILE = "work/questions.yml"
QuestionKind = Literal["blamed", "denied", "culprits", "said", "killed", "injured"]
Slot = Literal["party", "voice", "about"]
NEEDED: Mapping[QuestionKind, Slot] = {
    "blamed": "party", "denied": "party", "culprits": "about", "said": "voice", "killed": "about", "injured": "about",
}  # fmt: skip
"""What a form of each kind must leave open."""
ENDS = ' \t\n?!.,;:…؟"“”„«»'
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_ITEM = re.compile(r"(?P<optional>\[(?P<inner>[^\]]+)\])|\{(?P<list>\w+)\}|<(?P<slot>\w+)>|(?P<word>[^\s\[\]{}<>]+)")


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question asks: who blames (or denies the guilt of) `party`, what `voice` said, how many were killed; of
    `about` where that is given. What is not given is empty."""

    kind: QuestionKind
    party: str = ""
    voice: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """The forms, each as one pattern, and the words that are passed over."""

    forms: tuple[tuple[QuestionKind, re.Pattern[str]], ...]
    passed_over: frozenset[str]

    def read(self, text: str) -> Asking | None:
        """What a text asks for in one of the forms; None where it fits none."""
        plain = " ".join(text.translate(APOSTROPHES).split()).strip(ENDS) + " "
        for kind, form in self.forms:
            found = form.fullmatch(plain)
            if found is not None:
                return Asking(kind, **found.groupdict())
        return None

    def telling(self, text: str) -> str:
        """The text without the words that are passed over; all of it where nothing else would be left."""
        given = text.translate(APOSTROPHES).split()
        shouted = text.isupper()
        kept = [word for word in given if not self._passed(word.strip(ENDS), shouted=shouted)]
        return " ".join(kept or given)

    def _passed(self, word: str, *, shouted: bool) -> bool:
        meant = not shouted and len(word) > 1 and word.isupper()
        return not meant and word.casefold() in self.passed_over


class _File(Entry):
    lists: dict[str, tuple[str, ...]]
    forms: dict[QuestionKind, tuple[str, ...]]
    passed_over: tuple[str, ...]


@cache
def load_questions() -> Questions:
    """Read the forms once; DataError for one that names no list that is there, or leaves open what its kind cannot
    use."""
    file: _File = read_yaml(FILE, _File)
    forms = [(kind, _pattern(kind, form, file.lists)) for kind, forms in file.forms.items() for form in forms]
    return Questions(tuple(forms), frozenset(file.passed_over))


def _pattern(kind: QuestionKind, form: str, lists: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """A form as a pattern over a text whose every word is followed by one blank."""
    where = f"data/{FILE}: {kind}: {form!r}"
    pattern = re.compile("".join(_part(found, lists, where) for found in _ITEM.finditer(form)), re.IGNORECASE)
    open_ = set(pattern.groupindex)
    if NEEDED[kind] not in open_ or not open_ <= {NEEDED[kind], "about"}:
        raise DataError(f"{where} must leave <{NEEDED[kind]}> open, and nothing beside it but <about>")
    return pattern


def _part(found: re.Match[str], lists: Mapping[str, tuple[str, ...]], where: str) -> str:
    if found["optional"]:
        return f"(?:{''.join(_part(inner, lists, where) for inner in _ITEM.finditer(found['inner']))})?"
    if found["slot"]:
        return rf"(?P<{found['slot']}>\S.*?) "
    if found["list"] is None:
        return re.escape(found["word"].translate(APOSTROPHES)) + " "
    if found["list"] not in lists:
        raise DataError(f"{where} names no list that is there: {{{found['list']}}}")
    return f"(?:{'|'.join(re.escape(entry) for entry in lists[found['list']])}) "
