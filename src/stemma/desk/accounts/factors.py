"""The second factor: who has one, who must, and what the library asks of a site about it."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from stemma.data.roles import ADMINISTRATOR
from stemma.desk.accounts.models import Account
from stemma.model.member import Person

WEIGHTY = (ADMINISTRATOR, "lead")
"""Roles whose acts are hardest to take back: they give rights, approve and publish."""


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # its package is not annotated throughout
    """Our words, and the name as the ledger has it on the telephone."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is wrong, over or used already. Wait for the next one."),
        "cannot_generate_recovery_codes": _("Recovery codes belong to a second factor; set one up first."),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """What was put away under the desk's key. Under another key nothing of it can be read: then it is something
        that nobody knows, so that no code fits, and an administrator resets the second factor."""
        try:
            return _box().decrypt(encrypted_text).decode()
        except InvalidToken:
            unknown: str = generate_totp_secret()
            return unknown

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return str(user)


def _box() -> Fernet:
    """Locked by the desk's key, which stands in another file: a copy of the accounts alone shows no second factor."""
    return Fernet(urlsafe_b64encode(salted_hmac("stemma.desk.factor", "", algorithm="sha256").digest()))


def has_factor(account: Account) -> bool:
    """Whether signing in takes a code of theirs besides the password."""
    return bool(Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists())


def codes_left(account: Account) -> int:
    """Recovery codes that were not used yet."""
    held = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(held.wrap().get_unused_codes()) if held is not None else 0


def forget_factor(account: Account) -> bool:
    """Take their second factor with its recovery codes away; whether they had one."""
    return bool(Authenticator.objects.filter(user=account).delete()[0])


def advised(person: Person | None) -> bool:
    """Whether this person should have one, whatever the desk asks."""
    return person is not None and person.role in WEIGHTY


def required(person: Person | None) -> bool:
    """Whether the desk asks one of this person (STEMMA_SECOND_FACTOR)."""
    if person is None or settings.STEMMA_SECOND_FACTOR == "advised":
        return False
    return settings.STEMMA_SECOND_FACTOR == "all" or advised(person)
