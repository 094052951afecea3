"""The desk as a WSGI application over one ledger."""

from __future__ import annotations

import logging
import secrets
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from stemma import ledger as ledgers
from stemma.desk.site import site_settings
from stemma.settings import Settings


def application(ledger: Path, settings: Settings) -> WSGIHandler:
    """Set Django up for the ledger and give its entry point. Raises LedgerError where there is no ledger."""
    # Without a key of its own the site makes one up: nothing that it signs outlives the process yet.
    key = settings.secret_key or secrets.token_urlsafe(48)
    site = site_settings(ledger, secret_key=key, allowed_hosts=settings.allowed_hosts)
    ledgers.configure(ledger.absolute(), **site)
    ledgers.open_ledger(ledger, create=False)
    # A page that is not there is the visitor's matter; a page that fails is ours.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    return get_wsgi_application()
