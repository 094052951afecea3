"""The ledger as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Its tables are named `ledger_*` whatever site it is part of."""

    name = "stemma.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
