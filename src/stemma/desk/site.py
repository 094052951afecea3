"""What a site needs beyond the ledger's own settings: applications, templates, static files, and what browsers may do
here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from stemma.desk.accounts.settings import sign_in
from stemma.settings import Readers

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "connect-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
"""Nothing but our own files: no script or style in the markup, nothing evaluated, no frame, no font."""

MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "stemma.desk.accounts.person.AskingMiddleware",
    "axes.middleware.AxesMiddleware",
)

CONTEXT = (
    "django.template.context_processors.request",
    "django.template.context_processors.i18n",
    "django.contrib.messages.context_processors.messages",
)

APPLICATIONS = (
    "stemma.ledger",
    "stemma.desk",
    "stemma.desk.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "django_htmx",
)


def site_settings(
    ledger: Path,
    *,
    secret_key: str,
    allowed_hosts: tuple[str, ...],
    readers: Readers = "anyone",
    https: bool = False,
    followed: bool = False,
) -> dict[str, Any]:
    """Settings for `ledger.configure`. `ledger` is named in hints as its user named it; `readers` says whether a
    stranger may read, `https` that browsers reach the desk through it alone, `followed` that a process beside the desk
    lets the accounts follow what is decided."""
    return {
        "INSTALLED_APPS": list(APPLICATIONS),
        "MIDDLEWARE": list(MIDDLEWARE),
        "ROOT_URLCONF": "stemma.desk.urls",
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": list(CONTEXT)},
            }
        ],
        "STATIC_URL": "/static/",
        # The files are served from where they lie: nothing is collected, nothing is written into the tree.
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "WHITENOISE_MAX_AGE": 300,
        "CONTENT_SECURITY_POLICY": CONTENT_SECURITY_POLICY,
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "SECRET_KEY": secret_key,
        "ALLOWED_HOSTS": list(allowed_hosts),
        "LANGUAGE_CODE": "en-gb",
        "USE_I18N": True,
        "STEMMA_LEDGER": str(ledger),
        "STEMMA_READERS": readers,
        "STEMMA_FOLLOWED": followed,
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
        **sign_in(ledger, https=https),
    }
