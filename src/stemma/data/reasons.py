"""The usual reasons for a decision on a claim, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from stemma.data.files import WORK, Entry, read_yaml
from stemma.errors import DataError

PATH = f"{WORK}/reasons.yml"
MOST = 9
"""Reasons that a key of one digit can choose."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What is recorded, and the sentence that helps to choose; empty where none is needed."""

    says: str
    means: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """By the act that they are for, each list in its order."""

    reject: tuple[Reason, ...]
    correct: tuple[Reason, ...]


class _Reason(Entry):
    says: str
    means: str = ""


class _File(Entry):
    reject: tuple[_Reason, ...]
    correct: tuple[_Reason, ...]


@cache
def load_reasons() -> Reasons:
    """Read and check the file; DataError for a list that is too long for nine keys, an empty reason or one that stands
    twice."""
    held: _File = read_yaml(PATH, _File)
    return Reasons(_list("reject", held.reject), _list("correct", held.correct))


def _list(name: str, rows: tuple[_Reason, ...]) -> tuple[Reason, ...]:
    made = tuple(Reason(" ".join(row.says.split()), " ".join(row.means.split())) for row in rows)
    if len(made) > MOST:
        raise DataError(f"data/{PATH}: {name} has {len(made)} reasons, and there are keys for {MOST}")
    said = [reason.says for reason in made]
    if "" in said or len(set(said)) < len(said):
        raise DataError(f"data/{PATH}: {name} has a reason that is empty or stands twice")
    return made
