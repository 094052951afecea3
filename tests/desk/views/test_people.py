from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from pytest_django import Settings

from stemma.desk.accounts.models import Account, Invitation
from stemma.ledger import selectors
from stemma.ledger.selectors.acts import done
from stemma.model.exported import Login
from tests.desk.people import PASSWORD

Join = Callable[[str, str], Client]
LINK = re.compile(r'value="http://testserver(/welcome/[^/"]+/)"')


def test_a_person_is_named_invited_and_comes_in(join: Join, client: Client) -> None:
    ada = join("Ada", "administrator")
    given = {"name": "Ben Ito", "role": "analyst", "reason": "joins in May", "invite": "1"}
    page = ada.post("/people/role/", given)
    assert (page.status_code, "no-store" in page["Cache-Control"]) == (200, True)
    html = page.content.decode()
    assert "joins in May" in html
    way = LINK.findall(html)
    assert len(way) == 1
    assert not LINK.findall(ada.get("/people/").content.decode()), "a link is shown once"
    assert "an invitation is open until" in ada.get("/people/").content.decode()
    assert client.post(way[0], {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert client.get("/account/").status_code == 200
    told = ada.get("/people/").content.decode()
    assert told.count("signed in last on") == 2
    assert "invited by Ada" in [held.value.how for held in done("login", Login)]


def test_a_role_is_changed_and_taken_with_a_reason(join: Join) -> None:
    ada, ben = join("Ada", "administrator"), join("Ben", "analyst")
    assert ada.post("/people/role/", {"name": "ben", "role": "lead", "reason": " "}).status_code == 303
    assert b"for a reason" in ada.get("/people/").content
    assert selectors.roles()["ben"].role == "analyst"
    ada.post("/people/role/", {"name": "Ben", "role": "lead", "reason": "seals now"})
    assert selectors.roles()["ben"].role == "lead"
    ada.post("/people/invite/", {"name": "Ben"})
    ada.post("/people/take/", {"name": "Ben", "reason": "left"})
    assert "ben" not in selectors.roles()
    assert ben.post("/people/role/", {"name": "Eve", "role": "lead", "reason": "x"}).status_code == 403
    assert b"no role any more" in ben.get("/account/").content
    assert not Invitation.objects.filter(used_at=None).exists(), "no link opens what was taken"


def test_the_last_administrator_stays(join: Join) -> None:
    ada = join("Ada", "administrator")
    assert "only administrator" in ada.get("/people/").content.decode()
    ada.post("/people/take/", {"name": "Ada", "reason": "tired"})
    assert b"last administrator" in ada.get("/people/").content
    assert selectors.roles()["ada"].role == "administrator"


@pytest.mark.parametrize("readers", ["anyone", "members"])
def test_an_account_is_signed_out_reset_shut_and_opened(join: Join, settings: Settings, readers: str) -> None:
    settings.STEMMA_READERS = readers
    ada, ben = join("Ada", "administrator"), join("Ben", "analyst")
    TOTP.activate(Account.objects.get(name="Ben"), "JBSWY3DPEHPK3PXP")
    assert "with a second factor" in ada.get("/people/").content.decode()
    ada.post("/people/sessions/", {"name": "Ben", "reason": "a lost telephone"})
    assert ben.get("/account/").status_code == 302
    ada.post("/people/factor/", {"name": "Ben"})
    assert not Authenticator.objects.exists()
    ada.post("/people/shut/", {"name": "Ben"})
    tried = ben.post("/account/login/", {"login": "Ben", "password": PASSWORD})
    assert tried["Location"] == "/account/inactive/"
    assert b"This account is shut" in ben.get("/account/inactive/").content
    assert ben.get("/account/").status_code == 302
    ada.post("/people/open/", {"name": "Ben"})
    assert ben.post("/account/login/", {"login": "Ben", "password": PASSWORD})["Location"] == "/"
    assert [held.value.how for held in done("login", Login) if held.value.person == "Ben"] == [
        "sessions ended by Ada: a lost telephone",
        "second factor reset by Ada",
        "account shut by Ada",
        "account opened by Ada",
        "password",
    ]


@pytest.mark.parametrize("role", ["reader", "analyst", "lead"])
def test_it_is_for_administrators(join: Join, client: Client, role: str) -> None:
    join("Ada Byrd", "administrator")
    ben = join("Ben", role)
    for page in ("/people/", "/audit/", "/audit.csv"):
        told = ben.get(page)
        assert (told.status_code, b"needs the role administrator" in told.content) == (403, True)
        assert (b"Ada Byrd" in told.content) is (role != "reader"), "a reader is told no name"
        assert client.get(page)["Location"].startswith("/account/login/")
    assert ben.post("/people/role/", {"name": "Ben", "role": "administrator", "reason": "me"}).status_code == 403
    assert selectors.roles()["ben"].role == role


def test_hostile_names_are_text(join: Join) -> None:
    ada = join("Ada", "administrator")
    ada.post("/people/role/", {"name": "<script>alert(1)</script>", "role": "reader", "reason": '"><img src=x>'})
    html = ada.get("/people/").content.decode()
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<script>alert" not in ada.get("/audit/").content.decode()
