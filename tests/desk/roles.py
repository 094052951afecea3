"""People of each role at the desk over the sample case, and what their pages say."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from django.test import Client

from stemma.ledger import selectors

ROLES = {
    "Ada": "administrator", "Leo": "lead", "Lea": "lead", "Ana": "analyst", "Bob": "analyst", "Con": "contributor",
    "Rea": "reader",
}  # fmt: skip


class People(dict[str, Client]):
    """A browser for each role, by name; made when it is first asked for."""

    def __init__(self, join: Callable[[str, str], Client]) -> None:
        super().__init__(Ada=join("Ada", "administrator"))
        self.join = join

    def __missing__(self, name: str) -> Client:
        self[name] = self.join(name, ROLES[name])
        return self[name]


def the(words: str) -> str:
    return next(row.id for row in selectors.incidents() if row.label.startswith(words))


def body(client: Client, address: str, **given: str) -> str:
    response = client.get(address, given, follow=True)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found is not None, name
    return found[1]
