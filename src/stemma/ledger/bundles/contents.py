"""A bundle's files as values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from stemma.errors import DataError, StemmaError
from stemma.ledger.bundles import layout
from stemma.ledger.bundles.package import Package
from stemma.ledger.head_file import head_of
from stemma.ledger.problems import Problem
from stemma.model.bundle import BundledClaim, BundledDocument, BundledEvent, BundledMaterial, BundledRuling
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.head import Head
from stemma.model.wire import from_wire

T = TypeVar("T")


class BrokenFileError(StemmaError):
    """A file that does not have its shape, so that nothing that rests on it can be checked."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.problem = Problem(where, why)


@dataclass(frozen=True, slots=True)
class BundleContents:
    """All of Stemma's files in a bundle, each line in its place."""

    head: Head
    events: tuple[BundledEvent, ...]
    account: Account
    documents: tuple[BundledDocument, ...]
    claims: tuple[BundledClaim, ...]
    rulings: tuple[BundledRuling, ...]
    material: BundledMaterial

    @property
    def by_number(self) -> Mapping[int, BundledEvent]:
        """The events by their numbers."""
        return {event.seq: event for event in self.events}

    @property
    def texts(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {row.document.id: row.document for row in self.documents}


def contents_of(package: Package) -> BundleContents:
    """Read them all; BrokenFileError names the first file, and the line in it, that is not what it should be."""
    return BundleContents(
        head=_head(package),
        events=_lines(package, layout.EVENTS, BundledEvent),
        account=_one(package, layout.ACCOUNT, Account),
        documents=_lines(package, layout.DOCUMENTS, BundledDocument),
        claims=_lines(package, layout.CLAIMS, BundledClaim),
        rulings=_lines(package, layout.RULINGS, BundledRuling),
        material=_one(package, layout.MATERIAL, BundledMaterial),
    )


def read_file(package: Package, name: str) -> bytes:
    """One file; BrokenFileError where it is missing or cannot be unpacked."""
    try:
        return package.read(name)
    except DataError as error:
        raise BrokenFileError(name, str(error)) from error


def _head(package: Package) -> Head:
    try:
        return head_of(read_file(package, layout.HEAD))
    except DataError as error:
        raise BrokenFileError(layout.HEAD, f"holds no head: {error}") from error


def _one(package: Package, name: str, kind: type[T]) -> T:
    return _parsed(read_file(package, name), name, kind)


def _lines(package: Package, name: str, kind: type[T]) -> tuple[T, ...]:
    lines = read_file(package, name).removesuffix(b"\n").split(b"\n")
    return tuple(_parsed(line, f"{name} line {number}", kind) for number, line in enumerate(lines, 1) if line)


def _parsed(text: bytes, where: str, kind: type[T]) -> T:
    try:
        return from_wire(kind, json.loads(text))
    except (ValueError, RecursionError, DataError) as error:
        raise BrokenFileError(where, f"is not what it should be: {error}"[:300]) from error
