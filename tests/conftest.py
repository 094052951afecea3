"""What every test may lean on: the shared material, a browser where there is one, a guard against other machines."""

from __future__ import annotations

import ipaddress
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_django
from django.db import connection, connections
from hypothesis import settings

from bench.postgres import NoServerError, server
from stemma.ledger import open_ledger
from tests.databases import Databases
from tests.ledgers import Filled, fill

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _stay_on_this_machine(event: str, args: tuple[Any, ...]) -> None:
    """An audit hook: a test that reaches for another machine fails there, whatever library it went through."""
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event == "socket.connect":
        host = args[1][0] if isinstance(args[1], tuple) else None  # a path: a socket of this machine
    else:
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is not None and not _is_loopback(name):
        raise PermissionError(f"tests reach 127.0.0.1 only, not {name}")


sys.addaudithook(_stay_on_this_machine)

# A slow or busy machine fails no test: no property is about time.
settings.register_profile("stemma", deadline=None)
settings.load_profile("stemma")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of benchmarks and seed pages, kept outside the repository (`STEMMA_SHARED` names another one)."""
    folder = Path(os.environ.get("STEMMA_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no shared material: no folder 'shared' beside the repository, and STEMMA_SHARED names none")
    return folder


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own Chromium for pytest-playwright; tests that need a browser skip where there is none."""
    executable = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if executable is None:
        pytest.skip("no Chromium on this machine (see scripts/chromium.sh)")
    # Chromium refuses its sandbox to root, and small containers have too little shared memory for it.
    args = ["--disable-dev-shm-usage", "--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {**browser_type_launch_args, "executable_path": executable, "args": args}


@pytest.fixture
def engine() -> str:
    """The database of a test's ledger: SQLite, or in tests marked `both_databases` PostgreSQL as well."""
    return "sqlite"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests marked `both_databases` run on both, save those that say otherwise themselves."""
    definition = metafunc.definition
    chosen = any("engine" in mark.args[0] for mark in definition.iter_markers("parametrize"))
    if "engine" in metafunc.fixturenames and definition.get_closest_marker("both_databases") and not chosen:
        metafunc.parametrize("engine", ["sqlite", "postgresql"])


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Databases]:
    """A PostgreSQL server for as long as the tests run; they skip where it cannot be started."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(server(quick=True))
        except NoServerError as error:
            pytest.skip(f"no PostgreSQL: {error}")
        yield Databases(running)


@pytest.fixture
def postgresql(postgresql_server: Databases) -> Iterator[Databases]:
    """Databases of a test's own."""
    yield postgresql_server
    postgresql_server.drop()


@pytest.fixture
def ledger(
    tmp_path: Path, django_db_blocker: pytest_django.DjangoDbBlocker, engine: str, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """An empty ledger in a folder of its own, open: a file as in life, not the test runner's database in memory."""
    folder = tmp_path / "ledger"
    before, configured = connections["default"], dict(connection.settings_dict)
    with django_db_blocker.unblock():
        if engine == "postgresql":
            request.getfixturevalue("postgresql").fill(folder)
        open_ledger(folder, create=True)
        yield folder
        connections.close_all()
    connections["default"] = before
    before.settings_dict.clear()
    before.settings_dict.update(configured)


@pytest.fixture
def filled(ledger: Path) -> Filled:
    """A ledger with two pages about one strike."""
    return fill(ledger)
