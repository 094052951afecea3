"""What every answer carries, what no form takes, and which files nobody else reads."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from stemma.desk.accounts.database import FILE
from stemma.desk.accounts.secret import secret_key
from stemma.desk.accounts.settings import sign_in
from stemma.settings import Settings as Given
from stemma.settings import from_environment
from tests.desk.conftest import _open
from tests.desk.people import PASSWORD

Join = Callable[[str, str], Client]


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Every address of the desk, its parts filled in with something."""
    for pattern in patterns:
        numbered = re.sub(r"<int:[^>]*>", "1", str(pattern.pattern))
        there = before + re.sub(r"<[^>]*>", "abcdef", numbered)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, there)
        else:
            yield there


def test_no_form_is_taken_without_its_token(join: Join) -> None:
    ada = join("Ada", "administrator")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = ada.cookies
    there = list(addresses(get_resolver().url_patterns))
    assert len(there) > 40
    told = {address: strict.post(address, {"name": "Ada", "reason": "x"}).status_code for address in there}
    # 403: refused for want of the token; 405: this address takes no form at all.
    assert {address: status for address, status in told.items() if status not in (403, 405)} == {}
    assert sum(status == 403 for status in told.values()) > 15
    forged = strict.post("/people/invite/", {"name": "Ada"})
    assert b"This form is too old" in forged.content
    assert b"/welcome/" not in forged.content


def test_what_every_answer_tells_the_browser(join: Join, client: Client) -> None:
    ada = join("Ada", "administrator")
    for address in ("/", "/account/", "/people/", "/nowhere/", "/static/desk/desk.css"):
        answer = ada.get(address)
        answer.close()  # a style sheet comes from an open file
        headers = answer.headers
        assert "camera=()" in headers["Permissions-Policy"]
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in ada.get("/account/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address", ["/account/", "/account/login/", "/account/2fa/", "/people/", "/audit/", "/audit.csv", "/welcome/x/"]
)
def test_pages_about_people_are_kept_by_no_browser(join: Join, address: str) -> None:
    assert "no-store" in join("Ada", "administrator").get(address)["Cache-Control"]


def test_what_depends_on_who_asks_is_kept_for_nobody_else(client: Client, ledger: Path, accounts: Path) -> None:
    assert "private" in client.get("/")["Cache-Control"]


def test_cookies_are_for_the_server_alone(join: Join, client: Client) -> None:
    join("Ada", "administrator")
    client.get("/account/login/")
    client.post("/account/login/", {"login": "Ada", "password": PASSWORD})
    assert len(client.cookies) == 2
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_another_host_is_not_answered(client: Client, ledger: Path, accounts: Path) -> None:
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_page_shows_no_secret_of_the_session(join: Join) -> None:
    ada = join("Ada", "administrator")
    (session,) = (cookie.value for name, cookie in ada.cookies.items() if "form" not in name)
    for address in ("/account/", "/account/sessions/", "/people/", "/audit/"):
        assert session not in ada.get(address).content.decode()


def test_the_key_is_its_owner_s_alone(accounts: Path) -> None:
    secret_key(accounts)
    assert stat.S_IMODE((accounts / "desk.key").stat().st_mode) == 0o600


def test_a_new_accounts_database_is_its_owner_s_alone(ledger: Path) -> None:
    _open(ledger)
    assert {stat.S_IMODE(path.stat().st_mode) for path in ledger.glob(f"{FILE}*")} == {0o600}


def told(**more: object) -> dict[str, object]:
    return sign_in(
        Path("ledger"), Given(Path("ledger"), None, ("127.0.0.1", "desk.example.org", ".example.net"), **more)
    )  # type: ignore[arg-type]


def test_behind_https_nothing_goes_in_the_clear() -> None:
    plain, https = told(), told(https=True)
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert (plain[name], https[name]) == (False, True)
    assert https["SECURE_HSTS_SECONDS"] == 30 * 24 * 3600
    assert https["CSRF_TRUSTED_ORIGINS"] == ["https://desk.example.org", "https://*.example.net"]
    assert plain["SECURE_PROXY_SSL_HEADER"] is None, "nobody is believed where no server of ours stands in front"
    counts = (plain["ALLAUTH_TRUSTED_PROXY_COUNT"], https["ALLAUTH_TRUSTED_PROXY_COUNT"])
    assert counts == (0, 1)
    assert told(https=True, proxies=2)["ALLAUTH_TRUSTED_PROXY_COUNT"] == 2


def test_a_claimed_address_is_believed_of_our_own_servers_alone(join: Join, settings: Settings) -> None:
    join("Ada", "administrator")
    claimed = {"x-forwarded-for": "203.0.113.5, 198.51.100.9"}
    for believed, address in ((0, "127.0.0.1"), (1, "198.51.100.9")):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = believed
        Client(headers=claimed).post("/account/login/", {"login": "Ada", "password": "wrong"})
        assert AccessAttempt.objects.order_by("-pk")[0].ip_address == address


@pytest.mark.parametrize(
    ("word", "meant"),
    [("", "advised"), ("advised", "advised"), ("Required", "required"), ("all", "all"), ("requird", "required")],
)
def test_a_slip_of_the_pen_opens_no_door(monkeypatch: pytest.MonkeyPatch, word: str, meant: str) -> None:
    monkeypatch.setenv("STEMMA_SECOND_FACTOR", word)
    assert from_environment().second_factor == meant
