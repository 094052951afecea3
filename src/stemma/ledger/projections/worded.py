"""The words of claims and of documents: what each can be found by, folded once for both databases.

An index keeps for every subject the set of its words, in the order in which hits are to be given: the latest first. So
a question is answered by reading hits until there are enough of them, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, zip_longest
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.utils import CursorWrapper

from stemma.errors import LedgerError
from stemma.ledger.projections.search import ASKED, PORTION
from stemma.ledger.projections.words import words

BEGINNINGS = "1 2 3 4 5 6 7 8"
"""Letters up to which SQLite keeps a list for every beginning of a word, so that hits are read one by one instead of
being put together first. A million invented claims (scripts/measure_search.py): "strike*" takes 1 ms instead of 60,
and the index grows by a sixth."""
READ = 2_000
"""Rows read or written at a time where all are."""

Row = TypeVar("Row", bound=tuple[Any, ...])
Entry = tuple[str, str]
"""A subject and its words, sorted and parted by blanks."""


@dataclass(frozen=True, slots=True)
class Worded:
    """Everything in words about one subject; several texts, in no order."""

    subject: str
    texts: tuple[str, ...]

    def entry(self) -> Entry:
        """What the index keeps of it."""
        return self.subject, " ".join(sorted({word for text in self.texts for word in words(text)}))


@dataclass(frozen=True, slots=True)
class WordIndex:
    """One index, by its table's name, which is a constant of ours."""

    table: str

    def definition(self, vendor: str) -> tuple[str, ...]:
        """The SQL that makes the index, in place of one that is there."""
        drop = f"DROP TABLE IF EXISTS {self.table}"
        if vendor == "sqlite":
            columns = "subject UNINDEXED, words, tokenize = 'ascii', detail = none, columnsize = 0"
            return drop, f"CREATE VIRTUAL TABLE {self.table} USING fts5({columns}, prefix = '{BEGINNINGS}')"
        if vendor == "postgresql":
            rows = 'rowid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subject text COLLATE "C" NOT NULL'
            return (
                drop,
                f"CREATE TABLE {self.table} ({rows}, words tsvector NOT NULL)",
                f"CREATE INDEX {self.table}_words ON {self.table} USING gin (words)",
            )
        raise LedgerError(f"no index of words is written for the database {vendor!r}")

    def replace(self, items: Iterable[Worded]) -> None:
        """Drop what is indexed and index these, the first to be found first."""
        self.write(item.entry() for item in items)

    def write(self, entries: Iterable[Entry]) -> None:
        """The same for entries as `indexed` gives them."""
        into = f"INSERT INTO {self.table} (subject, words) VALUES"
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"DELETE FROM {self.table}")  # noqa: S608 - a constant's name
                rows = (row for entry in entries for row in _portions(*entry))
                for batch in _batches(rows):
                    cursor.executemany(f"{into} (%s, array_to_tsvector(%s::text[]))", batch)
            else:
                for statement in self.definition(connection.vendor):  # deleting would take every row apart again
                    cursor.execute(statement)
                for held in _batches(entries):
                    cursor.executemany(f"{into} (%s, %s)", held)

    def indexed(self, using: str = DEFAULT_DB_ALIAS) -> Iterator[Entry]:
        """Everything indexed, in the order of indexing."""
        with connections[using].cursor() as cursor:
            if connections[using].vendor == "postgresql":
                cursor.execute(f"SELECT subject, tsvector_to_array(words) FROM {self.table} ORDER BY rowid")  # noqa: S608
                for subject, rows in groupby(_read(cursor), key=lambda row: row[0]):
                    yield subject, " ".join(sorted({word for _, held in rows for word in held}))
            else:
                cursor.execute(f"SELECT subject, words FROM {self.table} ORDER BY rowid")  # noqa: S608
                yield from ((subject, held) for subject, held in _read(cursor))

    def differences(self, due: Iterable[Worded]) -> Iterator[str]:
        """Where what is indexed is not what is due, the first first."""
        for held, wanted in zip_longest(self.indexed(), (item.entry() for item in due)):
            if held != wanted:
                subject, _ = wanted or held
                yield f"{self.table} {subject}"

    def hits(self, query: str, *, most: int) -> tuple[str, ...]:
        """At most so many subjects that hold every word of the query (the first ASKED of them): those that hold them
        whole, then those in which they begin words, each in the order of indexing. Nothing for a query without
        words."""
        asked = list(dict.fromkeys(words(query)))[:ASKED]
        if not asked:
            return ()
        whole = self._first(asked, "", most)
        if len(whole) >= most:
            return whole
        # What holds them whole is among what holds their beginnings, so that no more than `most` are needed.
        return tuple(dict.fromkeys((*whole, *self._first(asked, "*", most))))[:most]

    def _first(self, asked: Sequence[str], ending: str, most: int) -> tuple[str, ...]:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                lexemes = [f"'{word}'" + (":*" if ending else "") for word in asked]
                cursor.execute(self._in_postgresql(len(lexemes)), [*lexemes, most])
            else:
                match = " ".join(f'"{word}"{ending}' for word in asked)
                cursor.execute(self._in_sqlite(), [match, most])
            return tuple(subject for (subject,) in cursor.fetchall())

    def _in_sqlite(self) -> str:
        return f"SELECT subject FROM {self.table} WHERE {self.table} MATCH %s ORDER BY rowid LIMIT %s"  # noqa: S608

    def _in_postgresql(self, asked: int) -> str:
        # Word by word: a subject's words may lie in several rows, which follow one another.
        held = f"SELECT subject FROM {self.table} WHERE words @@ %s::tsquery"  # noqa: S608
        within = f" AND subject IN ({held})" * (asked - 1)
        return f"{held}{within} GROUP BY subject ORDER BY min(rowid) LIMIT %s"


CLAIMS = WordIndex("ledger_claimwords")
"""Claims by their quotes, voices, parties and outlets."""
DOCUMENTS = WordIndex("ledger_documentwords")
"""Documents by title, outlet and whole text."""


def _portions(subject: str, held: str) -> Iterator[tuple[str, list[str]]]:
    """Rows of one subject, few enough words in each for PostgreSQL."""
    row: list[str] = []
    size = 0
    for word in held.split():
        if size > PORTION:
            yield subject, row
            row, size = [], 0
        row.append(word)
        size += len(word.encode())
    yield subject, row


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Some rows at a time: an index of a million must not be held."""
    left = iter(rows)
    while batch := list(islice(left, READ)):
        yield batch


def _read(cursor: CursorWrapper) -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchmany(READ):
        yield from rows
