"""Ledgers as a build would leave them, filled with invented cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stemma.ids import sha256
from stemma.ledger.entries import ReadingRecord, of_account, of_capture, of_claim, of_document, of_reading, of_reference
from stemma.ledger.evidence import Evidence
from stemma.ledger.projections import Derived, replace
from stemma.ledger.snapshot import snapshot
from stemma.ledger.writer import append
from stemma.model.capture import Capture, Received
from stemma.model.claim import Reading
from stemma.model.comparison import NOTHING_COMPARED
from stemma.model.document import Document
from stemma.model.incident import Linking
from stemma.model.origin import Trace
from tests.desk.factories import MADE_BY, Case

AT = "2026-01-02T03:04:05.000000+00:00"


def fill(folder: Path, cases: Sequence[Case]) -> None:
    """Write the cases into the open ledger at `folder`."""
    for case in cases:
        for page, reading in zip(case.documents, case.readings, strict=True):
            _keep(folder, page, reading)
    accounts = tuple(case.account for case in cases if case.linking.incidents)
    append([of_account(account) for account in accounts], at=AT)
    trace = Trace(
        tuple(c for case in cases for c in case.trace.copies),
        tuple({o.key: o for case in cases for o in case.trace.origins}.values()),
        tuple(o for case in cases for o in case.trace.claim_origins),
        MADE_BY,
    )
    linking = Linking(
        tuple(i for case in cases for i in case.linking.incidents),
        tuple(k for case in cases for k in case.linking.links),
        (),
        MADE_BY,
    )
    replace(Derived(snapshot(), trace, linking, accounts, {}, NOTHING_COMPARED), made_with="tests")


def _keep(folder: Path, page: Document, reading: Reading) -> None:
    payload = page.text.encode()
    receipt = Capture(
        page.capture_id,
        sha256(payload),
        "text/plain",
        len(payload),
        page.label,
        outlet=page.outlet,
        published=page.published,
    )
    Evidence(folder / "evidence").add([Received(receipt, payload)], at=AT)
    entries = [of_capture(receipt), of_document(page)]
    entries += [of_reference(event) for event in reading.events] + [of_claim(claim) for claim in reading.claims]
    claims, events = tuple(c.id for c in reading.claims), tuple(e.id for e in reading.events)
    append([*entries, of_reading(ReadingRecord(page.capture_id, page.id, "1", claims, events))], at=AT)
