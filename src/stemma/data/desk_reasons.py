"""The usual reasons that the desk offers beside an act, as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from stemma.data.files import WORK, read_yaml
from stemma.errors import DataError

Matter = Literal["link", "coding"]
ACTS: Mapping[Matter, tuple[str, ...]] = {
    "link": ("same", "different", "unsure"),
    "coding": ("reject", "correct", "unsure"),
}
MOST = 9
"""Reasons of one act: each has a digit."""


@cache
def load_reasons(matter: Matter) -> Mapping[str, tuple[str, ...]]:
    """Sentences by act, the commonest first, from `data/work/link_reasons.yml` or `coding_reasons.yml`; DataError as
    `checked` has it."""
    path = f"{WORK}/{matter}_reasons.yml"
    return checked(matter, read_yaml(path, dict[str, tuple[str, ...]]), path)


def checked(matter: Matter, held: Mapping[str, tuple[str, ...]], path: str) -> Mapping[str, tuple[str, ...]]:
    """The same in the order of the acts. DataError for other acts than those there are, one without a reason or with
    more than there are digits, and a reason that is empty or stands twice."""
    if set(held) != set(ACTS[matter]):
        raise DataError(f"data/{path}: reasons of {', '.join(held)}; there should be {', '.join(ACTS[matter])}")
    for act, reasons in held.items():
        if not 0 < len(reasons) <= MOST:
            raise DataError(f"data/{path}: {act} has {len(reasons)} reasons; one to {MOST} can be offered")
        if len({reason.strip() for reason in reasons} - {""}) != len(reasons):
            raise DataError(f"data/{path}: a reason of {act} is empty or stands twice")
    return {act: held[act] for act in ACTS[matter]}
