"""Verbs about one figure of an incident: how it moved over time, and what it rests on."""

from __future__ import annotations

import sys
from typing import Annotated

import orjson
import typer

from stemma.cli.options import AsJson, IncidentId, LedgerFolder, PolicyName, RecordedBy


def register(app: typer.Typer) -> None:
    app.command(name="toll")(toll)
    app.command(name="what-if")(what_if)


def toll(
    incident: IncidentId,
    ledger: LedgerFolder,
    slot: Annotated[
        str,
        typer.Option(help="killed, injured, missing, captured, displaced, casualties or event_count."),
    ] = "killed",
    policy: PolicyName = "range",
    recorded_by: RecordedBy = None,
    json: AsJson = False,
) -> None:
    """Show what was known when: how a figure's range moved from day to day, and what each origin said.

    Example: stemma toll 3f2a --ledger ledger --slot injured
    """
    from stemma.cli.times import moment
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    at = moment(recorded_by, "--recorded-by")
    open_ledger(ledger, create=False)
    from stemma.build import timelines_at

    found = timelines_at(ledger, incident, slot=slot, policy=policy, recorded_by=at)
    if json:
        for timeline in found:
            _json(to_wire(timeline))
        return
    if not found:
        print(f"Nobody gives a number for {slot}. `stemma show {incident} --ledger {ledger}` lists what is given.")
        return
    from stemma.cli.timelines import timeline_text

    if at is not None:
        print(f"As the ledger had it by {at.isoformat(timespec='seconds')}:")
    for timeline in found:
        timeline_text(timeline)


def what_if(
    incident: IncidentId,
    ledger: LedgerFolder,
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Leave out a claim (its id), an origin or an outlet (its name; outlet:NAME says which). Repeatable.",
        ),
    ] = None,
    outside: Annotated[
        list[str] | None,
        typer.Option(metavar="BLOC", help="Only origins that are not of this bloc. Repeatable."),
    ] = None,
    policy: PolicyName = "range",
    json: AsJson = False,
) -> None:
    """Say what holds each end of each range and which single removal moves one; or leave something out and look.

    Example: stemma what-if 3f2a --ledger ledger --without "outlet:Daily Post" --outside Russia
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.build import account_without, sensitivity_of
    from stemma.cli.what_if import sensitivity_text, what_if_text

    if without or outside:
        made = account_without(ledger, incident, without=without or (), outside=outside or (), policy=policy)
        _json(to_wire(made)) if json else what_if_text(made)
    else:
        found = sensitivity_of(ledger, incident, policy=policy)
        _json(to_wire(found)) if json else sensitivity_text(found)


def _json(value: object) -> None:
    sys.stdout.write(orjson.dumps(value).decode() + "\n")
