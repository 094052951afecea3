"""Settings for tools that want a module's name (type checking, test runs): a ledger in memory, nothing on disk."""

from __future__ import annotations

from pathlib import Path

from stemma.ledger.configure import defaults

_DEFAULTS = defaults(Path())

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = _DEFAULTS["INSTALLED_APPS"]
USE_TZ = _DEFAULTS["USE_TZ"]
TIME_ZONE = _DEFAULTS["TIME_ZONE"]
SECRET_KEY = "only-for-type-checking-and-tests"  # noqa: S105 - guards nothing: no site runs on this module
