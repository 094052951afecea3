"""`stemma verify BUNDLE`: everything that a bundle can be held to by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stemma.ledger.bundles import files
from stemma.ledger.bundles.contents import BrokenFileError, BundleContents, contents_of, read_file
from stemma.ledger.bundles.layout import PACKAGE
from stemma.ledger.bundles.package import opened
from stemma.ledger.bundles.proved import wrong_events
from stemma.ledger.bundles.rests import unfounded
from stemma.ledger.problems import Problem
from stemma.model.head import Signature


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What is in a bundle (null where it cannot be read), how many whole payloads, and what is wrong, the first bad
    record first. `described` are the bytes that `signature` is over."""

    contents: BundleContents | None
    payloads: int
    problems: tuple[Problem, ...]
    described: bytes = b""
    signature: Signature | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def check_bundle(path: Path) -> BundleReport:
    """Check proofs, bodies, payloads, texts, quotes, decisions, account, index and files. InputError where the file is
    no zip at all."""
    with opened(path) as package:
        sound, damage = files.payloads(package)
        problems: list[Problem] = []
        held = None
        try:
            held = contents_of(package)
            problems += wrong_events(held.head, held.events)
            problems += [*damage, *files.gone(held, sound), *unfounded(held), *files.misplaced(package, sound)]
        except BrokenFileError as error:
            problems += [*damage, error.problem] if held is None else [error.problem]
        described, signed = b"", None
        try:
            problems += _new(problems, files.unlisted(package))
            described, signed = read_file(package, PACKAGE), files.signature(package)
        except BrokenFileError as error:
            problems += _new(problems, iter([error.problem]))
    return BundleReport(held, len(set(sound.values())), tuple(problems), described, signed)


def _new(said: list[Problem], found: Iterator[Problem]) -> list[Problem]:
    """Those that were not said in the same words before."""
    return [problem for problem in found if problem not in said]
