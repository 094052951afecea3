"""A map and a timeline are counted along indexes that hold all they ask of an incident."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Over 100,000 invented incidents in SQLite a year's bars are counted nine times as fast by the one, the cells of a box
# in two thirds of the time by the other (scripts/measure_list.py): neither reads a row, which holds much besides. The
# precision comes first so that no latitude is looked up by it: for a wide box that would fetch most rows, one by one.
_INDEXES = (("by_days", "date_from, date_to, id"), ("by_point", "place_precision, lat, lon, id"))


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name, columns in _INDEXES:
        on = f"ledger_projectedincident ({columns})"
        schema_editor.execute(f"CREATE INDEX ledger_incident_{name} ON {on}", params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0009_words")]
    operations = [migrations.RunPython(put_up)]
