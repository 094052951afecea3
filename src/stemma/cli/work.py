"""`stemma review assign|status|seal|comment|withdraw-comment`: people's work on incidents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from stemma.cli.options import Actor, AsJson, IncidentId, LedgerFolder, Why, who

if TYPE_CHECKING:
    from stemma.model.comment import About
    from stemma.model.status import StatusChange, WorkState

CommentId = Annotated[str, typer.Argument(metavar="COMMENT", help="The comment's id, or its beginning.")]
Reason = Annotated[str, typer.Option("--reason", help="Why.")]


def register(app: typer.Typer) -> None:
    for verb in (assign, status, seal, comment):
        app.command(name=verb.__name__)(verb)
    app.command(name="withdraw-comment")(withdraw_comment)


def assign(
    incident: IncidentId,
    ledger: LedgerFolder,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who; without it, nobody any more.")] = None,
    reason: Reason = "",
    actor: Actor = None,
) -> None:
    """Say who works on an incident.

    Example: stemma review assign 3f2a --to "Ada B." --ledger ledger
    """
    _begin(ledger)
    from stemma import review

    made = review.assign(incident, to, actor=who(actor), reason=reason)
    print(f"{made.id} {made.incident[:8]} is {made.person or 'nobody'}'s to work on.", file=sys.stderr)


def status(
    incident: IncidentId,
    ledger: LedgerFolder,
    act: Annotated[
        str | None,
        typer.Argument(metavar="[ACT]", help="take_up, ask_help, mark_ready …; without it, where it stands."),
    ] = None,
    reason: Reason = "",
    actor: Actor = None,
    json: AsJson = False,
) -> None:
    """Say where an incident stands and which ways lead on; or move it on by the name of one.

    Example: stemma review status 3f2a --ledger ledger
    Example: stemma review status 3f2a mark_ready --ledger ledger
    """
    _begin(ledger)
    from stemma import review
    from stemma.build import refresh
    from stemma.ledger import selectors
    from stemma.model.wire import to_wire

    if act is not None:
        refresh(ledger)
        _moved(review.change_status(incident, act, actor=who(actor), reason=reason))
        return
    state = selectors.work_state(incident)
    if json:
        sys.stdout.write(orjson.dumps(to_wire(state)).decode() + "\n")
    else:
        _tell(state)


def seal(incident: IncidentId, ledger: LedgerFolder, reason: Reason = "", actor: Actor = None) -> None:
    """Approve, as a second person, the account of an incident that another has made ready.

    Example: stemma review seal 3f2a --ledger ledger --actor "Bob C."
    """
    _begin(ledger)
    from stemma import review
    from stemma.build import refresh

    refresh(ledger)
    _moved(review.seal(incident, actor=who(actor), reason=reason))


def comment(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="An id of the thing; of a series its name.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to say.")],
    ledger: LedgerFolder,
    on: Annotated[str, typer.Option("--on", help="incident, claim, document or series.")] = "incident",
    answers: Annotated[str | None, typer.Option(metavar="COMMENT", help="The comment that this answers.")] = None,
    actor: Actor = None,
) -> None:
    """Say something to the others. It never enters an account.

    Example: stemma review comment 3f2a "the second list has the same names" --ledger ledger
    """
    thing = _thing(on)
    _begin(ledger)
    from stemma import review

    made = review.comment(thing, subject, text, actor=who(actor), answers=answers)
    print(f"{made.id} on the {made.about} {made.subject[:8]}.", file=sys.stderr)


def withdraw_comment(comment_id: CommentId, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """Take a comment back; it stays in the ledger with the reason.

    Example: stemma review withdraw-comment 77ab --ledger ledger --reason "meant another incident"
    """
    _begin(ledger)
    from stemma import review

    made = review.withdraw_comment(comment_id, actor=who(actor), reason=reason)
    print(f"{made.id} takes back {made.withdraws}.", file=sys.stderr)


def _thing(name: str) -> About:
    from typing import get_args

    from stemma.errors import InputError
    from stemma.model.comment import About

    known: tuple[About, ...] = get_args(About)
    for thing in known:
        if thing == name:
            return thing
    raise InputError("--on", f"{name!r} is nothing to comment on; there are {', '.join(known)}")


def _begin(ledger: Path) -> None:
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)


def _moved(made: StatusChange) -> None:
    fixed = f", fixed at {made.head[:12]}" if made.head else ""
    print(f"{made.id} {made.incident[:8]}: {made.before} → {made.after}{fixed}.", file=sys.stderr)


def _tell(state: WorkState) -> None:
    from stemma.data.statuses import load_statuses

    statuses = load_statuses()
    print(f"{state.status}: {statuses.means['incident'][state.status]}")
    if state.merged_into is not None:
        print(f"{state.merged_into} answers for it now.")
        return
    if state.actor is not None:
        why = f": {state.reason}" if state.reason else ""
        print(f"By {state.actor} on {(state.since or '')[:10]}{why}")
    if state.changed_since:
        print("The account has changed since.")
    print(f"Assigned to {state.assignee or 'nobody'}.")
    for step in statuses.onward(state.status):
        second = ", a second person" if step.second_person else ""
        print(f"  {step.act:10}  → {step.after} (needs {step.role}{second}{', a reason' if step.reason else ''})")
