"""JSON lines: accounts and claims as the rest of the system spells them."""

from __future__ import annotations

import io
import json

from stemma.export import write_stream
from stemma.ledger import selectors
from stemma.model.claim import Claim
from stemma.model.finding import Account
from stemma.model.wire import from_wire
from tests.ledgers import Filled


def lines(file: str) -> list[dict[str, object]]:
    out = io.StringIO()
    write_stream("json", out, file=file)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_incident_is_its_account(filled: Filled) -> None:
    (data,) = lines("incidents.jsonl")
    account = from_wire(Account, data)
    assert account == selectors.account(account.id)


def test_a_claim_comes_whole_with_what_stands_beside_it(filled: Filled) -> None:
    data = lines("claims.jsonl")
    assert [from_wire(Claim, each["claim"]) for each in data] == [row.claim for row in selectors.claim_rows()]
    assert {each["incident"] for each in data} == {selectors.incidents()[0].id}
    assert all(each["origin"] and each["document"] for each in data)
