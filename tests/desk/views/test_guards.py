"""How a person meets what is hard to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stemma.build import refresh
from stemma.ledger import selectors
from tests import factories
from tests.ledgers import keep

Join = Callable[[str, str], Client]
GRAPHIC = "Twelve were killed and their severed limbs lay in the street, a doctor said."
FOLD = '<details class="graphic">'


@pytest.fixture
def graphic(ledger: Path) -> tuple[str, ...]:
    """Pages that tell of remains: the document's, the incident's, that of its claims, and the outlet's voice."""
    page = factories.document(GRAPHIC, label="a.txt", outlet="Morning Post", published="2016-09-17")
    keep(ledger, page, factories.reading(page, factories.toll(page, "Twelve were killed and their severed limbs", 12)))
    refresh(ledger)
    (row,) = selectors.incidents()
    return f"/documents/{page.id}/", f"/incidents/{row.id}/", f"/incidents/{row.id}/claims/"


def folds(client: Client, pages: tuple[str, ...], query: str = "") -> list[int]:
    return [client.get(page + query).content.decode().count(FOLD) for page in pages]


def test_a_stranger_meets_it_folded_and_opens_it(client: Client, graphic: tuple[str, ...], accounts: Path) -> None:
    assert all(folds(client, graphic))
    assert "Hard to read: the remains of the dead" in client.get(graphic[1]).content.decode()
    assert not any(folds(client, graphic, "?graphic=show"))


@pytest.mark.parametrize(
    ("wish", "plain", "asked"), [("always", True, True), ("marked", True, False), ("never", False, False)]
)
def test_a_person_meets_it_as_they_wish(
    join: Join, graphic: tuple[str, ...], wish: str, plain: bool, asked: bool
) -> None:
    ada = join("Ada", "administrator")
    assert ada.post("/account/reading/", {"fold": wish, "muted": "1"}).status_code == 303
    assert [bool(n) for n in folds(ada, graphic)] == [plain] * len(graphic)
    assert [bool(n) for n in folds(ada, graphic, "?graphic=show")] == [asked] * len(graphic)
    assert ('class="unmuted"' in ada.get("/").content.decode()) is False
    ada.post("/account/reading/", {"fold": wish})
    assert 'class="unmuted"' in ada.get("/").content.decode()


def test_a_wish_is_one_person_s(join: Join, client: Client, graphic: tuple[str, ...]) -> None:
    ada, ben = join("Ada", "administrator"), join("Ben", "reader")
    ada.post("/account/reading/", {"fold": "never"})
    ben.post("/account/reading/", {"fold": "nonsense"})
    assert (any(folds(ada, graphic)), all(folds(ben, graphic)), all(folds(client, graphic))) == (False, True, True)
    assert client.post("/account/reading/", {"fold": "never"})["Location"].startswith("/account/login/")
