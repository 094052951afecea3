"""Ledgers filled by hand with small real values, as a build would leave them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stemma.ledger.entries import ReadingRecord, of_account, of_capture, of_claim, of_document, of_reading, of_reference
from stemma.ledger.evidence import Evidence
from stemma.ledger.projections import Derived, replace, retired_aliases
from stemma.ledger.snapshot import snapshot
from stemma.ledger.writer import append
from stemma.model.claim import Reading
from stemma.model.comparison import NOTHING_COMPARED
from stemma.model.document import Document
from tests import factories

AT = "2026-01-02T03:04:05.000000+00:00"


def keep(folder: Path, page: Document, reading: Reading, *, reader: str = "1", received: bool = True) -> None:
    """Everything that reading a page appends; without `received`, of a page whose capture the ledger holds already."""
    claims, events = tuple(c.id for c in reading.claims), tuple(e.id for e in reading.events)
    entries = [of_document(page)]
    if received:
        arrival = factories.received_of(page)
        Evidence(folder / "evidence").add([arrival], at=AT)
        entries = [of_capture(arrival.capture), *entries]
    entries += [of_reference(event) for event in reading.events] + [of_claim(claim) for claim in reading.claims]
    append([*entries, of_reading(ReadingRecord(page.capture_id, page.id, reader, claims, events))], at=AT)


def project(*, label: str = "Strike") -> Derived:
    """Publish accounts and fill the projections from what the ledger holds."""
    state = snapshot()
    made = factories.outcome(state.documents, state.readings, label=label)
    incident_of = {alias: incident.id for incident in made.linking.incidents for alias in incident.aliases}
    append([of_account(account) for account in made.accounts], at=AT)
    derived = Derived(
        snapshot(), made.trace, made.linking, made.accounts, retired_aliases(incident_of), NOTHING_COMPARED
    )
    replace(derived, made_with="tests")
    return derived


@dataclass(frozen=True, slots=True)
class Filled:
    """The ledger's folder and what went into it."""

    folder: Path
    pages: tuple[Document, ...]
    readings: tuple[Reading, ...]


def fill(ledger: Path) -> Filled:
    """Two pages about one strike, with two tolls and who did it."""
    morning = factories.document(
        "A strike killed 40 people. The coalition did it, a spokesman said.",
        label="morning.txt", outlet="Morning Post", published="2016-09-17", title="Forty dead", url="http://m.test/1",
    )  # fmt: skip
    evening = factories.document(
        "=SUM(1) At least 62 were killed.", label="evening.txt", outlet="Evening News", published="2016-09-18"
    )
    readings = (
        factories.reading(
            morning,
            factories.toll(morning, "40", 40),
            factories.blame(morning, "coalition", "Coalition", voices=["A spokesman"]),
        ),
        factories.reading(evening, factories.toll(evening, "62", 62, voices=["A general"])),
    )
    for page, reading in zip((morning, evening), readings, strict=True):
        keep(ledger, page, reading)
    project()
    return Filled(ledger, (morning, evening), readings)
