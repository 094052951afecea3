"""Who comes in, who does not, and what the ledger holds of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from pytest_django import Settings

from stemma.desk.accounts import noting
from stemma.desk.accounts.invitations import invite
from stemma.desk.accounts.models import Account
from stemma.desk.accounts.settings import COOL_OFF, FAILURES, LIMITS
from stemma.ledger.selectors.acts import done
from stemma.model.exported import Login
from stemma.review import give_role
from tests.desk.people import PASSWORD

Join = Callable[[str, str], Client]
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def quick(settings: Settings) -> None:
    """How slow a password is to try is the hasher's; these tests try hundreds."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def noted() -> list[tuple[str, str, bool]]:
    return [(held.value.person, held.value.how, held.value.succeeded) for held in done("login", Login)]


def knock(client: Client, name: str, password: str, **more: str) -> int:
    return client.post("/account/login/", {"login": name, "password": password, **more}).status_code


def code(ahead: int = 1) -> str:
    """The code of a half minute that has not passed when it is typed."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(SECRET, now + ahead))


def protected(name: str) -> list[str]:
    """Give an account a second factor; its recovery codes."""
    account = Account.objects.get(name=name)
    TOTP.activate(account, SECRET)
    return RecoveryCodes.activate(account).get_unused_codes()


def test_who_comes_in_and_leaves_is_noted(join: Join, client: Client) -> None:
    join("Ada Byrd", "administrator")
    assert knock(client, "ADA byrd", PASSWORD) == 302
    assert client.post("/account/logout/").status_code == 302
    assert noted() == [("Ada Byrd", "password", True), ("Ada Byrd", "signed out", True)]


def test_an_invitation_is_a_door_of_its_own(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    give_role("Ben", "analyst", actor="Ada", reason="joins")
    way = f"/welcome/{invite('Ben', by='Ada')}/"
    there = client.post(way, {"password": PASSWORD, "again": PASSWORD})
    assert there["Location"] == "/account/2fa/totp/activate/"
    assert client.get(there["Location"]).status_code == 200, "the password is not asked for again"
    assert noted() == [("Ben", "invitation", True)]


def test_a_link_opens_no_account_past_its_second_factor(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    protected("Ada")
    there = client.post(f"/welcome/{invite('Ada', by='Ada')}/", {"password": PASSWORD, "again": PASSWORD})
    assert there["Location"].startswith("/account/2fa/authenticate/")
    assert client.get("/account/")["Location"].startswith("/account/login/")
    assert client.post("/account/2fa/authenticate/", {"code": code()}).status_code == 302
    assert client.get("/account/").status_code == 200
    assert noted() == [("Ada", "invitation and second factor", True)]


def test_a_code_is_taken_once(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    recovery = protected("Ada")
    once = code()
    assert knock(client, "Ada", PASSWORD) == 302
    assert b"Your code" in client.get("/account/2fa/authenticate/").content
    wrong = client.post("/account/2fa/authenticate/", {"code": "000000" if once != "000000" else "111111"})
    assert b"This code is wrong" in wrong.content
    assert client.post("/account/2fa/authenticate/", {"code": f"{once[:3]} {once[3:]}"})["Location"] == "/"
    second = Client()
    knock(second, "Ada", PASSWORD)
    cache.clear()  # a restart: the use of a code is kept with the account
    assert b"This code is wrong" in second.post("/account/2fa/authenticate/", {"code": once}).content
    assert second.post("/account/2fa/authenticate/", {"code": recovery[0]})["Location"] == "/"
    third = Client()
    knock(third, "Ada", PASSWORD)
    assert b"This code is wrong" in third.post("/account/2fa/authenticate/", {"code": recovery[0]}).content
    assert [(how, got) for _, how, got in noted()] == [
        ("second factor", False),
        ("password and second factor", True),
        ("second factor", False),
        ("password and recovery code", True),
        ("second factor", False),
    ]


def test_a_copy_of_the_accounts_alone_holds_no_second_factor(join: Join, client: Client, settings: Settings) -> None:
    join("Ada", "administrator")
    recovery = protected("Ada")
    held = [str(one.data) for one in Authenticator.objects.all()]
    assert not [data for data in held if SECRET in data]
    settings.SECRET_KEY = "another key than the one that locked them"
    knock(client, "Ada", PASSWORD)
    for typed in (code(), recovery[0]):
        assert b"This code is wrong" in client.post("/account/2fa/authenticate/", {"code": typed}).content


def test_codes_cannot_be_guessed(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    protected("Ada")
    knock(client, "Ada", PASSWORD)
    right = code()
    most = int(LIMITS["login_failed"].split("/")[0])
    for guess in range(most):
        client.post("/account/2fa/authenticate/", {"code": f"x{guess}"})
    told = client.post("/account/2fa/authenticate/", {"code": right}).content
    assert b"Too many wrong codes" in told
    assert Authenticator.objects.get(type="totp").last_used_at is None


def test_too_many_wrong_passwords_shut_out_the_pair_for_a_while(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    for _ in range(FAILURES - 1):
        assert knock(client, "Ada", "wrong") == 200
    shut = client.post("/account/login/", {"login": "ada", "password": "wrong"})
    assert shut.status_code == 429
    assert b"Too many wrong passwords" in shut.content
    assert b"30 minutes" in shut.content
    assert 0 < int(shut["Retry-After"]) <= COOL_OFF.total_seconds()
    assert knock(client, "Ada", PASSWORD) == 429, "the right one is not looked at either"
    other = client.post("/account/login/", {"login": "Ada", "password": PASSWORD}, REMOTE_ADDR="198.51.100.7")
    assert other.status_code == 302, "nobody is kept out by what another address tries"
    assert [how for _, how, got in noted() if not got][FAILURES - 1 :] == ["password; shut out for a while"] * 2
    AccessAttempt.objects.update(attempt_time=AccessAttempt.objects.get().attempt_time - COOL_OFF)
    assert knock(Client(), "Ada", PASSWORD) == 302


def test_a_name_that_nobody_has_is_answered_alike(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    known = client.post("/account/login/", {"login": "Ada", "password": "wrong"})
    unknown = client.post("/account/login/", {"login": "Eve", "password": "wrong"})
    told = b"Name and password do not fit together."
    assert (known.status_code, told in known.content) == (unknown.status_code, told in unknown.content) == (200, True)
    for _ in range(FAILURES):
        last = client.post("/account/login/", {"login": "Eve", "password": "wrong"})
    assert last.status_code == 429


def test_what_was_typed_is_kept_nowhere(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    knock(client, "my secret as a name", "wrong")
    knock(client, "Ada", "typed-as-password")
    held = AccessAttempt.objects.all()
    assert held.count() == 2
    assert not [a for a in held if "secret" in f"{a.username}{a.post_data}" or "typed" in a.post_data]
    assert [person for person, _, _ in noted()] == [noting.UNKNOWN, "Ada"]


def test_a_flood_of_attempts_leaves_a_bounded_trace(join: Join, settings: Settings) -> None:
    join("Ada", "administrator")
    settings.ACCOUNT_RATE_LIMITS = {"login": "1000/m/ip"}
    for number in range(noting.OF_ONE + 10):
        Client().post("/account/login/", {"login": f"nobody {number}", "password": "x"})
        Client().post("/account/login/", {"login": "Ada", "password": "x"}, REMOTE_ADDR=f"198.51.100.{number}")
    held = noted()
    assert sum(person == noting.UNKNOWN for person, _, _ in held) == 1
    assert sum(person == "Ada" for person, _, _ in held) == noting.OF_ONE


def test_knocking_too_fast_is_refused(join: Join, client: Client, settings: Settings) -> None:
    join("Ada", "administrator")
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    assert [knock(client, "Ada", "x") for _ in range(3)] == [200, 200, 429]
    assert b"Too often" in client.post("/account/login/", {"login": "Ada", "password": PASSWORD}).content


def test_the_password_asked_for_again_has_limits_too(join: Join, settings: Settings) -> None:
    ada = join("Ada", "administrator")
    settings.ACCOUNT_RATE_LIMITS = {"reauthenticate": "2/m/user"}
    told = [ada.post("/account/reauthenticate/", {"password": "x"}).status_code for _ in range(3)]
    assert told == [200, 200, 429]
    assert noted()[0] == ("Ada", "password asked for again", False)


def test_whoever_cannot_be_noted_does_not_come_in(join: Join, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    join("Ada", "administrator")

    def full(*_args: object, **_more: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(noting, "record_login", full)
    client.raise_request_exception = False
    assert knock(client, "Ada", "wrong") == 200, "a failure that cannot be noted stays a failure"
    assert knock(client, "Ada", PASSWORD) == 500
    assert client.get("/account/").status_code == 302


def test_a_changed_password_ends_every_other_session(join: Join) -> None:
    here, there = join("Ada", "administrator"), Client()
    knock(there, "Ada", PASSWORD)
    new = "another way to Tipperary"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/account/password/", form)["Location"] == "/account/"
    assert (here.get("/account/").status_code, there.get("/account/").status_code) == (200, 302)


def test_other_sessions_are_ended_from_the_account(join: Join) -> None:
    here, there = join("Ada", "administrator"), Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"})
    knock(there, "Ada", PASSWORD)
    here.get("/")
    assert b"Firefox, Linux" in here.get("/account/").content
    assert here.post("/account/sessions/")["Location"] == "/account/sessions/"
    assert (here.get("/account/").status_code, there.get("/account/").status_code) == (200, 302)


@pytest.mark.parametrize(
    ("asked", "role", "kept_out"),
    [
        ("advised", "administrator", False),
        ("required", "administrator", True),
        ("required", "lead", True),
        ("required", "analyst", False),
        ("all", "reader", True),
    ],
)
def test_the_desk_may_ask_for_a_second_factor(
    join: Join, settings: Settings, asked: str, role: str, kept_out: bool
) -> None:
    ada = join("Ada", "administrator")
    one = ada if role == "administrator" else join("Ben", role)
    settings.STEMMA_SECOND_FACTOR = asked
    told = one.get("/voices/")
    assert (told.status_code == 302) is kept_out
    if kept_out:
        assert told["Location"] == "/account/2fa/totp/activate/"
        assert one.post("/account/reading/", {"fold": "never"}).status_code == 302
        assert Account.objects.filter(fold="never").count() == 0
        protected("Ada" if role == "administrator" else "Ben")
        assert one.get("/voices/").status_code == 200


def test_whose_role_weighs_is_reminded(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    knock(client, "Ada", PASSWORD)
    assert b"Protect it with a second factor" in client.get("/").content
    assert b"takes two minutes" in client.get("/account/").content
    protected("Ada")
    assert b"takes two minutes" not in client.get("/account/").content


@pytest.mark.parametrize("there", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
@pytest.mark.parametrize("way", ["/account/login/", "/account/logout/"])
def test_nobody_is_sent_elsewhere(join: Join, client: Client, way: str, there: str) -> None:
    join("Ada", "administrator")
    found = client.post(way, {"login": "Ada", "password": PASSWORD, "next": there})
    assert (found.status_code, found["Location"]) == (302, "/")
