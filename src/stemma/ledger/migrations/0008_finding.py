"""A page of a long list is cut and its facets are counted along indexes, and the words of the index can be read."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from stemma.ledger.projections import search

# Names of parties and outlets have no limit, and PostgreSQL's B-trees have: there they are left out of the index.
_BOTH = (
    ("incident_by_date", "ledger_projectedincident", "date_from DESC{last}, id"),
    ("incident_by_killed", "ledger_projectedincident", "killed_high DESC{last}, killed_low DESC{last}, id"),
    ("incident_by_country", "ledger_projectedincident", "country, type, date_from"),
    ("incident_by_status", "ledger_projectedincident", "status"),
    ("reference_to_incident", "ledger_projectedreference", "document, incident"),
)
_SQLITE = (
    ("position_by_party", "ledger_projectedposition", "slot, superseded, party, incident, stance"),
    ("document_by_outlet", "ledger_projecteddocument", "id, outlet"),
)
_POSTGRESQL = (("position_by_slot", "ledger_projectedposition", "slot, incident"),)


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    own, last = (_POSTGRESQL, " NULLS LAST") if vendor == "postgresql" else (_SQLITE, "")
    for name, table, columns in (*_BOTH, *own):
        schema_editor.execute(f"CREATE INDEX ledger_{name} ON {table} ({columns.format(last=last)})", params=None)
    for statement in search.listing(vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0007_second_database")]
    operations = [migrations.RunPython(put_up)]
