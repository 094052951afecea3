"""What Django and its libraries are told about signing in."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

from stemma.desk.accounts.database import Router

WEEKS = 2
"""How long a session lasts that nobody ends."""
FAILURES, COOL_OFF = 8, timedelta(minutes=30)
"""After so many wrong passwords for one name from one address that pair is shut out for so long: room for a bad day
with a password, and some 400 guesses a day for whoever tries them all."""
SHORTEST = 12
"""Characters of a password (NIST SP 800-63B asks for 8 at least and counts length above all)."""


def sign_in(ledger: Path, *, https: bool) -> dict[str, Any]:
    """Settings for a site. Cookies bear the ledger's mark, so that two desks on one machine do not end each other's
    sessions."""
    mark = hashlib.sha256(str(ledger.absolute()).encode()).hexdigest()[:8]
    return {
        "DATABASE_ROUTERS": [f"{Router.__module__}.{Router.__qualname__}"],
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
        "SESSION_COOKIE_NAME": f"stemma-{mark}",
        "SESSION_COOKIE_AGE": WEEKS * 7 * 24 * 3600,
        "SESSION_COOKIE_SECURE": https,
        "CSRF_COOKIE_NAME": f"stemma-form-{mark}",
        "CSRF_COOKIE_SECURE": https,
        "CSRF_COOKIE_HTTPONLY": True,
        "SECURE_HSTS_SECONDS": 30 * 24 * 3600 if https else 0,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if https else None,
        "ACCOUNT_ADAPTER": "stemma.desk.accounts.adapter.Adapter",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": "key",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_USER_DISPLAY": str,
        "ACCOUNT_SESSION_REMEMBER": True,
        "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes"],
        "MFA_TOTP_ISSUER": "Stemma",
        "USERSESSIONS_TRACK_ACTIVITY": True,
        "AXES_FAILURE_LIMIT": FAILURES,
        "AXES_COOLOFF_TIME": COOL_OFF,
        "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
        "AXES_USERNAME_CALLABLE": "stemma.desk.accounts.backend.typed_name",
        "AXES_RESET_ON_SUCCESS": True,
        "AXES_VERBOSE": False,
    }
