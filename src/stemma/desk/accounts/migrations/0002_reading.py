from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField(model_name="account", name="era", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(
            model_name="account", name="fold", field=models.CharField(default="marked", max_length=8)
        ),
        migrations.AddField(model_name="account", name="muted", field=models.BooleanField(default=True)),
    ]
