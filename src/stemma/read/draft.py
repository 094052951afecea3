"""A claim before its voice, event and identity are known."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Kind, Stance
from stemma.model.value import Value
from stemma.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Draft:
    """Token ranges of one sentence: `mention` the narrowest token, `quote` the words it rests on.

    `voices` overrides what the frames say (a denial is its denier's); `slot` tells drafts on one mention apart.
    `whole` is the mention range of the total that this is a part of; `member` is true where the words make it a part of
    a total that the sentence does not give. `row` is the verb over an enumeration that the sentence does not sum up: it
    stands for the total. `definite` is true for one whom the text takes as known ("the driver").
    """

    kind: Kind
    value: Value
    mention: tuple[int, int]
    quote: tuple[int, int]
    slot: str
    stance: Stance = "asserts"
    voices: tuple[Voice, ...] | None = None
    whole: tuple[int, int] | None = None
    member: bool = False
    row: tuple[int, int] | None = None
    definite: bool = False
