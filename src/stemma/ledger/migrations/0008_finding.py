"""A page of a long list is cut and its facets are counted along indexes, and the words of the index can be read."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from stemma.ledger.projections import search

# Over 100,000 incidents in SQLite a late page is cut eight times as fast by them, a country's facets are counted twice
# as fast (scripts/measure_list.py). Further ones, on status, party or outlet, made nothing quicker.
_INDEXES = (
    ("by_date", "date_from DESC{last}, id"),
    ("by_killed", "killed_high DESC{last}, killed_low DESC{last}, id"),
    ("by_country", "country, type, date_from"),
)


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    last = " NULLS LAST" if vendor == "postgresql" else ""  # SQLite's nulls are last anyway
    for name, columns in _INDEXES:
        on = f"ledger_projectedincident ({columns.format(last=last)})"
        schema_editor.execute(f"CREATE INDEX ledger_incident_{name} ON {on}", params=None)
    for statement in search.listing(vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0007_second_database")]
    operations = [migrations.RunPython(put_up)]
