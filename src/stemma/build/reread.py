"""`stemma reread`: every capture of a ledger read again by today's reader, first to see what that would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from stemma.build import fingerprint
from stemma.build.compare_sides import compare_sides
from stemma.build.intake import Intake
from stemma.build.options import BuildOptions, BuildResult, Progress, silent
from stemma.build.publish import compared_by, derive_all, publish
from stemma.build.read_capture import ReadCapture, read_capture
from stemma.build.side import of_derived, published
from stemma.data.rules import Rules, load_rules
from stemma.errors import InputError, LedgerError, NotFoundError
from stemma.ledger import open_ledger, selectors
from stemma.ledger.entries import ReadingRecord
from stemma.ledger.evidence import Evidence
from stemma.ledger.faults import ledger_errors
from stemma.ledger.lock import locked
from stemma.ledger.opening import EVIDENCE
from stemma.ledger.snapshot import Holdings, assembled, current, holdings
from stemma.model.capture import Capture, Received
from stemma.model.rereading import Failure, Rereading
from stemma.pipeline import Reader


def reread(
    ledger: Path, options: BuildOptions | None = None, progress: Progress = silent, *, only: Sequence[str] = ()
) -> BuildResult:
    """Read every capture again that today's reader has not read, append what differs, and publish.

    `only` limits it to captures of these labels. Captures that cannot be read are in the result's errors, what was read
    of them before stays, and the rest goes on. Interrupted and run again it goes on where it stopped. Raises as `build`
    does, and NotFoundError for a label that no capture has.
    """
    chosen = options if options is not None else BuildOptions()
    rules = load_rules()
    open_ledger(ledger, create=False)
    waiting = lambda: progress("waiting for another process", 0, None)  # noqa: E731 - a name would say no more
    with ledger_errors(ledger), locked(ledger, patience=chosen.patience, waiting=waiting):
        due = _due(rules, chosen.reader, only)
        intake = Intake(ledger, rules, chosen.reader, progress, total=len(due))
        intake.take(_received(Evidence(ledger / EVIDENCE), due))
        changed = publish(rules, chosen.policy, progress)
    tally = intake.tally
    return BuildResult(tally.received, tally.new, tally.read, changed, tuple(tally.errors))


def reread_dry(
    ledger: Path, options: BuildOptions | None = None, progress: Progress = silent, *, only: Sequence[str] = ()
) -> Rereading:
    """What `reread` would change of what the ledger's pages show, by incident; nothing is appended or published.

    It holds every reading in memory, as deriving does, and takes as long as the real run. Arguments and errors as for
    `reread`.
    """
    chosen = options if options is not None else BuildOptions()
    rules = load_rules()
    open_ledger(ledger, create=False)
    with ledger_errors(ledger):
        due = _due(rules, chosen.reader, only)
        held = holdings()
        made, failed = _read(Evidence(ledger / EVIDENCE), due, rules, chosen.reader, progress)
        progress("deriving", 0, 1)
        made_with = fingerprint.deriver(rules, chosen.policy)
        after = derive_all(assembled(_overlaid(held, made)), rules, chosen.policy, compared_by(made_with))
        changes = compare_sides(published(), of_derived(after))
        progress("deriving", 1, 1)
        captures = selectors.counts().captures
    return Rereading(captures, len(made), tuple(failed), changes)


def _due(rules: Rules, reader: Reader, only: Sequence[str]) -> list[Capture]:
    """Captures that were not read by this reader as it is today, in the order of their ids."""
    captures = current("capture", Capture)
    unknown = set(only) - {capture.label for capture in captures.values()}
    if unknown:
        raise NotFoundError(f"no capture {min(unknown)!r} in this ledger; the label is what it was called when it came")
    readers = {key: record.reader for key, record in current("reading", ReadingRecord).items()}
    made_with = fingerprint.reader(rules, reader.name)
    return [
        capture
        for key, capture in sorted(captures.items())
        if readers.get(key) != made_with and (not only or capture.label in only)
    ]


def _received(evidence: Evidence, captures: Iterable[Capture]) -> Iterator[Received | InputError]:
    """Captures with their bytes, as they were received."""
    for capture in captures:
        try:
            yield Received(capture, evidence.read(capture.sha256))
        except LedgerError as error:
            yield InputError(capture.label, str(error))


def _read(
    evidence: Evidence, due: Sequence[Capture], rules: Rules, reader: Reader, progress: Progress
) -> tuple[list[ReadCapture], list[Failure]]:
    made_with = fingerprint.reader(rules, reader.name)
    made: list[ReadCapture] = []
    failed: list[Failure] = []
    for number, item in enumerate(_received(evidence, due)):
        progress("reading", number, len(due))
        try:
            if isinstance(item, InputError):
                raise item
            made.append(read_capture(item, reader, rules, made_with))
        except InputError as error:
            failed.append(Failure(error.where, error.why))
    progress("reading", len(due), len(due))
    return made, failed


def _overlaid(held: Holdings, made: Sequence[ReadCapture]) -> Holdings:
    """What the ledger would hold if these readings were appended. A claim that it holds already stays as it is."""
    return replace(
        held,
        records={**held.records, **{one.record.capture_id: one.record for one in made}},
        claims={**{claim.id: claim for one in made for claim in one.reading.claims}, **held.claims},
        references={**held.references, **{event.id: event for one in made for event in one.reading.events}},
        documents={**held.documents, **{one.document.id: one.document for one in made}},
    )
