"""Django's settings for a ledger: made from its folder when it is opened, never from the environment.

One process has one ledger open at a time. The desk adds what a site needs through `configure(folder, **its settings)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections

from stemma.ledger import engines
from stemma.ledger.address import NAME, read_address

DATABASE_NAME = "ledger.db"
LEFT = "left"
"""Inside `beside`: the name of the open ledger's own connection."""


def database(ledger: Path) -> dict[str, Any]:
    """The `DATABASES` entry of a ledger folder. `LEDGER` and `ADDRESS` are ours: which ledger it is, and what its
    folder said of where the events stand."""
    address = read_address(ledger)
    entry = engines.sqlite(ledger / DATABASE_NAME) if address is None else engines.postgresql(address)
    return {**entry, "LEDGER": str(ledger), "ADDRESS": address}


def place(ledger: Path) -> Path:
    """The file that stands for a ledger's database in messages."""
    return ledger / (DATABASE_NAME if read_address(ledger) is None else NAME)


def opened() -> Path:
    """The same of the open ledger."""
    held = connection.settings_dict
    return Path(held["LEDGER"]) / (DATABASE_NAME if held["ADDRESS"] is None else NAME) if "LEDGER" in held else Path()


def moved() -> bool:
    """Whether the open ledger's events stand elsewhere since it was opened."""
    held = connection.settings_dict
    return "LEDGER" in held and read_address(Path(held["LEDGER"])) != held["ADDRESS"]


def defaults(ledger: Path) -> dict[str, Any]:
    """The settings that every user of the ledger shares."""
    return {
        "DATABASES": {DEFAULT_DB_ALIAS: database(ledger)},
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
    wanted = database(ledger)
    if {key: connection.settings_dict.get(key) for key in wanted} != wanted:
        _point(wanted)


def _point(wanted: dict[str, Any]) -> None:
    connections.close_all()
    held = connections.settings[DEFAULT_DB_ALIAS]
    other = held["ENGINE"] != wanted["ENGINE"]
    held.update(wanted)
    connection.settings_dict.update(wanted)
    if other:
        connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)


@contextmanager
def beside(entry: dict[str, Any]) -> Iterator[None]:
    """For a while all code speaks to another database than the open ledger's, through a connection of its own; the
    ledger's stays as it is, transactions included, and is called LEFT."""
    own = connections[DEFAULT_DB_ALIAS]
    held = {key: value for key, value in own.settings_dict.items() if key not in ("LEDGER", "ADDRESS")}
    connections.settings[DEFAULT_DB_ALIAS] = {**held, **entry}
    other = connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    connections[LEFT] = own
    try:
        yield
    finally:
        other.close()
        del connections[LEFT]
        connections.settings[DEFAULT_DB_ALIAS] = own.settings_dict
        connections[DEFAULT_DB_ALIAS] = own
