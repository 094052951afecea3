"""Serving the desk: one process that looks after some that answer, static files from where they lie."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from multiprocessing import Lock
from multiprocessing.synchronize import Lock as LockType
from pathlib import Path
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from granian.constants import Interfaces
from granian.server import Server

from stemma.desk.follow import follower
from stemma.desk.wsgi import application
from stemma.errors import InputError
from stemma.settings import Settings, from_environment

WORKERS = 4
"""Processes that answer, at most: as many as there are cores, for pages are made by Python, which uses one core a
process. Over 100,000 incidents three processes took 340 MB together when they began, for they share what was
read before; each makes columns of its own when the ledger changes."""
THREADS = 4
"""Requests that each of them answers at a time. More would wait for one another, not serve more, and a page that comes
from many short looks into the ledger would wait the longest."""
GRACE = 3
"""Seconds that requests under way have when the desk is ended."""
TRIALS, PAUSE = 600, 0.05
"""How often and how long apart, in seconds, the desk calls itself before it gives up announcing: half a minute."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound to


def serve(ledger: Path, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the ledger until SIGINT or SIGTERM; a line on standard output gives the address once it can be called.

    This must be the first to open a ledger in its process: a site's settings cannot be added afterwards. Raises
    LedgerError where there is no ledger, InputError where host and port cannot be had.
    """
    settings = _settings(host)
    site = application(ledger, settings)  # here, so that a missing or damaged ledger is told before anything listens
    _try(host, port)
    from stemma.desk.warming import warm  # noqa: PLC0415 - tables can be imported once the ledger is open

    warm(site, settings)
    welcome = _welcome()
    connections.close_all()
    server = Server(
        "stemma.desk", address=host, port=port, interface=Interfaces.WSGI, workers=workers(),
        blocking_threads=THREADS,
        websockets=False, log_enabled=False, workers_kill_timeout=GRACE,
    )  # fmt: skip
    # A closed terminal ends the desk like Ctrl+C; the server itself would take it for a wish to reload.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    with follower(ledger):
        target = partial(_worker, ledger, settings, (address(host, port), welcome), Lock())
        server.serve(target_loader=target, wrap_loader=False)


def _welcome() -> str | None:
    """The link's end by which the first account is made, where nobody has one."""
    from stemma.desk.accounts.invitations import invite_first  # noqa: PLC0415 - models need the open ledger

    token = invite_first()
    return None if token is None else f"welcome/{token}/"


def workers() -> int:
    """How many processes answer: one for each core that this one may use, WORKERS at most."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(min(allowed, WORKERS), 1)


def _worker(ledger: Path, settings: Settings, place: tuple[str, str | None], first: LockType) -> WSGIHandler:
    """What an answering process runs; the first of them tells where. It leaves the terminal's group: a Ctrl+C that
    reached it beside the listening process's own request to end would stop it twice at once, which now and then it does
    not survive."""
    os.setpgid(0, 0)
    if first.acquire(block=False):
        threading.Thread(target=_announce, args=place, daemon=True).start()
    return application(ledger, settings)


def _announce(url: str, welcome: str | None) -> None:
    """Say where the desk is as soon as somebody answers there, and how the first account is made."""
    parts = urlsplit(url)
    for _ in range(TRIALS):
        try:
            socket.create_connection((parts.hostname, parts.port), timeout=1).close()
        except OSError:
            time.sleep(PAUSE)
        else:
            sys.stdout.write(f"Stemma's desk stands at {url} (Ctrl+C ends it)\n")
            if welcome is not None:
                sys.stdout.write(
                    f"Nobody can sign in yet. Make the first account, once, within a day: {url}{welcome}\n"
                )
            sys.stdout.flush()
            return


def address(host: str, port: int) -> str:
    """Where a browser on this machine finds the desk."""
    shown = "127.0.0.1" if host in EVERYWHERE else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _settings(host: str) -> Settings:
    """The environment's, with the host that was asked for among those that answer. Unless it says who may read,
    everybody on this machine may, and from elsewhere members alone."""
    given = from_environment()
    readers = given.readers or ("anyone" if host in LOOPBACK else "members")
    hosts = given.allowed_hosts if host in EVERYWHERE else (*given.allowed_hosts, host)
    return replace(given, allowed_hosts=hosts, readers=readers)


def _try(host: str, port: int) -> None:
    """Bind once by ourselves: the server shares ports among its own, so that it would not notice a second one."""
    if not 0 < port < 65536:
        raise InputError(f"port {port}", "a port is a number from 1 to 65535")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            why = f"cannot be listened on: {error.strerror or error} (another port: --port {port + 1})"
            raise InputError(f"{host}:{port}", why) from error
