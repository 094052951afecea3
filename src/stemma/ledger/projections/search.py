"""The full-text index: the words that an incident can be found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from stemma.errors import LedgerError

TABLE = "ledger_search"

_WORD = re.compile(r"\w+")
_SQLITE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(incident UNINDEXED, text, "
    "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """Everything in words about one incident."""

    incident: str
    text: str


def definition(vendor: str) -> str:
    """The SQL that makes the index; LedgerError for a database that none is written for."""
    if vendor != "sqlite":
        raise LedgerError(f"no full-text index is written for the database {vendor!r}")
    return _SQLITE


def replace(texts: Iterable[Searchable]) -> None:
    """Drop what is indexed and index these."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 - a constant's name
        cursor.executemany(
            f"INSERT INTO {TABLE} (incident, text) VALUES (%s, %s)",  # noqa: S608 - a constant's name
            [(item.incident, item.text) for item in texts],
        )


def indexed() -> Sequence[tuple[str, str]]:
    """Everything indexed, in the order of indexing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT incident, text FROM {TABLE} ORDER BY rowid")  # noqa: S608 - a constant's name
        return [(incident, text) for incident, text in cursor.fetchall()]


def incidents_matching(query: str) -> frozenset[str] | None:
    """Incidents whose text holds every word of the query, each as the beginning of a word; None for a query without
    words, which asks for nothing in particular."""
    words = _WORD.findall(query)
    if not words:
        return None
    match = " ".join(f'"{word}"*' for word in words)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT incident FROM {TABLE} WHERE {TABLE} MATCH %s", [match])  # noqa: S608 - a constant
        return frozenset(incident for (incident,) in cursor.fetchall())
