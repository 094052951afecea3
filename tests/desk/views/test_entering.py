from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from stemma.desk.accounts.invitations import invite_first
from stemma.review import take_role
from tests.desk.people import PASSWORD

Join = Callable[[str, str], Client]


def test_whoever_follows_the_first_link_is_signed_in(accounts: Path, client: Client) -> None:
    way = f"/welcome/{invite_first()}/"
    assert b"The first account" in client.get(way).content
    refused = client.post(way, {"name": "Ada", "password": PASSWORD, "again": "another"})
    assert (refused.status_code, b"differ" in refused.content, b'value="Ada"' in refused.content) == (422, True, True)
    assert client.post(way, {"name": "Ada", "password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert b"<bdi>Ada</bdi>" in client.get("/").content
    assert client.get(way).status_code == 410


def test_a_name_and_a_password_in_any_spelling_of_the_name(join: Join, client: Client) -> None:
    join("Ada Byrd", "administrator")
    assert client.post("/account/login/", {"login": "ada  BYRD", "password": "wrong"}).status_code == 200
    found = client.post("/account/login/", {"login": "ada  BYRD", "password": PASSWORD, "next": "/voices/"})
    assert (found.status_code, found["Location"]) == (302, "/voices/")


def test_members_only(join: Join, client: Client, settings: Settings) -> None:
    ada = join("Ada", "administrator")
    ben = join("Ben", "reader")
    settings.STEMMA_READERS = "members"
    assert client.get("/voices/")["Location"] == "/account/login/?next=/voices/"
    assert (ada.get("/voices/").status_code, ben.get("/voices/").status_code) == (200, 200)
    take_role("Ben", actor="Ada", reason="left")
    assert ben.get("/voices/").status_code == 302


@pytest.mark.parametrize("address", ["/account/signup/", "/account/password/reset/", "/account/email/"])
def test_nobody_signs_up_and_no_mail_is_asked_for(accounts: Path, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
