"""How the two databases are set up: the entries that Django takes for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stemma.ledger.address import Address, need_driver

BUSY_SECONDS = 60
"""How long a statement waits for another writer: longer than the longest single transaction (a projection of some
hundred thousand claims takes about 20 s)."""

# WAL lets pages be read while a build writes. FULL makes a commit survive a power cut, not only a killed process.
# `cell_size_check` has a damaged page noticed when it is read.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "cell_size_check=ON")
KEPT_SECONDS = 60
"""How long the desk keeps a connection: to open one and to read its tables' definitions costs as much as a short page.
"""
OWN = ("dbname", "user", "password", "host", "port")
"""Keywords of an address for which Django has names of its own."""


def sqlite(path: Path) -> dict[str, Any]:
    """A file, which must be there: a process that has it open still makes no new one in its place when the ledger is
    moved. Transactions take the write lock when they begin, so that what was read inside one still holds when it
    writes."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{path.absolute().as_uri()}?mode=rw",
        **dict.fromkeys(("USER", "PASSWORD", "HOST", "PORT"), ""),
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": ";".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
        },
    }


def postgresql(address: Address) -> dict[str, Any]:
    """A database on a server. READ COMMITTED whatever the server's default: each statement sees what was committed
    before it began, so that whoever has waited for the writers' lock sees all that was written before."""
    need_driver()
    from psycopg import IsolationLevel  # noqa: PLC0415 - an optional dependency

    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.get("dbname"),
        "USER": address.get("user"),
        "PASSWORD": address.get("password"),
        "HOST": address.get("host"),
        "PORT": address.get("port"),
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **{key: value for key, value in address.keywords if key not in OWN},
            "isolation_level": IsolationLevel.READ_COMMITTED,
        },
    }
