"""The full-text index, one of the projections."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from stemma.ledger.projections.search import definition


def make(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in definition(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_guards")]
    operations = [migrations.RunPython(make)]
