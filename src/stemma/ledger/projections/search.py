"""The full-text index: the words that an incident can be found by. Both databases index the words that
`projections.words` gives, and no tokenizer of theirs has a say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models.expressions import RawSQL

from stemma.errors import LedgerError
from stemma.ledger.projections.nul import storable
from stemma.ledger.projections.words import words

TABLE = "ledger_search"
VOCABULARY = "ledger_vocabulary"
"""SQLite's view of the words in the index; PostgreSQL counts them when it is asked."""
ASKED = 64
"""Words of a query that count: nobody types more, and each costs a look-up."""
PORTION = 200_000
"""Bytes of words in one row of PostgreSQL's index: a fifth of what it takes (a word's place takes some as well)."""

_COLUMNS = "incident UNINDEXED, text UNINDEXED, words, tokenize = 'ascii', prefix = '2 3'"
_ROWS = (
    "rowid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
    'incident text COLLATE "C" NOT NULL, text text COLLATE "C", words tsvector NOT NULL'
)
_SQLITE = (f"DROP TABLE IF EXISTS {TABLE}", f"CREATE VIRTUAL TABLE {TABLE} USING fts5({_COLUMNS})")
_POSTGRESQL = (
    f"DROP TABLE IF EXISTS {TABLE}",
    f"CREATE TABLE {TABLE} ({_ROWS})",
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
)
_INTO_SQLITE = f"INSERT INTO {TABLE} (incident, text, words) VALUES (%s, %s, %s)"  # noqa: S608 - a constant's name
_INTO_POSTGRESQL = f"INSERT INTO {TABLE} (incident, text, words) VALUES (%s, %s, array_to_tsvector(%s::text[]))"  # noqa: S608

_WORDS_OF_SQLITE = f"SELECT term, doc FROM {VOCABULARY} WHERE term >= %s AND term < %s ORDER BY doc DESC, term LIMIT %s"  # noqa: S608
_HELD_BY_SQLITE = f"SELECT json_group_array(json_array(term, doc)) FROM ({_WORDS_OF_SQLITE})"  # noqa: S608
_HELD_BY_POSTGRESQL = (
    f"SELECT word, ndoc FROM ts_stat('SELECT words FROM {TABLE}') WHERE starts_with(word, %s) "  # noqa: S608
    'ORDER BY ndoc DESC, word COLLATE "C" LIMIT %s'
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """Everything in words about one incident."""

    incident: str
    text: str


def definition(vendor: str) -> tuple[str, ...]:
    """The SQL that makes the index, in place of one that is there; LedgerError for a database that none is written
    for."""
    if vendor == "sqlite":
        return _SQLITE
    if vendor == "postgresql":
        return _POSTGRESQL
    raise LedgerError(f"no full-text index is written for the database {vendor!r}")


def listing(vendor: str) -> tuple[str, ...]:
    """The SQL that makes the index's words themselves readable, in place of what is there."""
    if vendor != "sqlite":
        return ()
    made = f"CREATE VIRTUAL TABLE {VOCABULARY} USING fts5vocab({TABLE}, row)"
    return (f"DROP TABLE IF EXISTS {VOCABULARY}", made)


def replace(texts: Iterable[Searchable]) -> None:
    """Drop what is indexed and index these."""
    write((item.incident, storable(item.text)) for item in texts)


def write(texts: Iterable[tuple[str, str]]) -> None:
    """The same for texts as `indexed` gives them."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 - a constant's name
        if connection.vendor == "postgresql":
            cursor.executemany(_INTO_POSTGRESQL, [row for text in texts for row in _portions(*text)])
        else:
            cursor.executemany(_INTO_SQLITE, [(incident, text, " ".join(words(text))) for incident, text in texts])


def _portions(incident: str, text: str) -> Iterator[tuple[str, str | None, list[str]]]:
    """Rows of one incident, few enough words in each; the first has the text."""
    shown: str | None = text
    held: list[str] = []
    size = 0
    for word in sorted(set(words(text))):
        if size > PORTION:
            yield incident, shown, held
            shown, held, size = None, [], 0
        held.append(word)
        size += len(word.encode())
    yield incident, shown, held


def indexed(using: str = DEFAULT_DB_ALIAS) -> Sequence[tuple[str, str]]:
    """Everything indexed, in the order of indexing."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT incident, text FROM {TABLE} WHERE text IS NOT NULL ORDER BY rowid")  # noqa: S608
        return [(incident, text) for incident, text in cursor.fetchall()]


