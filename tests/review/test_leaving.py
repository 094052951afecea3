"""Exports and logins: what is recorded, who may, and that nothing is derived for them."""

from __future__ import annotations

import pytest

from stemma.errors import InputError, NotAllowedError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.model.exported import Exported, Login
from stemma.review import begin_export, record_export, record_login
from tests.ledgers import Filled
from tests.review.people import name_people

FILES = {"claims.csv": "0" * 64}


def test_an_export_is_recorded_and_makes_nothing_due(filled: Filled) -> None:
    (row,) = selectors.incidents()
    seq = begin_export(" Ada ")
    assert 0 < seq == selectors.taken_in()
    alias = selectors.account(row.id).aliases[-1]
    made = record_export("csv", FILES, seq=seq, actor=" Ada ", incident=alias)
    again = record_export("csv", FILES, seq=seq, actor="Ada")
    assert (made.format, made.files, made.seq, made.incident, made.actor) == ("csv", FILES, seq, row.id, "Ada")
    assert [held.value for held in selectors.done("export", Exported)] == [made, again]
    assert not selectors.accounts_due()
    assert verify(filled.folder).ok


def test_who_may_not_takes_nothing_out(filled: Filled) -> None:
    name_people()
    for who in ("Eve", "Nobody"):
        with pytest.raises(NotAllowedError, match="take data out"):
            begin_export(who)
        with pytest.raises(NotAllowedError, match="take data out"):
            record_export("csv", FILES, seq=1, actor=who)
    with pytest.raises(InputError, match="actor"):
        begin_export(" ")
    with pytest.raises(InputError, match="nothing"):
        record_export("csv", {}, seq=1, actor="Dan")
    with pytest.raises(NotFoundError):
        record_export("csv", FILES, seq=1, actor="Dan", incident="00000000")
    assert selectors.done("export", Exported) == ()


def test_every_knock_is_recorded_whoever_it_is(filled: Filled) -> None:
    name_people()
    record_login("ada", "password", succeeded=True)
    record_login(" Mallory ", " second factor ", succeeded=False)
    held = [(row.value.person, row.value.how, row.value.succeeded) for row in selectors.done("login", Login)]
    assert held == [("Ada", "password", True), ("Mallory", "second factor", False)]
    assert not selectors.accounts_due()
    assert verify(filled.folder).ok


@pytest.mark.parametrize(
    ("person", "how", "what"), [(" ", "password", "person"), ("x" * 201, "password", "200"), ("Ada", "\n", "door")]
)
def test_what_is_no_login_is_refused(filled: Filled, person: str, how: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        record_login(person, how, succeeded=False)
    assert Event.objects.filter(kind="login").count() == 0
