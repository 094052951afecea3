"""Plain text that people wrote, cut into pieces: words, addresses that may be followed, persons spoken to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stemma.review.mentions import mentions

ADDRESS = re.compile(r"\bhttps?://[^\s<>\"'“”«»]+", re.IGNORECASE)
ENDS = ".,;:!?)]}…"
"""Marks behind an address that belong to the sentence around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they were written; `href` where they are an address, `person` where they speak to somebody."""

    text: str
    href: str = ""
    person: bool = False


def linked(text: str, names: Iterable[str]) -> tuple[Piece, ...]:
    """The text's characters, each once and in order. Only http and https are addresses; nothing else is markup."""
    found = [(start, end, Piece(text[start:end], href=text[start:end])) for start, end in _addresses(text)]
    taken = [(start, end) for start, end, _piece in found]
    for start, end, _key in mentions(text, names):
        if not any(first < end and start < last for first, last in taken):
            found.append((start, end, Piece(text[start:end], person=True)))
    pieces, at = [], 0
    for start, end, piece in sorted(found, key=lambda one: one[0]):
        pieces += [Piece(text[at:start]), piece]
        at = end
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for found in ADDRESS.finditer(text):
        address = found.group().rstrip(ENDS)
        if len(address) > len("https://"):
            yield found.start(), found.start() + len(address)
