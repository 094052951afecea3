"""The desk as a Django application: templates, static files, template tags; no tables."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "stemma.desk"
    label = "desk"
