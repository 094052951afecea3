"""Sentences over the kept blocks of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stemma.model.document import Block, Document

BREAK = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\n")
OPENERS = "\"“‘'([«"
WRAPPED_TAIL = re.compile(r"[a-z0-9,;]$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's extent in the stored text, its block and its running number; `paragraph` grows where a line ends."""

    start: int
    end: int
    block: Block
    index: int
    paragraph: int


def sentences(document: Document, abbreviations: frozenset[str]) -> tuple[Sentence, ...]:
    """Split every kept block; no sentence crosses a block, nothing in a cut block is split."""
    found: list[Sentence] = []
    paragraph = 0
    for block in document.blocks:
        if not block.kept:
            continue
        paragraph += 1
        for start, end, new_line in _split(document.text, block.start, block.end, abbreviations):
            found.append(Sentence(start, end, block, len(found), paragraph))
            paragraph += new_line
    return tuple(found)


def _split(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int, bool]]:
    pieces = []
    at = start
    for match in BREAK.finditer(text, start, end):
        new_line = match.group() == "\n"
        if not (
            _line_ends(text, at, match.start(), end) if new_line else _sentence_ends(text, match, end, abbreviations)
        ):
            continue
        piece = _trim(text, at, match.end())
        if piece:
            pieces.append((*piece, new_line))
        elif new_line and pieces:
            pieces[-1] = (*pieces[-1][:2], True)
        at = match.end()
    last = _trim(text, at, end)
    return [*pieces, (*last, True)] if last else pieces


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _line_ends(text: str, start: int, newline: int, end: int) -> bool:
    """A line break ends a sentence unless the line was only wrapped: it stops in mid-clause and goes on in lower
    case."""
    following = text[newline + 1 : min(end, newline + 200)].lstrip(" \t\r\u00a0")
    before = text[start:newline].rstrip()
    return not (following[:1].islower() and WRAPPED_TAIL.search(before) and not following.startswith("\n"))


def _sentence_ends(text: str, match: re.Match[str], end: int, abbreviations: frozenset[str]) -> bool:
    """A full stop ends a sentence unless it closes an abbreviation or an initial, or the next word starts in
    lower case."""
    following = text[match.end() : min(end, match.end() + 40)].lstrip()
    if not following:
        return True
    if following[0].islower():
        return False
    if match.group()[0] != "." or (len(match.group()) > 1 and match.group()[1] == "."):
        return True
    word = re.search(r"[^\s(\"“]+$", text[max(0, match.start() - 20) : match.start()])
    if word is None or len(match.group()) > 1:
        return True
    last = word.group().lower()
    if last == "no":
        return not following[0].isdigit()
    if last in ("a.m", "p.m", "u.s", "u.n", "u.k", "d.c"):
        return following[0] in OPENERS or following.split(maxsplit=1)[0].lower() in (
            "the",
            "it",
            "in",
            "he",
            "she",
            "they",
            "a",
            "this",
            "there",
            "on",
            "at",
        )
    return last not in abbreviations and not re.fullmatch(r"(?:[a-z]\.)*[a-z]", last)
