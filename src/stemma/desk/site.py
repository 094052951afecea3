"""What a site needs beyond the ledger's own settings: applications, templates, static files, and what browsers may do
here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
"""Nothing but our own style sheets, pictures and scripts: no frame, no font, no script or style in the markup."""

MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)

CONTEXT = ("django.template.context_processors.request", "django.template.context_processors.i18n")


def site_settings(ledger: Path, *, secret_key: str, allowed_hosts: tuple[str, ...]) -> dict[str, Any]:
    """Settings for `ledger.configure`. `ledger` is named in hints as its user named it."""
    return {
        "INSTALLED_APPS": ["stemma.ledger", "stemma.desk", "django.contrib.staticfiles"],
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
        "SECURE_REFERRER_POLICY": "no-referrer",
        "X_FRAME_OPTIONS": "DENY",
        "SECRET_KEY": secret_key,
        "ALLOWED_HOSTS": list(allowed_hosts),
        "LANGUAGE_CODE": "en-gb",
        "USE_I18N": True,
        "STEMMA_LEDGER": str(ledger),
    }
