"""An account with its owner's wishes, and the invitation by which one is made."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from stemma.model.member import person_key

NAME_ROOM = 200
"""Characters of a person's name; as many as the ledger takes of one who comes in."""


FOLDS = ("always", "marked", "never")
"""How what is hard to read is met: folded whatever an address asks, folded until its reader opens it all, or open."""


class Accounts(BaseUserManager["Account"]):
    """Finds accounts whatever spelling of the name is typed."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(key=person_key(username or ""))


class Account(AbstractBaseUser):
    """A person who can sign in: `name` as the ledger has it, `key` the same for every spelling of it. Roles are not
    kept here: the ledger says who has which.

    `era` counts how often all of their sessions were ended. `fold` is one of FOLDS, `muted` says whether what is hard
    to read is grey where it is open.
    """

    key = models.CharField(max_length=NAME_ROOM, unique=True)
    name = models.CharField(max_length=NAME_ROOM)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    era = models.PositiveIntegerField(default=0)
    fold = models.CharField(max_length=8, default="marked")
    muted = models.BooleanField(default=True)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "key"

    class Meta:
        ordering: ClassVar = ["key"]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What every session of theirs must bear: another password or another era, and none does any more."""
        told = f"{self.password}:{self.era}"
        return salted_hmac("stemma.desk.session", told, secret=secret, algorithm="sha256").hexdigest()


class Invitation(models.Model):
    """A link that makes one account, once. Only the hash of its token is kept. `name` is empty where whoever follows it
    says who they are: the very first."""

    token_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=NAME_ROOM, blank=True)
    by = models.CharField(max_length=NAME_ROOM, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name or "the first account"


class Following(models.Model):
    """Something that a person follows: an incident or a series, by its id, or (`mention`, no subject) what others say
    to them. They are told of what the ledger recorded after event `since`. It is theirs alone and no event."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    about = models.CharField(max_length=10)
    subject = models.CharField(max_length=64, blank=True)
    since = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=("account", "about", "subject"), name="followed_once")]

    def __str__(self) -> str:
        return f"{self.account}: {self.about} {self.subject}"


class SeenAlert(models.Model):
    """One change, by the number of its event, that a person has marked as seen before the rest."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    seq = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=("account", "seq"), name="seen_once")]

    def __str__(self) -> str:
        return f"{self.account}: event {self.seq}"
