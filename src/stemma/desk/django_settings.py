"""Settings for tools that want a module's name (type checking, test runs): a site over a ledger in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stemma.desk.accounts.database import ALIAS
from stemma.desk.site import site_settings
from stemma.ledger.configure import defaults
from stemma.settings import Settings

_SITE: dict[str, Any] = {
    **defaults(Path()),
    **site_settings(
        Path("ledger"),
        Settings(Path("ledger"), None, ("testserver", "127.0.0.1")),
        secret_key="only-for-type-checking-and-tests",  # noqa: S106 - guards nothing: no site runs on this module
    ),
}
globals().update(_SITE)

# Named again for tools that read the module without running it.
_MEMORY = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
DATABASES: dict[str, dict[str, Any]] = {"default": dict(_MEMORY), ALIAS: dict(_MEMORY)}
INSTALLED_APPS: list[str] = _SITE["INSTALLED_APPS"]
STEMMA_LEDGER: str = _SITE["STEMMA_LEDGER"]
STEMMA_READERS: str = _SITE["STEMMA_READERS"]
STEMMA_SECOND_FACTOR: str = _SITE["STEMMA_SECOND_FACTOR"]
STEMMA_FOLLOWED: bool = _SITE["STEMMA_FOLLOWED"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
