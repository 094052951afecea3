"""Weights, thresholds and word lists of linking: each number says how it was set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from stemma.data.files import Entry, read_csv, read_yaml
from stemma.errors import DataError

FILE = "linking/weights.yml"
BACKGROUND = "linking/background.csv"


@dataclass(frozen=True, slots=True)
class LinkingRules:
    """What `link` weighs by. `akin` holds every pair of types that reporters use for one another, both ways round.

    `held` are the features whose weights were set by hand: fitting leaves them as they are. `filler` are words that
    tell nothing of an anonymous voice, `official` those of a role that speaks for its body, `common` those that tell no
    event from another. `background` is the share of reports of attacks that have a word, for words that more than
    three in a thousand have.
    """

    weights: Mapping[str, float]
    held: frozenset[str]
    bias: float
    link: float
    suggest: float
    akin: frozenset[tuple[str, str]]
    filler: frozenset[str]
    official: frozenset[str]
    common: frozenset[str]
    background: Mapping[str, float]


class _Share(Entry):
    word: str
    share: float


class _Number(Entry):
    value: float
    why: str


class _Weight(Entry):
    weight: float
    why: str
    held: bool = False


class _File(Entry):
    link: _Number
    suggest: _Number
    bias: _Number
    features: dict[str, _Weight]
    types: tuple[tuple[str, ...], ...]
    filler: frozenset[str]
    official: frozenset[str]
    common: frozenset[str]


@cache
def load_linking() -> LinkingRules:
    """Read the files once; DataError where the thresholds stand the wrong way round."""
    file: _File = read_yaml(FILE, _File)
    if not 0 < file.suggest.value <= file.link.value < 1:
        raise DataError(f"data/{FILE}: needs 0 < suggest <= link < 1")
    return LinkingRules(
        weights=MappingProxyType({name: feature.weight for name, feature in file.features.items()}),
        held=frozenset(name for name, feature in file.features.items() if feature.held),
        bias=file.bias.value,
        link=file.link.value,
        suggest=file.suggest.value,
        akin=frozenset((a, b) for group in file.types for a in group for b in group if a != b),
        filler=file.filler,
        official=file.official,
        common=file.common,
        background=MappingProxyType({row.word: row.share for row in read_csv(BACKGROUND, _Share)}),
    )
