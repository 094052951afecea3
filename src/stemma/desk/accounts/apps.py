"""Accounts as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "stemma.desk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of those who come in and of wrong codes."""
        from stemma.desk.accounts import hearing  # noqa: F401, PLC0415 - models exist once Django is ready
