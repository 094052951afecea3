from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stemma.desk.accounts.invitations import follow_invitation, invite, invite_first, open_invitation
from stemma.desk.accounts.models import Account
from stemma.errors import InputError, NotAllowedError
from stemma.ledger import selectors
from stemma.review import give_role
from tests.desk.people import PASSWORD

Join = Callable[[str, str], Client]


def test_the_first_account_is_the_administrator_s(accounts: Path) -> None:
    token = invite_first()
    assert token is not None
    made = follow_invitation(token, name="  Ada   Byrd ", password=PASSWORD)
    assert (made.name, made.check_password(PASSWORD)) == ("Ada Byrd", True)
    assert [(one.name, one.role) for one in selectors.people()] == [("Ada Byrd", "administrator")]
    assert invite_first() is None


def test_where_people_are_named_the_first_account_is_an_administrator_s_all_the_same(accounts: Path) -> None:
    give_role("Ada", "administrator", actor="root", reason="keeps it")
    token = invite_first() or ""
    with pytest.raises(NotAllowedError, match="administrator of this ledger: Ada"):
        follow_invitation(token, name="Mallory", password=PASSWORD)
    assert not Account.objects.exists()
    assert follow_invitation(token, name="ADA", password=PASSWORD).name == "Ada"


def test_a_link_works_once_and_a_later_one_ends_it(join: Join) -> None:
    join("Ada", "administrator")
    give_role("Ben", "analyst", actor="Ada", reason="joins")
    earlier, later = invite("Ben", by="Ada"), invite("ben", by="Ada")
    assert open_invitation(earlier) is None
    follow_invitation(later, name="whatever", password=PASSWORD)
    with pytest.raises(InputError, match="has been used"):
        follow_invitation(later, name="", password=PASSWORD)
    assert [account.name for account in Account.objects.all()] == ["Ada", "Ben"]


def test_a_weak_password_leaves_the_link_open(accounts: Path) -> None:
    token = invite_first() or ""
    for weak in ("", "short", "123456789012345", "Ada Byrd Byrd"):
        with pytest.raises(InputError, match="password"):
            follow_invitation(token, name="Ada Byrd Byrd", password=weak)
    assert open_invitation(token) is not None
    assert selectors.people() == ()


def test_nobody_is_invited_whom_the_ledger_does_not_name(accounts: Path) -> None:
    with pytest.raises(InputError, match="Eve has no role"):
        invite("Eve", by="Ada")


def test_only_the_hash_of_a_link_is_kept(accounts: Path) -> None:
    token = invite_first() or ""
    assert token.encode() not in (accounts / "accounts.db").read_bytes()
    assert token.encode() not in (accounts / "accounts.db-wal").read_bytes()
