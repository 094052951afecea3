"""Where a ledger's events stand: in `ledger.db` of its folder, or in the PostgreSQL database that its `database.json`
names.

The file holds libpq's own keywords (host, port, dbname, user, service, sslmode …) and never a password: that comes from
libpq's own places, `~/.pgpass`, PGPASSWORD or a service file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from stemma.errors import InputError, LedgerError
from stemma.ids import canonical
from stemma.ledger.evidence.durable import whole_file

NAME = "database.json"
ENGINE = "postgresql"
SCHEMES = ("postgres://", "postgresql://")
SECRETS = ("password", "sslpassword")


@dataclass(frozen=True, slots=True)
class Address:
    """A PostgreSQL database: libpq's keywords with their values, by keyword."""

    keywords: tuple[tuple[str, str], ...]

    def get(self, keyword: str) -> str:
        """A keyword's value; empty where it is not given."""
        return dict(self.keywords).get(keyword, "")

    @property
    def open(self) -> Address:
        """The same without its secrets."""
        return Address(tuple(pair for pair in self.keywords if pair[0] not in SECRETS))

    @property
    def shown(self) -> str:
        """For people, without secrets."""
        user = f"{self.get('user')}@" if self.get("user") else ""
        port = f":{self.get('port')}" if self.get("port") else ""
        named = self.get("dbname") or f"?service={self.get('service')}"
        return f"postgresql://{user}{self.get('host')}{port}/{named}"


def parse(url: str) -> Address:
    """The address that a URL gives; InputError where it is none or names no database, LedgerError without psycopg."""
    need_driver()
    from psycopg import ProgrammingError  # noqa: PLC0415 - an optional dependency
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415

    if not url.startswith(SCHEMES):
        raise InputError("the database", "is given as sqlite or as postgresql://USER@HOST:PORT/NAME")
    try:
        found = conninfo_to_dict(url)
    except ProgrammingError as error:
        # libpq repeats what it could not read, and that may be a password.
        raise InputError("the database's URL", "cannot be read: postgresql://USER@HOST:PORT/NAME") from error
    made = Address(tuple(sorted((key, str(value)) for key, value in found.items() if value not in (None, ""))))
    if not (made.get("dbname") or made.get("service")):
        raise InputError("the database's URL", "names no database: postgresql://USER@HOST:PORT/NAME")
    return made


def need_driver() -> None:
    """LedgerError where psycopg is not installed."""
    try:
        import psycopg  # noqa: F401, PLC0415 - an optional dependency
    except ImportError as error:
        raise LedgerError("PostgreSQL needs psycopg: pip install 'stemma[postgres]'") from error


def read_address(ledger: Path) -> Address | None:
    """What the folder's file says; None where there is none, and `ledger.db` holds the events."""
    path = ledger / NAME
    try:
        held = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise LedgerError(f"{path}: cannot be read: {error}") from error
    if not _is_address(held):
        raise LedgerError(f'{path}: should be like {{"connect":{{"dbname":"…","host":"…"}},"engine":"{ENGINE}"}}')
    if set(held["connect"]) & set(SECRETS):
        raise LedgerError(f"{path}: holds a password: take it out, and put it into ~/.pgpass or PGPASSWORD")
    return Address(tuple(sorted(held["connect"].items())))


def _is_address(held: object) -> bool:
    if not (isinstance(held, dict) and set(held) == {"connect", "engine"} and held["engine"] == ENGINE):
        return False
    connect = held["connect"]
    return isinstance(connect, dict) and all(isinstance(value, str) for value in connect.values())


def write_address(ledger: Path, address: Address, *, name: str = NAME) -> None:
    """Put the file in place, whole: from then on the ledger's events stand there. Under another name it is a note."""
    with whole_file(ledger / name) as out:
        out.write(canonical({"engine": ENGINE, "connect": dict(address.open.keywords)}))
