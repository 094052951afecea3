"""What people did, in words; on both databases."""

from __future__ import annotations

import pytest

from stemma.errors import InputError, NotAllowedError
from stemma.ledger.verification import verify
from stemma.model.coding import Choice, Judgement
from stemma.model.series import Question
from stemma.review import (
    code_claim,
    give_role,
    open_round,
    record_account,
    record_export,
    record_login,
    reject,
    same,
    save_series,
)
from stemma.review.audit import KINDS, whole_audit
from tests.ledgers import Filled

pytestmark = pytest.mark.both_databases


def test_every_kind_of_act_has_words(filled: Filled) -> None:
    claim = filled.readings[0].claims[0].id
    give_role("Ada", "administrator", actor="Ada", reason="keeps it")
    for name in ("Ana", "Ben"):
        give_role(name, "analyst", actor="Ada", reason="codes")
    reject(claim, actor="Ana", reason="not there")
    save_series("Strikes", Question(by=("Coalition",)), actor="Ana", reason="a report")
    held = open_round("Pilot", Choice(), coders=("Ana", "Ben"), third=None, actor="Ada", reason="to see")
    code_claim("Pilot", held.claims[0], Judgement("accept"), actor="Ben")
    record_export("csv", {"claims.csv": "0" * 64}, seq=1, actor="Ana")
    record_login("Eve", "password", succeeded=False)
    record_login("Ben", "signed out", succeeded=True)
    record_account("Ben", "account shut", actor="Ada", reason="left")
    told = {row.what: (row.kind, row.person) for row in whole_audit()}
    assert told["did not get in by password"] == ("sign-ins", "Eve")
    assert told["signed out"] == ("sign-ins", "Ben")
    assert told["account shut by Ada: left"] == ("sign-ins", "Ben")
    assert told["gave Ben the role analyst"] == ("roles", "Ada")
    assert told["opened the round “Pilot” of Ana, Ben"] == ("rounds", "Ada")
    assert told["saved the series “Strikes”"] == ("series", "Ana")
    assert ("exports", "Ana") in told.values()
    (coded,) = (what for what, (kind, who) in told.items() if (kind, who) == ("rounds", "Ben"))
    assert "accept" not in coded, "what is coded unseen stays unseen"
    assert verify(filled.folder).ok


def test_what_was_one_act_is_one_line(filled: Filled) -> None:
    one, other = (reading.events[0].id for reading in filled.readings)
    same(one, other, actor="Ana", reason="one strike")
    rows = list(whole_audit(kinds=KINDS["rulings"]))
    assert len(rows) == 1
    assert rows[0].reason == "one strike"


def test_accounts_are_changed_by_those_who_give_roles(filled: Filled) -> None:
    give_role("Ada", "administrator", actor="Ada", reason="keeps it")
    give_role("Leo", "lead", actor="Ada", reason="seals")
    with pytest.raises(NotAllowedError, match="administrator"):
        record_account("Ada", "sessions ended", actor="Leo")
    with pytest.raises(InputError, match="reason"):
        record_account("Leo", "sessions ended", actor="Ada", reason="x" * 501)
