"""Projected claims say how much hangs on them and who cannot tell. Rows of an older ledger are dropped: the next build
or rebuild writes them."""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from stemma.ledger import tables


def compare_by_bytes(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        tables.as_in_sqlite(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0011_voiced")]
    operations = [
        migrations.RunSQL("DELETE FROM ledger_projectedclaim", migrations.RunSQL.noop),
        migrations.RunSQL("DELETE FROM ledger_projectionstate", migrations.RunSQL.noop),
        migrations.AddField("projectedclaim", "rank", models.SmallIntegerField(default=0), preserve_default=False),
        migrations.AddField("projectedclaim", "doubts", models.TextField(default=""), preserve_default=False),
        migrations.RunPython(compare_by_bytes, migrations.RunPython.noop),
        migrations.AddIndex(
            "projectedclaim",
            models.Index(
                fields=("rank", "document", "start", "id"),
                condition=models.Q(ruling__isnull=True),
                name="ledger_claim_undecided",
            ),
        ),
        migrations.AddIndex(
            "projectedclaim",
            models.Index(
                fields=("kind", "rank", "document", "start", "id"),
                condition=models.Q(ruling__isnull=True),
                name="ledger_claim_undecided_kind",
            ),
        ),
    ]
