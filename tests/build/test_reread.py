"""Reading a ledger again: said before it is written, and then done as it was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stemma.build import BuildOptions, build, refresh, reread, reread_dry, verify
from stemma.data.rules import Rules
from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors, writer
from stemma.ledger.models import Event
from stemma.ledger.projections import projection_digest
from stemma.model.capture import Received
from stemma.model.claim import Claim, Reading, claim_id
from stemma.model.document import Document
from stemma.model.rereading import IncidentChange, Rereading
from stemma.model.sensitivity import Extent
from stemma.model.value import Toll
from stemma.pipeline import Reader, read_one
from stemma.review import accept, correct, reject, withdraw_claim

WHO = {"actor": "Ada", "reason": "the scan says so"}
Change = Callable[[Claim], Claim | None]


def reader(change: Change, *, name: str = "newer", fails: str | None = None) -> BuildOptions:
    """A reader that finds what the rules find, but for what `change` makes of each claim; it cannot read `fails`."""

    def read(received: Received, rules: Rules) -> tuple[Document, Reading]:
        if received.capture.label == fails:
            raise InputError(received.capture.label, "the ink has run")
        document, reading = read_one(received, rules)
        made = [change(claim) for claim in reading.claims]
        return document, replace(reading, claims=tuple(claim for claim in made if claim is not None))

    return BuildOptions(reader=Reader(name, read))


def higher(claim: Claim) -> Claim:
    """Fifteen killed are read as sixteen."""
    if isinstance(claim.value, Toll) and claim.value.low == 15:
        changed = replace(claim, value=replace(claim.value, low=16))
        return replace(changed, id=claim_id(changed))
    return claim


def hedged(claim: Claim) -> Claim:
    """The same with a hedge, so that no claim keeps its id and every value, voice, stance and event stays."""
    changed = replace(claim, hedges=(*claim.hedges, "reportedly"))
    return replace(changed, id=claim_id(changed))


def without_wounded(claim: Claim) -> Claim | None:
    return None if isinstance(claim.value, Toll) and claim.value.state == "injured" else claim


@pytest.fixture
def built(reports: Path, ledger: Path) -> Path:
    build([reports], ledger)
    return ledger


def killed(low: int) -> Claim:
    (found,) = (
        row.claim
        for row in selectors.claim_rows(kind="toll")
        if isinstance(row.claim.value, Toll) and (row.claim.value.state, row.claim.value.low) == ("killed", low)
    )
    return found


def main_change(found: Rereading) -> IncidentChange:
    shown = selectors.incidents(sort="documents")[0].id
    (change,) = (change for change in found.incidents if shown in (*change.before, *change.now))
    return change


def test_a_dry_run_says_what_would_change_and_writes_nothing(built: Path) -> None:
    before = (writer.last(), projection_digest())
    files = {path: path.read_bytes() for path in built.rglob("*.warc.gz*")}
    found = reread_dry(built, reader(higher))
    assert (writer.last(), projection_digest()) == before
    assert {path: path.read_bytes() for path in built.rglob("*.warc.gz*")} == files
    assert (found.captures, found.read, found.failed) == (3, 3, ())
    change = main_change(found)
    (claim,) = change.claims
    assert claim.before == killed(15)
    assert isinstance(claim.now and claim.now.value, Toll)
    assert claim.differs == ("value",)
    (moved,) = change.findings
    assert (moved.slot, moved.before, moved.after) == (
        "killed",
        Extent(12, 15, moved.before.status if moved.before else "range"),
        Extent(12, 16, moved.after.status if moved.after else "range"),
    )
    assert (change.fate, change.kept, change.queued) == ("stays", (), ())


@pytest.mark.parametrize("change", [higher, hedged, without_wounded])
def test_the_real_run_does_what_the_dry_run_said(built: Path, change: Change) -> None:
    kept = correct(killed(15).id, field="stance", content="denies", **WHO)
    refresh(built)
    said = reread_dry(built, reader(change))
    before = {row.id: selectors.account(row.id) for row in selectors.incidents()}
    made = reread(built, reader(change))
    assert (made.read, made.new, made.errors) == (3, 0, ())
    after = {row.id: selectors.account(row.id) for row in selectors.incidents()}
    told = {name for one in said.incidents for name in (*one.before, *one.now)}
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} <= told
    for one in said.incidents:
        for moved in one.findings:
            ranges = {
                (finding.low, finding.high)
                for name in one.now
                for finding in after[name].findings
                if (finding.slot, finding.group, finding.victim_class) == (moved.slot, moved.group, moved.victim_class)
            }
            assert ranges == ({(moved.after.low, moved.after.high)} if moved.after else set())
        for claim in one.claims:
            if claim.now is not None:
                assert selectors.claim(claim.now.id) == claim.now
    assert {r.id for one in said.incidents for r in one.kept} == {kept.id}
    assert [kept.ruling.id for kept in selectors.attachment().kept] == [kept.id]
    assert reread_dry(built, reader(change)) == Rereading(3, 0, (), ())
    assert verify(built).problems == ()


def test_a_ruling_is_queued_when_what_it_was_about_is_read_otherwise(built: Path) -> None:
    seen = killed(15)
    made = correct(seen.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    (queued,) = main_change(reread_dry(built, reader(higher))).queued
    assert (queued.ruling, queued.seen) == (made, seen)
    reread(built, reader(higher))
    assert selectors.incidents(sort="documents")[0].killed == selectors.FigureRange(12, 16)
    (row,) = selectors.queue()
    assert (row.ruling, row.seen, row.slot) == (made, seen, "killed")
    assert row.incident == selectors.incidents(sort="documents")[0].id
    assert [(one.claim, one.differs) for one in row.now] == [(killed(16), ("value",))]
    assert reread_dry(built, reader(higher, name="newest")).incidents == ()
    assert verify(built).problems == ()
    correct(killed(16).id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    assert selectors.queue() == ()
    assert selectors.incidents(sort="documents")[0].killed == selectors.FigureRange(12, 18)


def test_a_kept_correction_is_applied_to_the_newer_claim(built: Path) -> None:
    seen = killed(15)
    made = correct(seen.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    reread(built, reader(hedged))
    row = selectors.claim_row(killed(18).id)
    assert row.read != seen.id
    assert row.corrections == (made,)
    assert "reportedly" in row.claim.hedges
    later = reject(row.claim.id, **WHO)
    refresh(built)
    assert later.read == row.read
    assert selectors.incidents(sort="documents")[0].killed.high == 12
    withdraw_claim(seen.id, actor="Bo", reason="all of it")
    refresh(built)
    assert selectors.claim_row(killed(15).id).ruling is None
    assert verify(built).problems == ()


def test_a_verdict_on_everything_waits_where_anything_changed(built: Path) -> None:
    verdicts = [accept(killed(15).id, actor="Ada"), reject(killed(15).id, field="value", **WHO)]
    refresh(built)
    reread(built, reader(hedged))
    assert [row.ruling for row in selectors.queue()] == verdicts[:1]
    assert [kept.ruling for kept in selectors.attachment().kept] == verdicts[1:]


def test_withdrawing_takes_back_what_is_kept_and_what_waits(built: Path) -> None:
    seen = killed(15)
    correct(seen.id, field="value", content={"low": 18}, **WHO)
    refresh(built)
    correct(killed(18).id, field="stance", content="questions", **WHO)
    refresh(built)
    reread(built, reader(higher))
    assert (len(selectors.queue()), len(selectors.attachment().kept)) == (1, 1)
    withdraw_claim(seen.id, actor="Bo", reason="all of it")
    refresh(built)
    assert (selectors.queue(), selectors.attachment().kept) == ((), ())
    assert killed(16).stance == "asserts"


def test_what_is_no_longer_read_is_lost_and_said(built: Path) -> None:
    found = reread_dry(built, reader(without_wounded))
    change = main_change(found)
    assert [(claim.now, claim.before is not None) for claim in change.claims] == [(None, True)]
    assert [(moved.slot, moved.after) for moved in change.findings] == [("injured", None)]


def test_a_ruling_on_what_is_no_longer_read_waits_with_nothing_beside_it(built: Path) -> None:
    (wounded,) = (
        row.claim
        for row in selectors.claim_rows(kind="toll")
        if isinstance(row.claim.value, Toll) and row.claim.value.state == "injured"
    )
    made = reject(wounded.id, **WHO)
    refresh(built)
    reread(built, reader(without_wounded))
    (row,) = selectors.queue()
    assert (row.ruling, row.seen, row.now) == (made, wounded, ())
    withdraw_claim(made.id, actor="Bo", reason="nothing left to rule on")
    assert selectors.queue() == ()


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(built: Path) -> None:
    label = min(row.capture.label for row in selectors.captures())
    options = reader(higher, fails=label)
    said = reread_dry(built, options)
    assert [(one.where, one.why) for one in said.failed] == [(label, "the ink has run")]
    made = reread(built, options)
    assert (made.read, [error.where for error in made.errors]) == (2, [label])
    assert selectors.counts().documents == 3
    assert verify(built).ok


def test_a_payload_that_is_gone_is_named(built: Path) -> None:
    for path in (built / "evidence").iterdir():
        path.unlink()
    assert len(reread_dry(built, reader(higher)).failed) == 3


def test_only_some_captures_may_be_read(built: Path) -> None:
    label = next(row.capture.label for row in selectors.captures() if "daily" in row.capture.label)
    assert reread_dry(built, reader(higher), only=[label]).read == 1
    assert reread(built, reader(higher), only=[label]).read == 1
    with pytest.raises(NotFoundError, match="no capture"):
        reread_dry(built, reader(higher), only=["elsewhere.txt"])


def test_an_incident_that_vanishes_and_one_that_appears(built: Path) -> None:
    def nothing(received: Received, rules: Rules) -> tuple[Document, Reading]:
        document, reading = read_one(received, rules)
        return document, Reading(reading.document_id, (), ())

    options = BuildOptions(reader=Reader("blind", nothing))
    count = len(selectors.incidents())
    said = reread_dry(built, options)
    assert {one.fate for one in said.incidents} == {"vanishes"}
    assert len(said.incidents) == count
    reread(built, options)
    assert selectors.incidents() == ()
    again = reread_dry(built)
    assert {one.fate for one in again.incidents} == {"appears"}
    assert len(again.incidents) == count


def test_nothing_is_due_twice(built: Path) -> None:
    events = Event.objects.count()
    assert reread_dry(built) == Rereading(3, 0, (), ())
    assert reread(built).read == 0
    assert Event.objects.count() == events
