"""What code and data made a result, so that it is made again when, and only when, one of them has changed."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import stemma
from stemma.data.rules import Rules

READERS = ("model", "data", "clean", "read")
"""Packages that decide what is read in a capture."""
DERIVERS = (*READERS, "trace", "link", "reconcile", "ledger/rulings", "ledger/projections")
"""Packages that decide what follows from the readings, and how pages find it."""
LENGTH = 16


def reader(rules: Rules, name: str) -> str:
    """Names everything that a reading depends on beside the capture; `name` is the reader's."""
    return f"{stemma.__version__} {_code(READERS)} {rules.hash} {name}"


def deriver(rules: Rules, policy: str) -> str:
    """Names everything that accounts and projections depend on beside the events."""
    return f"{stemma.__version__} {_code(DERIVERS)} {rules.hash} {policy}"


@cache
def _code(packages: tuple[str, ...]) -> str:
    """Hash of the packages' source, names and bytes: a version number would have to be remembered with every change."""
    total = hashlib.sha256()
    for package in packages:
        for path, file in sorted(
            _sources(package, files(stemma).joinpath(*package.split("/"))), key=lambda found: found[0]
        ):
            total.update(path.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:LENGTH]


def _sources(prefix: str, folder: Traversable) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for child in folder.iterdir():
        path = f"{prefix}/{child.name}"
        if child.is_dir():
            found.extend(_sources(path, child))
        elif child.name.endswith(".py"):
            found.append((path, child))
    return found
