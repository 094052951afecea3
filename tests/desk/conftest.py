"""A ledger with the standing example and a page of hostile text, for pages that are asked for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_django
from django.core.cache import cache
from django.db import connections
from django.test import Client

from stemma.desk.accounts.database import ALIAS, FILE, accounts_database, open_accounts
from stemma.ledger import open_ledger
from stemma.model.value import Party
from tests.desk import serving
from tests.desk.factories import Case, Told, barracks, case, relayed, toll
from tests.desk.joining import join as joined
from tests.desk.ledgers import fill
from tests.desk.roles import People

SCRIPT = "<script>alert('x')</script>"
IMAGE = '"><img src=x onerror=alert(1)>'


def hostile() -> Case:
    """Every text that comes from outside tries to be markup."""
    told = [
        Told(
            "h1",
            "2016-09-16",
            (f"Outlet{IMAGE}", f"Voice{SCRIPT}"),
            toll(7, group=f"people{SCRIPT}"),
            hedges=(f"may{IMAGE}",),
        ),
        Told(
            "h2",
            "2016-09-16",
            (f"Other{SCRIPT}", f"Relay{IMAGE}", f"Voice{SCRIPT}"),
            toll(9),
            relays=(f"Relay{IMAGE}",),
        ),
        Told("h2", "2016-09-16", (f"Other{SCRIPT}",), Party(f"Party{IMAGE}"), stance="denies"),
    ]
    made = case(told, label=f"Strike{SCRIPT}", killed=(7, 9))
    first, second = made.documents
    first = relayed(first, f"Frame{SCRIPT}", first.text[: len("Report h1")], url="javascript:alert(1)")
    first = replace(
        first, title=f"Title{SCRIPT}", author=f"Author{IMAGE}", url="javascript:alert(2)", lang=f"en{IMAGE}"
    )
    return replace(made, documents=(first, second))


@pytest.fixture
def filled(ledger: Path) -> tuple[Case, Case]:
    """The open ledger holds both cases."""
    cases = (barracks(), hostile())
    fill(ledger, cases)
    return cases


@pytest.fixture(scope="session")
def empty_accounts(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: pytest_django.DjangoDbBlocker) -> Path:
    """An accounts' database with nobody in it, made once: its tables take a second."""
    folder = tmp_path_factory.mktemp("accounts")
    with django_db_blocker.unblock():
        _open(folder)
        connections[ALIAS].close()
    return folder / FILE


@pytest.fixture(autouse=True)
def uncounted() -> None:
    """No test is shut out for what another tried: counts stand in memory, and all come from one address."""
    cache.clear()


@pytest.fixture
def accounts(ledger: Path, empty_accounts: Path) -> Iterator[Path]:
    """The open ledger has an accounts' database; nobody has an account."""
    shutil.copy(empty_accounts, ledger / FILE)
    _open(ledger)
    yield ledger
    connections[ALIAS].close()


@pytest.fixture
def join(accounts: Path) -> Callable[[str, str], Client]:
    """A browser of somebody who has signed in, by name and role; the first must be an administrator."""

    def signed_in(name: str, role: str) -> Client:
        client = Client()
        client.force_login(joined(name, role), backend="stemma.desk.accounts.backend.ByName")
        return client

    return signed_in


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger built from the sample case, once; nobody opens it here."""
    folder = tmp_path_factory.mktemp("built") / "ledger"
    command = [sys.executable, "-m", "stemma.cli", "build", str(root / "samples/case.jsonl"), "--ledger", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=serving.settings())
    return folder


@pytest.fixture
def sampled(ledger: Path, built: Path, settings: pytest_django.Settings) -> Path:
    """The open ledger is a copy of it, and the desk's own."""
    settings.STEMMA_LEDGER = str(ledger)
    connections["default"].close()
    for file in ledger.glob("ledger.db*"):
        file.unlink()
    shutil.copytree(built, ledger, dirs_exist_ok=True)
    open_ledger(ledger, create=False)
    return ledger


@pytest.fixture
def people(sampled: Path, join: Callable[[str, str], Client]) -> People:
    """Who works on the sample case."""
    return People(join)


def _open(folder: Path) -> None:
    connections[ALIAS].close()
    connections.settings[ALIAS] = {**connections.settings[ALIAS], **accounts_database(folder)}
    connections[ALIAS] = connections.create_connection(ALIAS)
    open_accounts(folder)
