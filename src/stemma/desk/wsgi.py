"""The desk as a WSGI application over one ledger."""

from __future__ import annotations

import logging
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import DEFAULT_DB_ALIAS

from stemma import ledger as ledgers
from stemma.desk.accounts.database import ALIAS, accounts_database, open_accounts
from stemma.desk.accounts.secret import secret_key
from stemma.desk.site import site_settings
from stemma.ledger.configure import database
from stemma.settings import Settings


def open_desk(ledger: Path, settings: Settings, *, followed: bool = False) -> None:
    """Set Django up for a ledger's desk and open both of its databases. This must be the first to open a ledger in its
    process: a site's settings cannot be added afterwards. Raises LedgerError where there is no ledger."""
    folder = ledger.absolute()
    ledgers.need_ledger(ledger)
    site = site_settings(ledger, settings, secret_key=settings.secret_key or secret_key(folder), followed=followed)
    databases = {DEFAULT_DB_ALIAS: database(folder), ALIAS: accounts_database(folder)}
    ledgers.configure(folder, **site, DATABASES=databases)
    ledgers.open_ledger(ledger, create=False)
    open_accounts(folder)


def application(ledger: Path, settings: Settings) -> WSGIHandler:
    """A desk's entry point."""
    open_desk(ledger, settings, followed=True)
    # A page that is not there is the visitor's matter; a page that fails is ours.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    return get_wsgi_application()
