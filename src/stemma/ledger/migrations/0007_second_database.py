"""Both databases index the same words, the guards are as they are written today, and PostgreSQL compares texts by their
bytes as SQLite does."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from stemma.ledger import guards, tables
from stemma.ledger.projections import search


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    connection = schema_editor.connection
    for statement in (*search.definition(connection.vendor), *guards.statements(connection.vendor)):
        schema_editor.execute(statement, params=None)
    if connection.vendor == "postgresql":
        tables.as_in_sqlite(connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0006_more_kinds")]
    operations = [
        migrations.RunPython(put_up),
        # The index is empty now: what pages read is due again.
        migrations.RunSQL("DELETE FROM ledger_projectionstate", migrations.RunSQL.noop),
    ]
