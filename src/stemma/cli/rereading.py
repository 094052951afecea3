"""`stemma reread`: what a newer reader would change in a ledger, and to let it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from stemma.cli.asking import ask_for
from stemma.cli.options import Actor, AnswerCache, AsJson, EndpointUrl, LedgerFolder, ModelName, ReaderName
from stemma.cli.progress import reporting
from stemma.cli.readers import Dropped, reader_of

if TYPE_CHECKING:
    from stemma.build import BuildOptions
    from stemma.model.claim import Claim
    from stemma.model.rereading import ClaimChange, IncidentChange, Rereading

ANSWERS = "answers"
"""Where a ledger's folder keeps the answers of language models, as `stemma build` does."""
FATES = {
    "appears": "appears",
    "vanishes": "vanishes",
    "merges": "become one",
    "splits": "comes apart",
    "regroups": "regroup",
    "unlinked": "claims of no incident",
}


def register(app: typer.Typer) -> None:
    """Add it."""
    app.command(name="reread")(reread)


def reread(
    ledger: LedgerFolder,
    only: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LABEL]…", help="Only captures of these names (a file's name, a row's id)."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change and write nothing.")] = False,
    json: AsJson = False,
    reader: ReaderName = "rules",
    endpoint: EndpointUrl = None,
    model: ModelName = None,
    cache: AnswerCache = None,
    actor: Actor = None,
) -> None:
    """Read every capture again with today's reader; with --dry-run only say, per incident, what that would change.

    Captures that today's reader has read are left out: reading them again gives the same. A language model's answers
    are kept as `stemma build` keeps them, with --dry-run as well. Where the ledger names its people, writing takes a
    contributor, as building does.

    Example: stemma reread --dry-run --ledger ledger
    """
    dropped = Dropped()
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    if not dry_run:
        ask_for("build", actor)
    chosen = reader_of(reader, endpoint, model, cache or ledger / ANSWERS, dropped)
    from stemma.build import BuildOptions

    options = BuildOptions(reader=chosen)
    failed = (_dry if dry_run else _real)(ledger, options, only or [], json)
    dropped.tell()
    if failed:
        raise typer.Exit(1)


def _dry(ledger: Path, options: BuildOptions, only: list[str], json: bool) -> int:
    from stemma.build import reread_dry
    from stemma.model.wire import to_wire

    with reporting() as report:
        found = reread_dry(ledger, options, report, only=only)
    for failure in found.failed:
        print(f"stemma: {failure.where}: {failure.why}", file=sys.stderr)
    if json:
        sys.stdout.write(orjson.dumps(to_wire(found)).decode() + "\n")
    else:
        _print(found)
    print(_summary(found.read, found.captures, len(found.failed), "nothing was written"), file=sys.stderr)
    return len(found.failed)


def _real(ledger: Path, options: BuildOptions, only: list[str], json: bool) -> int:
    from stemma.build import reread
    from stemma.ledger import selectors

    with reporting() as report:
        made = reread(ledger, options, report, only=only)
    for error in made.errors:
        print(f"stemma: {error}", file=sys.stderr)
    waiting = len(selectors.attachment().queued)
    if json:
        told = {"read": made.read, "accounts": made.accounts, "failed": len(made.errors), "queued": waiting}
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
    done = f"{made.accounts} accounts changed, {waiting} rulings in the queue"
    print(_summary(made.read, selectors.counts().captures, len(made.errors), done), file=sys.stderr)
    return len(made.errors)


def _summary(read: int, captures: int, failed: int, done: str) -> str:
    return f"{read} of {captures} captures read again, {failed} failed; {done}."


def _print(found: Rereading) -> None:
    if not found.incidents:
        print("Nothing would change: today's reader finds what the ledger holds.")
    for change in found.incidents:
        _print_incident(change)


def _print_incident(change: IncidentChange) -> None:
    from stemma.cli.what_if import change_text

    names = " ".join(name[:8] for name in change.now or change.before)
    fate = FATES.get(change.fate, "")
    came = (
        f" (was {' '.join(name[:8] for name in change.before)})" if change.now and change.before != change.now else ""
    )
    print(" ".join(part for part in (names, _flat(change.label), fate) if part) + came)
    for moved in change.findings:
        print(f"  {change_text(moved)}")
    for claim in change.claims:
        print(f"  {_claim(claim)}")
    for ruling in change.kept:
        print(f"  ruling {ruling.id[:8]} ({ruling.act} {ruling.field} by {ruling.actor}) is kept")
    for one in change.queued:
        ruling, now = one.ruling, "; ".join(_said(claim) for claim in one.now) or "nothing"
        print(f"  ruling {ruling.id[:8]} ({ruling.act} {ruling.field} by {ruling.actor}) goes to the queue")
        print(f"    seen: {_said(one.seen)}; now: {now}")


def _claim(change: ClaimChange) -> str:
    if change.before is None:
        assert change.now is not None  # a change has one side at least
        return f"+ {_said(change.now)}"
    if change.now is None:
        return f"- {_said(change.before)}"
    return f"~ {_said(change.before)} -> {_said(change.now)} ({', '.join(change.differs)})"


def _said(claim: Claim) -> str:
    from stemma.cli.words import said, voices

    stance = "" if claim.stance == "asserts" else f", {claim.stance}"
    return _flat(f"{claim.kind}: {said(claim)} - {voices(claim)}{stance}")


def _flat(text: str) -> str:
    """Words of a page on one line."""
    return " ".join(text.split())
