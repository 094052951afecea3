"""The stages together: bytes to claims, claims to accounts, whatever the order of the inputs."""

from __future__ import annotations

from itertools import permutations

import pytest

from stemma.data.rules import load_rules
from stemma.errors import InputError
from stemma.ids import canonical
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.ruling import claim_ruling
from stemma.model.value import Toll
from stemma.model.wire import to_wire
from stemma.pipeline import Result, claims_by_incident, derive, read_one
from tests import factories

REPORTS = (
    (
        "An airstrike on a market in Idlib on Sunday killed 12 people and wounded 30, the Syrian Observatory for Human "
        "Rights said.\n\nThe Russian Defence Ministry denied carrying out the strike.\n"
    ),
    (
        "Market in Idlib bombed\n\nAt least 15 civilians were killed in an airstrike on a market in Idlib on "
        "February 3, 2019, rescue workers said.\n"
    ),
    (
        "Car bomb in Baghdad\n\nA car bomb killed nine people in Baghdad on February 1, 2019, police said.\n\n"
        "The war has killed more than 300,000 people since 2011.\n"
    ),
)


def read_all(reports: tuple[str, ...] = REPORTS) -> tuple[list[Document], list[Reading]]:
    """The reports as the first two stages leave them, all of one day."""
    rules = load_rules()
    pairs = [
        read_one(factories.received(text, label=f"{i}.txt", outlet=f"Outlet {i}", published="2019-02-04"), rules)
        for i, text in enumerate(reports)
    ]
    return [document for document, _ in pairs], [found for _, found in pairs]


def killed(result: Result) -> set[tuple[int | None, int | None]]:
    return {(f.low, f.high) for a in result.accounts for f in a.findings if f.slot == "killed"}


def test_bytes_become_a_document_and_its_claims() -> None:
    (document, *_), (found, *_) = read_all()
    assert document.text == REPORTS[0]
    assert found.document_id == document.id
    assert {claim.kind for claim in found.claims} >= {"toll", "perpetrator", "place", "means", "date"}


@pytest.mark.parametrize("payload", [b"", b"  \n \n", b"\x89PNG\r\n\x1a\n" + bytes(100)])
def test_bytes_without_a_text_are_refused_by_name(payload: bytes) -> None:
    with pytest.raises(InputError, match=r"page\.txt"):
        read_one(factories.received(payload), load_rules())


def test_reports_of_one_strike_meet_in_one_incident() -> None:
    result = derive(*read_all(), load_rules())
    assert len(result.accounts) == len(result.linking.incidents) == 2
    assert killed(result) == {(12, 15), (9, 9)}
    (idlib,) = [account for account in result.accounts if account.documents == 2]
    assert idlib.independent_origins == 2
    assert [finding.status for finding in idlib.findings if finding.slot == "killed"] == ["range"]


def test_the_order_of_the_documents_does_not_show() -> None:
    documents, readings = read_all()
    expected = derive(documents, readings, load_rules())
    for order in permutations(range(len(documents))):
        again = derive([documents[i] for i in order], [readings[i] for i in order], load_rules())
        assert again == expected
        assert canonical(to_wire(again.accounts)) == canonical(to_wire(expected.accounts))


@pytest.mark.parametrize("held", [1, 2])
def test_reports_that_come_later_give_the_accounts_of_a_batch(held: int) -> None:
    documents, readings = read_all()
    expected = derive(documents, readings, load_rules())
    for order in permutations(range(len(documents))):
        first = [documents[i] for i in order[:held]]
        before = derive(first, [readings[i] for i in order[:held]], load_rules())
        after = derive(documents, readings, load_rules(), earlier=before.compared)
        assert canonical(to_wire(after.accounts)) == canonical(to_wire(expected.accounts))
        assert after == expected


def test_a_wars_whole_toll_joins_no_incident() -> None:
    documents, readings = read_all()
    result = derive(documents, readings, load_rules())
    whole = [event.id for found in readings for event in found.events if event.whole]
    assert len(whole) == 1
    assert whole[0] not in {link.event_ref_id for link in result.linking.links}
    assert not any(
        isinstance(claim.value, Toll) and claim.value.low == 300_000
        for a in result.accounts
        for claim in a.claims.values()
    )


def test_every_claim_goes_to_the_incident_of_its_event() -> None:
    documents, readings = read_all()
    result = derive(documents, readings, load_rules())
    claims = [claim for found in readings for claim in found.claims]
    home = {link.event_ref_id: link.incident_id for link in result.linking.links}
    grouped = claims_by_incident(claims, result.linking)
    for incident, members in grouped.items():
        assert {home[claim.event.ref] for claim in members} == {incident}
    assert sum(map(len, grouped.values())) == sum(claim.event.ref in home for claim in claims)
    assert grouped["no such incident"] == ()


@pytest.mark.parametrize("numbers", [(1, 2), (2, 1), (3, 9), (9, 3)])
def test_of_two_rulings_on_a_claim_the_later_holds(numbers: tuple[int, int]) -> None:
    documents, readings = read_all()
    claim = _toll(readings, 15)
    reject, accept = (
        claim_ruling(act, claim.mention_id, claim.id, field="all", reason="why", actor="who", at=str(number))
        for act, number in zip(("reject", "accept"), numbers, strict=True)
    )
    assert (12, 15) in killed(derive(documents, readings, load_rules(), [reject, accept]))
    assert (12, 12) in killed(derive(documents, readings, load_rules(), [accept, reject]))


def _toll(readings: list[Reading], low: int) -> Claim:
    return next(
        claim
        for found in readings
        for claim in found.claims
        if isinstance(claim.value, Toll) and claim.value.low == low
    )


def test_only_what_was_published_by_a_day_counts() -> None:
    result = derive(*read_all(), load_rules(), as_of="2019-02-03")
    assert all(finding.low is None for a in result.accounts for finding in a.findings)


def test_nothing_gives_nothing() -> None:
    result = derive([], [], load_rules())
    assert (result.accounts, result.linking.incidents, result.trace.origins) == ((), (), ())
