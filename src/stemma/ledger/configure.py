"""Django's settings for a ledger: made from its folder when it is opened, never from the environment.

One process has one ledger open at a time. The desk adds what a site needs through `configure(folder, **its settings)`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import connection, connections

DATABASE_NAME = "ledger.db"
BUSY_SECONDS = 60
"""How long a statement waits for another writer: longer than the longest single transaction (a projection of some
hundred thousand claims takes about 20 s)."""

# WAL lets pages be read while a build writes. FULL makes a commit survive a power cut, not only a killed process.
# `cell_size_check` has a damaged page noticed when it is read.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "cell_size_check=ON")


def database(ledger: Path) -> dict[str, Any]:
    """The `DATABASES` entry of a ledger folder. Transactions take the write lock when they begin, so that what was read
    inside one still holds when it writes."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(ledger / DATABASE_NAME),
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": ";".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
        },
    }


def defaults(ledger: Path) -> dict[str, Any]:
    """The settings that every user of the ledger shares."""
    return {
        "DATABASES": {"default": database(ledger)},
        "INSTALLED_APPS": ["stemma.ledger"],
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LOGGING_CONFIG": None,
    }


def configure(ledger: Path, **extra: Any) -> None:
    """Set Django up for this ledger; `extra` adds to or replaces the defaults.

    Where Django is set up already (a site, a test run) the default connection is pointed at this ledger instead, and
    `extra` is not looked at.
    """
    if not settings.configured:
        settings.configure(**{**defaults(ledger), **extra})
    if not apps.ready:
        django.setup()
    if connection.settings_dict["NAME"] != str(ledger / DATABASE_NAME):
        _point(ledger)


def _point(ledger: Path) -> None:
    connections.close_all()
    connection.settings_dict.update(database(ledger))
