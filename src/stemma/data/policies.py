"""Policies: how standing claims become findings, grades and codes, as data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import Field, ValidationError

from stemma.data.files import Entry, read_bytes, read_yaml, resource
from stemma.errors import DataError, NotFoundError
from stemma.model.policy_text import PolicyText

FOLDER = "policies"
DEFAULT = "range"
HASH_DIGITS = 12
"""Of the sha256 of a policy's file: as many as of the hash of all rules; there are a handful of policies, not
millions."""

Low = Literal["lowest", "lowest_reliable"]
High = Literal["highest", "highest_reliable", "lowest"]
Best = Literal["agreed", "most_supported", "lowest"]
Requirement = Literal["unhedged"]
Condition = Literal["admitted", "contested", "accused", "single_origin", "denied", "investigating", "silent"]


@dataclass(frozen=True, slots=True)
class Class:
    """One value of a coded field or grade, and what must hold for it: all that is given does. A null value is a case
    that the recorder has no class for.

    `when` are conditions by name; `origins` the least number of independent origins that tell of harm, `accusers` of
    those that name a doer; `days` the most days that the date may span; `places` the UCDP classes of the place.
    """

    value: str | None
    means: str
    when: tuple[Condition, ...]
    origins: int
    accusers: int
    days: int | None
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class Coding:
    """A field that a policy codes: the first of its classes that holds. `otherwise` says what it means that none does;
    `of` is whose field it is: the incident's, or one for every belligerent that is named. `person_only` are values that
    no rule gives, each with what it means."""

    name: str
    classes: tuple[Class, ...]
    otherwise: str
    of: Literal["incident", "belligerent"]
    person_only: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Policy:
    """A named, versioned rule set. `hash` is of its file and of those that it extends.

    `low`, `high` and `best` name the rules that choose the figures; `reliable` what a figure must be for the rules that
    ask for reliable ones. `words` gives numbers for words, used where nobody gives a number. `leaves_out` are slots
    that the recorder keeps no figure for, each with the reason. `harm` are the states of people that are harm to a
    grade, `admissions` the responses by which a belligerent owns the deed, `dispute` the least share of
    those who blame anybody that must blame a side for it to be a party to a dispute.
    """

    name: str
    version: str
    title: str
    says: str
    hash: str
    low: Low
    high: High
    best: Best
    reliable: frozenset[Requirement]
    words: Mapping[str, int]
    leaves_out: Mapping[str, str]
    grade: Coding | None
    codes: tuple[Coding, ...]
    harm: frozenset[str]
    admissions: frozenset[str]
    dispute: float
    parts: frozenset[str]
    drop: float
    earlier_before: tuple[str, ...]
    earlier_after: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name and version, as an account states them."""
        return f"{self.name} {self.version}"


class _Class(Entry):
    value: str | None
    means: str
    when: tuple[Condition, ...] = ()
    origins: int = 0
    accusers: int = 0
    days: int | None = None
    places: frozenset[int] = frozenset()


class _Coding(Entry):
    name: str
    classes: tuple[_Class, ...]
    otherwise: str
    of: Literal["incident", "belligerent"] = "incident"
    person_only: dict[str, str] = Field(default_factory=dict)

    def made(self) -> Coding:
        classes = tuple(Class(**one.model_dump()) for one in self.classes)
        return Coding(self.name, classes, self.otherwise, self.of, self.person_only)


class _Words(Entry):
    says: tuple[str, ...]
    means: int
    source: str


class _File(Entry):
    name: str
    version: str
    title: str
    says: str
    extends: str | None = None
    low: Low
    high: High
    best: Best
    reliable: frozenset[Requirement] = frozenset()
    words: tuple[_Words, ...] = ()
    leaves_out: dict[str, str] = Field(default_factory=dict)
    grade: _Coding | None = None
    codes: tuple[_Coding, ...] = ()
    harm: frozenset[str] = frozenset()
    admissions: frozenset[str] = frozenset()
    dispute: float = 0.0
    parts: frozenset[str]
    drop: float
    earlier_before: tuple[str, ...]
    earlier_after: tuple[str, ...]


@cache
def load_policies() -> dict[str, Policy]:
    """Every policy of the folder by name; DataError where a file's name is not its policy's or its shape is broken."""
    files = (entry.name for entry in resource(FOLDER).iterdir() if entry.name.endswith(".yml"))
    return {name: _policy(name) for name in sorted(file.removesuffix(".yml") for file in files)}


def named_policy(known: Mapping[str, Policy], name: str) -> Policy:
    """The policy of a name; NotFoundError, which lists the names there are, for one that no data file has."""
    if name not in known:
        raise NotFoundError(f"no policy {name!r}; there are {', '.join(sorted(known))}")
    return known[name]


def policy_text(name: str) -> PolicyText:
    """A policy as its files have it, to be kept with the accounts that it makes."""
    known = named_policy(load_policies(), name)
    return PolicyText(name, known.hash, {path: read_bytes(path).decode("utf-8") for path in _sources(name)})


def _sources(name: str) -> list[str]:
    raw: dict[str, Any] = read_yaml(_path(name), dict[str, Any])
    return [_path(name), *(_sources(str(raw["extends"])) if "extends" in raw else [])]


def _policy(name: str) -> Policy:
    raw, total = _merged(name)
    try:
        read = _File.model_validate(raw)
    except ValidationError as error:
        raise DataError(f"data/{_path(name)}: {error}") from error
    if read.name != name:
        raise DataError(f"data/{_path(name)}: holds the policy {read.name}")
    plain = read.model_dump(exclude={"extends", "words", "grade", "codes"})
    return Policy(
        **plain,
        hash=total.hexdigest()[:HASH_DIGITS],
        words={word: entry.means for entry in read.words for word in entry.says},
        grade=read.grade.made() if read.grade is not None else None,
        codes=tuple(coding.made() for coding in read.codes),
    )


def _merged(name: str) -> tuple[dict[str, Any], Any]:
    """A policy file's keys over those of the file that it extends, and a hash over the bytes of both."""
    raw: dict[str, Any] = read_yaml(_path(name), dict[str, Any])
    base, total = _merged(str(raw["extends"])) if "extends" in raw else ({}, hashlib.sha256())
    total.update(read_bytes(_path(name)))
    return {**base, **raw}, total


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.yml"
