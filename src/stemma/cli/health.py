"""What `stemma doctor` looks at."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from stemma.errors import StemmaError

PACKAGES = (
    ("trafilatura", "HTML pages cannot be read"),
    ("resiliparse", "HTML pages cannot be read"),
    ("fastwarc", "WARC files cannot be read"),
    ("warcio", "evidence cannot be stored"),
    ("networkx", "graphs are not drawn or exported"),
    ("rapidfuzz", "spellings are not matched"),
    ("Django", "no ledger and no desk"),
    ("granian", "the desk cannot be served"),
)

CUSTODY = (
    ("cryptography", "heads and bundles are not signed, and signatures not checked"),
    ("rfc3161-client", "heads are not time stamped, and stamps not checked"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `cost` says what does not work without it, `needed` whether that is an error."""

    what: str
    ok: bool
    cost: str = ""
    needed: bool = True


def findings() -> Iterator[Finding]:
    """Everything that can be missing, the interpreter first."""
    yield Finding(f"Python {sys.version.split()[0]}", sys.version_info >= (3, 11), "Stemma needs 3.11 or newer")
    for name, cost in PACKAGES:
        yield _package(name, cost)
    for name, cost in CUSTODY:
        yield replace(_package(name, cost), needed=False)
    yield _sqlite()
    yield replace(_package("psycopg", "ledgers stay in SQLite (pip install 'stemma[postgres]')"), needed=False)
    yield _data()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    yield Finding(f"Chromium {browser or ''}".strip(), browser is not None, "browser tests are skipped", needed=False)


def _package(name: str, cost: str) -> Finding:
    try:
        return Finding(f"{name} {version(name)}", True)
    except PackageNotFoundError:
        return Finding(name, False, cost)


def _sqlite() -> Finding:
    with sqlite3.connect(":memory:") as db:
        options = {row[0] for row in db.execute("PRAGMA compile_options")}
    return Finding(
        f"SQLite {sqlite3.sqlite_version} with full-text search",
        "ENABLE_FTS5" in options,
        "search by words does not work",
    )


def _data() -> Finding:
    from stemma.data.rules import load_rules

    try:
        return Finding(f"Data files {load_rules().hash}", True)
    except StemmaError as error:
        return Finding("Data files", False, str(error))
