"""What a voice says of one incident is found along an index, and not by looking through all that it ever said."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # PostgreSQL's B-trees take no key of any length, and its planner puts the two indexes that it has together.
    if schema_editor.connection.vendor == "sqlite":
        on = "ledger_projectedclaim (origin, incident)"
        schema_editor.execute(f"CREATE INDEX ledger_claim_voiced ON {on}", params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0010_views")]
    operations = [migrations.RunPython(put_up)]
