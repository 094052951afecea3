"""Serving the desk: one process that listens, one that answers, static files from where they lie."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from granian.constants import Interfaces
from granian.server import Server

from stemma.data.parties import load_parties
from stemma.desk.follow import follower
from stemma.desk.wsgi import application, open_desk
from stemma.errors import InputError
from stemma.settings import Settings, from_environment

THREADS = 8
"""Requests answered at a time. Pages are made by Python, so more threads would wait for one another, not serve more."""
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
    open_desk(ledger, settings)  # here, so that a missing or damaged ledger is told before anything listens
    welcome = _welcome()
    connections.close_all()
    _try(host, port)
    server = Server(
        "stemma.desk", address=host, port=port, interface=Interfaces.WSGI, workers=1, blocking_threads=THREADS,
        websockets=False, log_enabled=False, workers_kill_timeout=GRACE,
    )  # fmt: skip
    # A closed terminal ends the desk like Ctrl+C; the server itself would take it for a wish to reload.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    with follower(ledger):
        server.serve(target_loader=partial(_worker, ledger, settings, address(host, port), welcome), wrap_loader=False)


def _welcome() -> str | None:
    """The link's end by which the first account is made, where nobody has one."""
    from stemma.desk.accounts.invitations import invite_first  # noqa: PLC0415 - models need the open ledger

    token = invite_first()
    return None if token is None else f"welcome/{token}/"


def _worker(ledger: Path, settings: Settings, url: str, welcome: str | None) -> WSGIHandler:
    """What the answering process runs. It leaves the terminal's group: a Ctrl+C that reached it beside the listening
    process's own request to end would stop it twice at once, which now and then it does not survive."""
    os.setpgid(0, 0)
    threading.Thread(target=_announce, args=(url, welcome), daemon=True).start()
    threading.Thread(target=load_parties, daemon=True).start()  # a second, which the first search would wait for
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
