"""Codes are taken once."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.core.exceptions import ValidationError
from django.db import transaction

from stemma.desk.accounts.database import ALIAS

STEP = "step"
"""Where a telephone's entry keeps the half minute whose code was used last (RFC 6238, 5.2)."""


class _Once:
    """Two requests with one code are taken one after the other, and the second finds it used; so does whoever comes
    after a restart. The library's own mark lasts for half a minute and in memory, and codes hold for longer here, since
    telephones go wrong by some seconds."""

    def clean_code(self) -> str:
        with transaction.atomic(using=ALIAS):
            code: str = super().clean_code()  # type: ignore[misc] # the library's form stands behind this one
            held: Authenticator = self.authenticator  # type: ignore[attr-defined] # set by the library's form
            if held.type == Authenticator.Type.TOTP:
                self._use(held, code)
        return code

    def _use(self, held: Authenticator, code: str) -> None:
        secret, digits = decrypt(held.data["secret"]), "".join(c for c in code if c.isdigit())
        steps = [
            step for step in yield_hotp_counters_from_time() if format_hotp_value(hotp_value(secret, step)) == digits
        ]
        fresh = [step for step in steps if step > held.data.get(STEP, -1)]
        if not fresh:
            self._emit_authentication_failed(held)  # type: ignore[attr-defined] # the library's form's
            error: ValidationError = get_adapter().validation_error("incorrect_code")
            raise error
        held.data[STEP] = min(fresh)
        held.save(update_fields=["data"])


class CodeForm(_Once, AuthenticateForm):  # type: ignore[misc] # its package is not annotated throughout
    """The code asked for at the door."""


class CodeAgainForm(_Once, ReauthenticateForm):  # type: ignore[misc] # its package is not annotated throughout
    """The code asked for again."""
