"""Projected claims say who makes them. Rows of an older ledger are dropped: the next build or rebuild writes them."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_search")]
    operations = [
        migrations.RunSQL("DELETE FROM ledger_projectedclaim", migrations.RunSQL.noop),
        migrations.RunSQL("DELETE FROM ledger_projectionstate", migrations.RunSQL.noop),
        migrations.AddField("projectedclaim", "made_by", models.TextField(default=""), preserve_default=False),
    ]