def incidents_matching(query: str) -> frozenset[str] | None:
    """The same as `matching`, read out."""
    asked = _words_of(query)
    if not asked:
        return None
    with connection.cursor() as cursor:
        cursor.execute(*_statement(asked))
        return frozenset(incident for (incident,) in cursor.fetchall())


def rows() -> list[tuple[int, str]]:
    """The rows of SQLite's index with their incidents, of which each has one; PostgreSQL's index may have several rows
    of one, and gives none."""
    if connection.vendor == "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT json_group_array(json_array(rowid, incident)) FROM {TABLE}")  # noqa: S608
        return [(row, incident) for row, incident in json.loads(cursor.fetchone()[0])]


def rows_matching(query: str) -> list[int] | None:
    """The same as `matching`, in SQLite's rows, read in one step (as `selectors.at_once` says)."""
    asked = _words_of(query)
    if not asked:
        return None
    with connection.cursor() as cursor:
        match = _in_sqlite(asked)[1]
        cursor.execute(f"SELECT json_group_array(rowid) FROM {TABLE} WHERE {TABLE} MATCH %s", match)  # noqa: S608
        return [int(row) for row in json.loads(cursor.fetchone()[0])]


def matching(query: str) -> RawSQL | None:
    """A subquery for the incidents whose text holds every word of the query (the first ASKED of them), each as the
    beginning of a word; None for a query without words, which asks for nothing in particular."""
    asked = _words_of(query)
    return RawSQL(*_statement(asked)) if asked else None  # noqa: S611 - words are parameters


def first(query: str, *, most: int) -> tuple[str, ...]:
    """At most so many incidents that `matching` gives, in the order of indexing; nothing for a query without words."""
    asked = _words_of(query)
    if not asked:
        return ()
    statement, given = _statement(asked)
    if connection.vendor == "postgresql":  # rows of one incident follow one another
        order = f"SELECT incident FROM {TABLE} WHERE incident IN ({statement}) GROUP BY incident ORDER BY min(rowid)"  # noqa: S608
    else:
        order = f"{statement} ORDER BY rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"{order} LIMIT %s", [*given, most])
        return tuple(incident for (incident,) in cursor.fetchall())


def unheard(asked: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that begin no word of any incident."""
    with connection.cursor() as cursor:
        missing = []
        for word in asked:
            statement, given = _statement([word])
            cursor.execute(f"{statement} LIMIT 1", given)
            if cursor.fetchone() is None:
                missing.append(word)
    return tuple(missing)


def vocabulary(beginning: str, *, most: int) -> tuple[tuple[str, int], ...]:
    """Words of the index that begin so, with the number of rows that hold each, the most held first, `most` at
    most."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_HELD_BY_POSTGRESQL, [beginning, most])
        else:
            cursor.execute(_HELD_BY_SQLITE, [beginning, beginning + "\U0010ffff", most])
        held = cursor.fetchall() if connection.vendor == "postgresql" else json.loads(cursor.fetchone()[0])
        return tuple(sorted(((word, rows) for word, rows in held), key=lambda entry: (-entry[1], entry[0])))


def _words_of(query: str) -> list[str]:
    return list(dict.fromkeys(words(query)))[:ASKED]


def _statement(asked: Sequence[str]) -> tuple[str, list[str]]:
    return _in_postgresql(asked) if connection.vendor == "postgresql" else _in_sqlite(asked)


def _in_sqlite(asked: Sequence[str]) -> tuple[str, list[str]]:
    match = " ".join(f'"{word}"*' for word in asked)
    return f"SELECT incident FROM {TABLE} WHERE {TABLE} MATCH %s", [match]  # noqa: S608 - a constant


def _in_postgresql(asked: Sequence[str]) -> tuple[str, list[str]]:
    # Word by word: an incident's words may lie in several rows.
    one = f"SELECT incident FROM {TABLE} WHERE words @@ %s::tsquery"  # noqa: S608 - a constant's name
    return " INTERSECT ".join([one] * len(asked)), [f"'{word}':*" for word in asked]
