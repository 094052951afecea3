"""Texts with the words that were looked for marked in them."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.ledger import selectors

WINDOW = 240
"""Characters of a passage around a hit: three lines of a list."""
BEFORE = 80
"""Of these, before the hit: enough of the sentence to see who speaks."""
EDGE = 24
"""How far a passage's ends are moved so that no word is cut."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are set alike."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage around the first hit; `before` and `after` tell that the text goes on there. `at` is where the hit
    stands in the text, null where there is none and the text's beginning is shown."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool
    at: int | None

    @property
    def text(self) -> str:
        """All of it, unmarked."""
        return "".join(piece.text for piece in self.pieces)


def excerpt(text: str, query: str, *, window: int = WINDOW, after: int = 0) -> Excerpt:
    """The words around the first word of the text that begins with one of the query's; nothing of what stands before
    `after` is shown."""
    first = next((place for place in selectors.places(text, query) if place[0] >= after), None)
    start = after if first is None else max(first[0] - BEFORE, after)
    start = max(min(start, len(text) - window), after)
    end = min(start + window, len(text))
    start, end = start if start == after else _begun(text, start), _ended(text, end)
    return Excerpt(marked(text[start:end], query), start > after, end < len(text), None if first is None else first[0])


def marked(text: str, query: str) -> tuple[Piece, ...]:
    """A text in pieces, its blanks single."""
    plain, pieces, at = " ".join(text.split()), [], 0
    for start, end in selectors.places(plain, query):
        pieces += [Piece(plain[at:start], found=False), Piece(plain[start:end], found=True)]
        at = end
    pieces.append(Piece(plain[at:], found=False))
    return tuple(piece for piece in pieces if piece.text)


def _begun(text: str, start: int) -> int:
    """The next beginning of a word, where one is near."""
    blank = text.find(" ", start - 1, start + EDGE)
    return start if blank < 0 else blank + 1


def _ended(text: str, end: int) -> int:
    if end == len(text):
        return end
    blank = text.rfind(" ", end - EDGE, end + 1)
    return end if blank < 0 else blank
