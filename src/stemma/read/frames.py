"""Frames: a voice over a stretch of a sentence, and what every kind of credit needs to find its stretch."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.voice import Voice
from stemma.read.entities import Entity
from stemma.read.marks import Marked
from stemma.read.voices import Phrase

DEEDS = ("casualties.participle", "casualties.transitive")
VERBS = (
    *DEEDS,
    "casualties.state",
    "casualties.intransitive",
    "casualties.noun",
    "casualties.toll",
    "casualties.leave",
    "grammar.auxiliary",
    "attacks.verbs",
    "cues.verbs",
)
"""What shows that a stretch holds a statement and not only a time or a place."""
QUOTES = '"“”'


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens `first` to `last` are said by `voice`; `act` is the cue's section key, `cue` its tokens.

    `inner` marks a source cited inside a statement; `aside` an attribution set between commas, which speaks for its
    clause alone; `joint` a second voice of one credit; `hearer` the outlet that was told.
    """

    first: int
    last: int
    voice: Voice
    act: str
    cue: tuple[int, int]
    phrase: Phrase | None = None
    pronoun: str | None = None
    hearer: str | None = None
    inner: bool = False
    aside: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence as the credits see it: its marks, its entities and the phrases that can speak."""

    marked: Marked
    entities: tuple[Entity, ...]
    speakers: tuple[Phrase, ...]

    @property
    def size(self) -> int:
        return len(self.marked.tokens)

    def speaker_at(self, first: int, last: int) -> Phrase | None:
        """The first phrase that begins at tokens `first` to `last`, both included."""
        return next((p for p in self.speakers if first <= p.begin <= last), None)

    def code_before(self, phrase: Phrase) -> str:
        """What stands before a phrase, in one letter; empty at the sentence's start."""
        return self.entities[phrase.first - 1].code if phrase.first else ""

    def holds_verb(self, first: int, last: int, *more: str) -> bool:
        """Whether a statement stands between two tokens."""
        return any(first <= m.first < last for slot in (*VERBS, *more) for m in self.marked.slot(slot))

    def clause_start(self, before: int) -> int:
        """Where the content before a closing credit begins: after the last semicolon, else at the sentence's start."""
        text = self.marked.tokens.text
        return next((i + 1 for i in range(before - 1, -1, -1) if text[i] == ";"), 0)

    def first_word(self, first: int, last: int) -> int | None:
        """The first token between two that is a word."""
        return next((i for i in range(first, last) if self.marked.tokens.text[i][0].isalnum()), None)

    def is_at(self, slot: str, token: int) -> bool:
        return self.marked.at(slot, token) is not None
