"""What was compared is kept, so that a further document is compared with its likes alone."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_claim_made_by")]
    operations = [
        migrations.CreateModel(
            "ProjectedPrints",
            [
                ("document", models.CharField(max_length=48, primary_key=True, serialize=False)),
                ("marks", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            "ProjectedStrangers",
            [
                ("id", models.CharField(max_length=48, primary_key=True, serialize=False)),
                ("a", models.CharField(max_length=48)),
                ("b", models.CharField(max_length=48)),
            ],
        ),
        migrations.RunSQL("DELETE FROM ledger_projectionstate", migrations.RunSQL.noop),
    ]
