"""The accounts' own database: a SQLite file in the ledger's folder, whatever database holds the events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from stemma.ledger.lock import OPEN_LOCK, locked

ALIAS = "accounts"
FILE = "accounts.db"
BUSY_SECONDS = 20
"""How long a statement waits for another writer; sessions are written in milliseconds."""
CACHE = "desk_cache"
"""The table of what is counted for a while (attempts to sign in, who looks at which claim), for every process that
answers."""
LABELS = frozenset(
    {"accounts", "auth", "contenttypes", "sessions", "account", "mfa", "usersessions", "axes", "django_cache"}
)
"""The applications whose tables stand there."""


def accounts_database(ledger: Path) -> dict[str, Any]:
    """The `DATABASES` entry of a ledger's accounts."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(ledger.absolute() / FILE),
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL",
        },
    }


class Router:
    """Sends each table to its database, and no table to both."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str | None:
        return ALIAS if model._meta.app_label in LABELS else None  # noqa: SLF001 - what the protocol offers

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return (db == ALIAS) == (app_label in LABELS)


def open_accounts(ledger: Path) -> None:
    """Make the file where there is none, for its owner alone, and bring its tables up to date."""
    path = ledger.absolute() / FILE
    path.touch(mode=0o600)
    with locked(ledger.absolute(), OPEN_LOCK):
        executor = MigrationExecutor(connections[ALIAS])
        labels = sorted(LABELS & {config.label for config in apps.get_app_configs()})
        leaves = [leaf for label in labels for leaf in executor.loader.graph.leaf_nodes(label)]
        if executor.migration_plan(leaves):
            for label in labels:
                if executor.loader.graph.leaf_nodes(label):
                    call_command("migrate", label, database=ALIAS, verbosity=0, interactive=False)
            call_command("createcachetable", CACHE, database=ALIAS, verbosity=0)
