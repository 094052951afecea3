"""What a correction does to accounts, and that taking it back leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.build import account_at, build, rebuild, refresh, verify
from stemma.errors import NotFoundError
from stemma.ids import canonical
from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.projections import projection_digest
from stemma.ledger.selectors import ClaimRow
from stemma.model.content import Content
from stemma.model.time import DateRange
from stemma.model.value import Toll
from stemma.model.wire import to_wire
from stemma.review import accept, correct, reject, withdraw_claim
from tests import factories
from tests.ledgers import keep

WHO = {"actor": "Ada", "reason": "the scan says so"}


@pytest.fixture
def built(reports: Path, ledger: Path) -> Path:
    build([reports], ledger)
    return ledger


def shown() -> list[bytes]:
    return [canonical(to_wire(selectors.account(row.id))) for row in selectors.incidents()]


def killed(low: int) -> ClaimRow:
    (found,) = (
        row
        for row in selectors.claim_rows(kind="toll")
        if isinstance(row.claim.value, Toll) and (row.claim.value.state, row.claim.value.low) == ("killed", low)
    )
    return found


def range_of_killed() -> tuple[int | None, int | None]:
    row = selectors.incidents(sort="documents")[0]
    return row.killed.low, row.killed.high


def test_the_account_follows_the_corrected_claim(built: Path) -> None:
    before = killed(15)
    made = correct(before.claim.id, field="value", content={"low": 18}, **WHO)
    assert refresh(built) == 1
    assert refresh(built) == 0
    after = killed(18)
    assert range_of_killed() == (12, 18)
    assert after.claim.id != before.claim.id
    assert (after.claim.mention_id, after.claim.quote, after.claim.mention) == (
        before.claim.mention_id,
        before.claim.quote,
        before.claim.mention,
    )
    assert (after.read, after.corrections, after.ruling) == (before.claim.id, (made,), "correct")
    assert after.claim.made_by.stage == "review"
    assert made.id in after.claim.made_by.version
    assert verify(built).problems == ()


def test_the_account_says_who_corrected_it_and_what_it_said(built: Path) -> None:
    before = killed(15)
    correct(before.claim.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    row = selectors.incidents(sort="documents")[0]
    (told,) = selectors.account(row.id).claims[killed(18).claim.id].corrected
    assert (told.field, told.before, told.actor, told.reason) == (
        "value",
        Content(value=before.claim.value),
        "Ada",
        "the scan says so",
    )
    assert account_at(built, row.id) == selectors.account(row.id)


def test_corrections_of_two_fields_hold_together(built: Path) -> None:
    read = killed(15).claim
    correct(read.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    second = correct(killed(18).claim.id, field="stance", content="denies", **WHO)
    refresh(built)
    row = killed(18)
    assert (second.read, row.read) == (read.id, read.id)
    assert row.claim.stance == "denies"
    third = correct(row.claim.id, field="value", content={"low": 19}, **WHO)
    refresh(built)
    row = killed(19)
    assert (row.claim.stance, row.corrections) == ("denies", (second, third))
    assert third.before == Content(value=read.value)
    assert verify(built).ok


def test_the_origin_follows_a_corrected_voice(built: Path) -> None:
    row = killed(15)
    assert row.origin is not None
    correct(row.claim.id, field="voice", content=[{"name": "Karim Haddad", "role": "mayor"}], **WHO)
    refresh(built)
    after = killed(15)
    assert after.origin is not None
    assert (after.origin.label, after.origin.key != row.origin.key) == ("Karim Haddad", True)
    assert after.path[-1] != row.path[-1]


def test_rebuilding_gives_the_same_bytes(built: Path) -> None:
    correct(killed(15).claim.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    before = (shown(), projection_digest(), Event.objects.count())
    assert rebuild(built) == 0
    assert (shown(), projection_digest(), Event.objects.count()) == before


@pytest.mark.parametrize("act", ["correct", "reject", "accept"])
def test_taken_back_it_is_as_if_it_had_not_been(built: Path, act: str) -> None:
    before = (shown(), projection_digest())
    name = killed(15).claim.id
    if act == "correct":
        made = correct(name, field="value", content={"low": 18}, **WHO)
    else:
        made = (reject if act == "reject" else accept)(name, **WHO)
    refresh(built)
    ended = withdraw_claim(name[:8] if act != "correct" else made.id[:8], actor="Bo", reason="another page")
    refresh(built)
    assert (shown(), projection_digest()) == before
    assert (ended.act, ended.mention_id, ended.root) == ("withdraw", made.mention_id, name)
    with pytest.raises(NotFoundError, match="no ruling"):
        withdraw_claim(name, actor="Bo", reason="again")
    assert verify(built).ok


def test_a_corrected_claim_can_be_rejected_and_taken_in_again(built: Path) -> None:
    correct(killed(15).claim.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    made = reject(killed(18).claim.id, **WHO)
    refresh(built)
    assert range_of_killed() == (12, 12)
    assert killed(18).ruling == "reject"
    accept(made.claim_id, actor="Ada")
    refresh(built)
    assert range_of_killed() == (12, 18)


def test_a_rejection_may_name_the_field(built: Path) -> None:
    name = killed(15).claim.id
    reject(name, field="voice", **WHO)
    refresh(built)
    assert range_of_killed() == (12, 12)
    accept(name, field="value", actor="Ada")
    refresh(built)
    assert range_of_killed() == (12, 12)
    accept(name, field="voice", actor="Ada")
    refresh(built)
    assert range_of_killed() == (12, 15)


def test_a_claim_moved_to_the_background_is_another_incidents(built: Path) -> None:
    row = killed(15)
    correct(row.claim.id, field="event", content={"background": True}, **WHO)
    refresh(built)
    assert killed(15).claim.event.background
    assert verify(built).ok


def test_a_claim_is_moved_to_another_event_of_its_document(ledger: Path) -> None:
    page = factories.document("An airstrike killed 12 people. Last year's killed 30.", published="2019-02-04")
    main = factories.reference(page, date=DateRange("2019-02-03", "2019-02-03", "day"))
    other = factories.reference(page, "recalled", date=DateRange("2018-03-04", "2018-03-04", "day"), background=True)
    claims = (factories.toll(page, "12", 12, event=main), factories.toll(page, "30", 30, event=other))
    keep(ledger, page, factories.reading(page, *claims, events=(main, other)))
    refresh(ledger)
    assert killed(12).incident != killed(30).incident
    claim = killed(12).claim
    correct(claim.id, field="event", content={"ref": other.id[:8]}, **WHO)
    refresh(ledger)
    row = killed(12)
    assert (row.claim.event.ref, row.claim.event.background) == (other.id, True)
    assert row.incident == killed(30).incident
    assert verify(ledger).problems == ()


def test_two_claims_of_one_mention_may_come_to_be_one(ledger: Path) -> None:
    page = factories.document("A strike killed 40 people, a mayor and a nurse said.")
    mayor, nurse = (factories.toll(page, "40", 40, voices=[who]) for who in ("A mayor", "A nurse"))
    keep(ledger, page, factories.reading(page, mayor, nurse))
    refresh(ledger)
    made = [correct(mayor.id, field="voice", content=[{"name": "A nurse"}], **WHO), accept(nurse.id, actor="Ada")]
    refresh(ledger)
    assert [row.claim.id for row in selectors.claim_rows()] == [nurse.id]
    assert [kept.ruling for kept in selectors.attachment().kept] == made
    assert verify(ledger).problems == ()
    withdraw_claim(made[0].id, actor="Bo", reason="she did not")
    refresh(ledger)
    assert {row.claim.id for row in selectors.claim_rows()} == {mayor.id, nurse.id}
    assert [kept.ruling for kept in selectors.attachment().kept] == made[1:]


def test_corrected_back_it_is_the_claim_as_read(built: Path) -> None:
    correct(killed(15).claim.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    correct(killed(18).claim.id, field="value", content={"low": 15}, **WHO)
    refresh(built)
    assert killed(15).read is None
    assert verify(built).ok
