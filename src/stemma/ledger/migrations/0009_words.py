"""Claims and documents are found by their words."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from stemma.ledger.projections.worded import CLAIMS, DOCUMENTS


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for index in (CLAIMS, DOCUMENTS):
        for statement in index.definition(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0008_finding")]
    operations = [
        migrations.RunPython(put_up),
        # The indexes are empty now: what pages read is due again.
        migrations.RunSQL("DELETE FROM ledger_projectionstate", migrations.RunSQL.noop),
    ]
