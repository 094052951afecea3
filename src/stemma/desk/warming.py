"""Asking the desk for a page of each kind before anybody else does."""

from __future__ import annotations

import gc
import io
import logging
from collections.abc import Iterator

from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError
from django.urls import reverse

from stemma.desk.names import to_step
from stemma.errors import StemmaError
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked
from stemma.settings import Settings

SELDOM = (50_000, 20, 50)
"""How many new objects, and rounds over them, between searches for rings of objects that nothing else holds. A page
makes tens of thousands of objects and hardly a ring, so that Python's own numbers have it search a hundred times for
nothing. Set by estimate, not by measuring."""


def warm(site: WSGIHandler, settings: Settings) -> None:
    """Have data files read, templates compiled and the columns of the list made: the first reader would wait seconds
    for it. Processes that are started afterwards share what came of it. A page that fails here fails nobody."""
    host = next(iter(settings.allowed_hosts), "127.0.0.1").lstrip("*.") or "127.0.0.1"
    log = logging.getLogger("django")
    held, log.disabled = log.disabled, True
    # Nobody listens yet, and strangers are warmed for where they may not read.
    readers, django_settings.STEMMA_READERS = django_settings.STEMMA_READERS, "anyone"
    try:
        for address in _addresses():
            site(_request(address, host), lambda *_: lambda _: None).close()
    except (StemmaError, DatabaseError):
        pass  # a damaged ledger is told on the page that somebody asks for
    finally:
        log.disabled = held
        django_settings.STEMMA_READERS = readers
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _addresses() -> Iterator[str]:
    """The list, a search, and of what there is one incident, report, voice and outlet."""
    yield reverse("desk:incidents")
    yield reverse("desk:incidents") + "?q=a"
    for row in selectors.found(Asked(), page=1, size=1).rows:
        yield reverse("desk:incident", args=[row.id])
        for report in selectors.documents_of(row.id)[:1]:
            yield reverse("desk:document", args=[report.id])
            if report.outlet:
                yield f"{reverse('desk:outlets')}{to_step(report.outlet)}/"
        for origin in selectors.trace_of(row.id).origins[:1]:
            yield f"{reverse('desk:voices')}{to_step(origin.key)}/"


def _request(address: str, host: str) -> dict[str, object]:
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": host,
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": host, "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.multithread": False,
        "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
