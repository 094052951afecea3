"""Databases for tests on a PostgreSQL server of their own: each test has one, copied from one with empty tables."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import psycopg
from django.db import transaction

from bench.postgres import Server
from stemma.ledger import engines
from stemma.ledger.address import parse, write_address
from stemma.ledger.configure import beside
from stemma.ledger.opening import migrate

TEMPLATE = "empty_ledger"


class Databases:
    """New databases, as many as are asked for."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._numbers = count()
        self._ready = False
        self._made: list[str] = []

    def empty(self, *, template: str = "template0") -> str:
        """The URL of a database with nothing in it."""
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")  # half the time, as nobody writes
        self._made.append(name)
        return self._server.url(name)

    def fill(self, folder: Path) -> str:
        """An empty ledger in `folder` whose events stand in a database of its own; its URL."""
        if not self._ready:
            self.run(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
            with beside(engines.postgresql(parse(self._server.url(TEMPLATE)))), transaction.atomic():
                migrate()
            self._ready = True
        url = self.empty(template=TEMPLATE)
        folder.mkdir(parents=True)
        write_address(folder, parse(url))
        return url

    def drop(self) -> None:
        """Drop what a test has used: a thousand files each."""
        for name in self._made:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")
        self._made.clear()

    def run(self, statement: str) -> None:
        """A statement outside any database of a test."""
        with psycopg.connect(self._server.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())
