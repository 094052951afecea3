"""What PostgreSQL's tables need to hold what SQLite's hold, and in the same order."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

# Columns of text in tables of ours, with whether their type or collation is another than SQLite has for all: text of
# any length, compared by its bytes.
_COLUMNS = """
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) <> 'text' OR coalesce(k.collname, '') <> 'C'
FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_collation AS k ON k.oid = a.attcollation
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND starts_with(c.relname, 'ledger_')
    AND a.atttypid IN ('text'::regtype, 'varchar'::regtype)
ORDER BY 1, 2
"""
# A B-tree takes keys of 2.7 kB, and names out of reports have no limit: columns of text without one are looked up by
# their hash, and are unique by an exclusion of equals where they are keys.
_TREES = """
SELECT c.relname, i.relname, a.attname, x.indisprimary
FROM pg_index AS x
    JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_class AS c ON c.oid = x.indrelid
    JOIN pg_am AS m ON m.oid = i.relam
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
WHERE c.relnamespace = current_schema()::regnamespace AND starts_with(c.relname, 'ledger_') AND m.amname = 'btree'
    AND x.indnatts = 1 AND a.atttypid = 'text'::regtype AND c.relname <> 'ledger_event'
ORDER BY 1, 2
"""
# Django's second index for LIKE: in the collation "C" the first one serves that.
_FOR_LIKE = """
SELECT indexname FROM pg_indexes
WHERE schemaname = current_schema() AND starts_with(tablename, 'ledger_') AND indexname LIKE '%\\_like'
ORDER BY 1
"""


def as_in_sqlite(connection: BaseDatabaseWrapper) -> None:
    """Bring every column of text of every table of ours to one type and collation, whoever made it; again is
    nothing."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(_FOR_LIKE)
        for (index,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {quote(index)}")
        cursor.execute(_TREES)  # before the types change: ids have a limited length and keep their B-trees
        for table, index, column, key in cursor.fetchall():
            name = quote(f"{index}_equal")
            if key:
                cursor.execute(f"ALTER TABLE {quote(table)} DROP CONSTRAINT {quote(index)}")
                cursor.execute(
                    f"ALTER TABLE {quote(table)} ADD CONSTRAINT {name} EXCLUDE USING hash ({quote(column)} WITH =)"
                )
            else:
                cursor.execute(f"DROP INDEX {quote(index)}")
                cursor.execute(f"CREATE INDEX {name} ON {quote(table)} USING hash ({quote(column)})")
        cursor.execute(_COLUMNS)
        for table, column, other in cursor.fetchall():
            if other:
                cursor.execute(f'ALTER TABLE {quote(table)} ALTER COLUMN {quote(column)} TYPE text COLLATE "C"')
