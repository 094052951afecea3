"""What Django and its libraries are told about signing in."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

from stemma.desk.accounts.database import CACHE, Router
from stemma.settings import Settings

WEEKS = 2
"""How long a session lasts that nobody ends."""
FAILURES, COOL_OFF = 8, timedelta(minutes=30)
"""After so many wrong passwords for one name from one address that pair is shut out for so long: room for a bad day
with a password, and some 400 guesses a day for whoever tries them all. Counted for the pair, so that nobody shuts
another person out by typing their name."""
SHORTEST = 12
"""Characters of a password (NIST SP 800-63B asks for 8 at least and counts length above all)."""
FRESH = timedelta(minutes=15)
"""How long after a password was typed the second factor can be changed without typing it again: time to fetch the
telephone from the other room."""
LIMITS = {
    "login": "30/m/ip",
    "login_failed": "5/5m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
"""What the library counts besides, in requests a minute: sign-ins of one address (an office behind one address fits),
the password asked for again, its change; and wrong codes of one account, five in five minutes: of a million codes
three hold at a time, so that guessing them all day long, with the password known, has a chance of one in 200."""
KEPT = 20_000
"""Counts that are held in memory; more than one address can make within the hour for which the longest is held."""


def sign_in(ledger: Path, given: Settings) -> dict[str, Any]:
    """Settings for a site. Cookies bear the ledger's mark, so that two desks on one machine do not end each other's
    sessions."""
    mark = hashlib.sha256(str(ledger.absolute()).encode()).hexdigest()[:8]
    return {
        "DATABASE_ROUTERS": [f"{Router.__module__}.{Router.__qualname__}"],
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": CACHE,
                "OPTIONS": {"MAX_ENTRIES": KEPT},
            }
        },
        "AUTH_USER_MODEL": "accounts.Account",
        "AUTHENTICATION_BACKENDS": ["axes.backends.AxesStandaloneBackend", "stemma.desk.accounts.backend.ByName"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
            for name, options in (
                ("UserAttributeSimilarityValidator", {"user_attributes": ("name",)}),
                ("MinimumLengthValidator", {"min_length": SHORTEST}),
                ("CommonPasswordValidator", {}),
                ("NumericPasswordValidator", {}),
            )
        ],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.ScryptPasswordHasher"],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "desk:incidents",
        **_cookies(mark, given),
        **_https(given),
        **_allauth(given),
        **_axes(),
    }


def _cookies(mark: str, given: Settings) -> dict[str, Any]:
    return {
        "SESSION_COOKIE_NAME": f"stemma-{mark}",
        "SESSION_COOKIE_AGE": WEEKS * 7 * 24 * 3600,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": given.https,
        "CSRF_COOKIE_NAME": f"stemma-form-{mark}",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SECURE": given.https,
        "CSRF_FAILURE_VIEW": "stemma.desk.views.refusals.forged",
    }


def _https(given: Settings) -> dict[str, Any]:
    """A desk behind https has a server of ours in front, which says how the browser came and from where. Forms may
    come from the hosts that the desk answers to, whatever port that server listens on."""
    named = [host for host in given.allowed_hosts if host not in ("127.0.0.1", "localhost", "[::1]", "*")]
    return {
        "SECURE_HSTS_SECONDS": 30 * 24 * 3600 if given.https else 0,
        "SECURE_SSL_REDIRECT": given.https,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if given.https else None,
        "CSRF_TRUSTED_ORIGINS": [f"https://{'*' if host.startswith('.') else ''}{host}" for host in named]
        if given.https
        else [],
    }


def _allauth(given: Settings) -> dict[str, Any]:
    return {
        "ALLAUTH_TRUSTED_PROXY_COUNT": given.proxies if given.proxies is not None else int(given.https),
        "ACCOUNT_ADAPTER": "stemma.desk.accounts.adapter.Adapter",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": "key",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_USER_DISPLAY": str,
        "ACCOUNT_SESSION_REMEMBER": True,
        "ACCOUNT_RATE_LIMITS": LIMITS,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": int(FRESH.total_seconds()),
        "MFA_ADAPTER": "stemma.desk.accounts.factors.FactorAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes"],
        "MFA_FORMS": {
            "authenticate": "stemma.desk.accounts.codes.CodeForm",
            "reauthenticate": "stemma.desk.accounts.codes.CodeAgainForm",
        },
        "MFA_TOTP_ISSUER": "Stemma",
        "MFA_TOTP_TOLERANCE": 1,
        "MFA_RECOVERY_CODES_SHOW_ONCE": True,
        "USERSESSIONS_TRACK_ACTIVITY": True,
    }


def _axes() -> dict[str, Any]:
    return {
        "AXES_FAILURE_LIMIT": FAILURES,
        "AXES_COOLOFF_TIME": COOL_OFF,
        "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
        # Otherwise it counts under the form's name for the field and looks under the model's, and shuts nobody out.
        "AXES_USERNAME_FORM_FIELD": "username",
        "AXES_USERNAME_CALLABLE": "stemma.desk.accounts.backend.typed_name",
        "AXES_CLIENT_IP_CALLABLE": "stemma.desk.accounts.backend.client_address",
        "AXES_LOCKOUT_CALLABLE": "stemma.desk.views.refusals.shut_out",
        "AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT": False,
        "AXES_RESET_ON_SUCCESS": True,
        "AXES_DISABLE_ACCESS_LOG": True,
        "AXES_SENSITIVE_PARAMETERS": ["username", "ip_address", "login", "password", "code", "name", "token"],
        "AXES_VERBOSE": False,
    }
