"""Whoever sees data alone is shown the name of none of the ledger's people, on no page that can be reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from stemma.build import refresh
from stemma.ledger import selectors
from stemma.model.series import Question
from stemma.review import assign, change_status, comment, correct, override, reject, save_series
from tests.desk.people import PEOPLE
from tests.ledgers import fill

Join = Callable[[str, str], Client]
Worked = tuple[str, dict[str, Client]]
HREF = re.compile(r'href="(/[^"]*)"')
TAKEN = ("account.json", "claims.csv", "stemma.graphml", "source/")


@pytest.fixture
def worked(ledger: Path, join: Join) -> Worked:
    """A ledger in which everybody did what can be done, each time with somebody's name in the reason."""
    made = fill(ledger)
    clients = {role: join(name, role) for name, role in PEOPLE.items()}
    ada, leo, ana = (name for name, role in PEOPLE.items() if role in ("administrator", "lead", "analyst"))
    told = {"actor": ana, "reason": f"as {leo} and {ada.upper()} say"}
    (row,) = selectors.incidents()
    correct(made.readings[0].claims[0].id, field="value", content={"low": 44, "high": 44}, **told)
    reject(made.readings[0].claims[1].id, **told)
    override(row.id, "low", "41", slot="killed", **told)
    override(row.id, "grade", "Fair", policy="airwars", **told)
    save_series("Strikes", Question(by=("Coalition",)), **told)
    refresh(ledger)
    incident = selectors.resolve(row.id)
    assign(incident, ana, actor=leo, reason=f"{ana} knows it")
    change_status(incident, "take_up", actor=ana)
    change_status(incident, "ask_help", actor=ana, reason=f"ask {leo}")
    comment("incident", incident, f"{leo} will know", actor=ana)
    return incident, clients


def walked(client: Client, start: tuple[str, ...]) -> dict[str, str]:
    """Every page that links lead to, by address."""
    seen: dict[str, str] = {}
    ahead = list(start)
    while ahead:
        address = ahead.pop()
        if address in seen or address.startswith(("/static/", "/account/logout", "/account/login")):
            continue
        answer = client.get(address)
        seen[address] = answer.content.decode("utf-8", "replace")
        ahead += [unescape(found).partition("#")[0] for found in HREF.findall(seen[address])]
    return seen


def starts(incident: str) -> tuple[str, ...]:
    there = f"/incidents/{incident}/"
    policies = tuple(f"{there}?policy={name}" for name in ("airwars", "ucdp", "acled", "range"))
    taken = tuple(f"{there}{name}" for name in TAKEN[:3])
    rows = [row.claim.document_id for row in selectors.claim_rows()]
    return (
        "/",
        "/people/",
        "/audit/",
        there,
        *policies,
        *taken,
        f"{there}history/",
        *(f"/documents/{d}/" for d in rows),
    )


@pytest.mark.parametrize("who", ["stranger", "reader"])
def test_no_page_names_anybody(worked: Worked, client: Client, who: str) -> None:
    incident, clients = worked
    own = [name for name, role in PEOPLE.items() if role == who]
    pages = walked(client if who == "stranger" else clients["reader"], starts(incident))
    assert len(pages) > 20
    assert "an analyst ruled low 41" in pages[f"/incidents/{incident}/"]
    shown = [
        (address, name)
        for address, text in pages.items()
        for name in PEOPLE
        if name.lower() in text.lower() and name not in own
    ]
    assert shown == []


def test_who_works_here_sees_who_did_what(worked: Worked) -> None:
    incident, clients = worked
    contributor = clients["contributor"]
    history = contributor.get(f"/incidents/{incident}/history/").content.decode()
    assert all(told in history for told in ("Ana Cole", "Leo Dunn will know", "ask Leo Dunn"))
    assert "Names of people are left out" not in history
    account = contributor.get(f"/incidents/{incident}/").content.decode()
    assert "Ana Cole ruled low 41" in account
    pages = [contributor.get(f"/documents/{row.claim.document_id}/").content.decode() for row in selectors.claim_rows()]
    assert any("Ana Cole corrected it" in page for page in pages)
