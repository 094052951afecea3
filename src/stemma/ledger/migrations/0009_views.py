"""A map and a timeline are counted along indexes that hold all they ask of an incident."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Over 100,000 incidents in SQLite the cells of a box are counted three times as fast by the one and a year's bars nine
# times as fast by the other (scripts/measure_list.py): neither reads a row, which holds much besides.
_INDEXES = (("by_point", "lat, lon, place_precision, id"), ("by_days", "date_from, date_to, id"))


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name, columns in _INDEXES:
        on = f"ledger_projectedincident ({columns})"
        schema_editor.execute(f"CREATE INDEX ledger_incident_{name} ON {on}", params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0008_finding")]
    operations = [migrations.RunPython(put_up)]
