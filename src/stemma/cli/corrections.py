"""`stemma review correct|unsure-claim|withdraw-claim|queue`: what a claim should say, that one cannot
tell, and rulings that a newer reading put in doubt."""

from __future__ import annotations

import json as jsons
import sys
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from stemma.cli.options import AsJson, LedgerFolder, who
from stemma.cli.review import Actor, ClaimId, Why, begin, end

if TYPE_CHECKING:
    from stemma.ledger.selectors import QueuedRow


def register(app: typer.Typer) -> None:
    """Add them."""
    app.command(name="correct")(correct)
    app.command(name="unsure-claim")(unsure_claim)
    app.command(name="withdraw-claim")(withdraw_claim)
    app.command(name="queue")(queue)


def correct(
    claim: ClaimId,
    ledger: LedgerFolder,
    field: Annotated[list[str], typer.Option("--field", help="value, voice, stance or event.")],
    content: Annotated[
        list[str],
        typer.Option(
            help="What it should say, as JSON: the members of the value that change, the whole list of voices, "
            'a stance, or an event\'s {"ref": …, "background": …}.'
        ),
    ],
    reason: Why,
    actor: Actor = None,
) -> None:
    """Correct what a claim says in one field, or in several in one act; the account follows, and says who corrected it.

    Example: stemma review correct 9c41 --ledger ledger --field value --content '{"low": 14}' --reason "the scan"
    """
    if len(field) != len(content) or len(set(field)) < len(field):
        raise typer.BadParameter("each --field goes with a --content of its own")
    begin(ledger)
    from stemma import review

    made = review.correct_fields(
        claim,
        {name: _parsed(text) for name, text in zip(field, content, strict=True)},  # type: ignore[misc] # checked by the act
        actor=who(actor),
        reason=reason,
    )
    end(ledger, f"{made[0].id} correct {made[0].claim_id} {' '.join(one.field for one in made)}")
    print(f"To undo it: stemma review withdraw-claim {made[0].id[:8]} --reason …", file=sys.stderr)


def unsure_claim(
    claim: ClaimId,
    ledger: LedgerFolder,
    reason: Annotated[str, typer.Option(help="Why one cannot tell.")] = "",
    actor: Actor = None,
) -> None:
    """Say that you cannot tell whether the document says a claim: others are asked, and no account changes.

    Example: stemma review unsure-claim 9c41 --ledger ledger --reason "the scan is cut off"
    """
    begin(ledger)
    from stemma import review

    made = review.unsure_claim(claim, actor=who(actor), reason=reason)
    end(ledger, f"{made.id} unsure {made.claim_id}")
    print(f"To undo it: stemma review withdraw-claim {made.id[:8]} --reason …", file=sys.stderr)


def withdraw_claim(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id, or that of a ruling on it, or its beginning.")
    ],
    ledger: LedgerFolder,
    reason: Why,
    actor: Actor = None,
) -> None:
    """End what was accepted, corrected or rejected of a claim: it is again as it was read.

    Example: stemma review withdraw-claim 9c41 --ledger ledger --reason "it was another page"
    """
    begin(ledger)
    from stemma import review

    made = review.withdraw_claim(claim, actor=who(actor), reason=reason)
    end(ledger, f"{made.id} withdraw {made.claim_id}")


def queue(ledger: LedgerFolder, json: AsJson = False) -> None:
    """List rulings that a newer reading put in doubt, the oldest first, with the claim seen and what is read now.

    Example: stemma review queue --ledger ledger
    """
    begin(ledger)
    from stemma.ledger import selectors
    from stemma.model.wire import to_wire

    found = selectors.queue()
    for one in found:
        if json:
            sys.stdout.write(orjson.dumps(to_wire(one)).decode() + "\n")
        else:
            _print(one)
    if not json:
        print(
            "Until decided again they have no effect. Decide: stemma review accept|correct|reject|withdraw-claim ID"
            if found
            else "Nothing is queued: every ruling holds for what it was made on."
        )


def _print(row: QueuedRow) -> None:
    from stemma.cli.words import said, voices

    ruling = row.ruling
    where = f"{row.slot} of incident {row.incident[:8]}" if row.incident is not None else f"{row.slot}, of no incident"
    print(f"{ruling.id[:8]} {ruling.act} {ruling.field} by {ruling.actor}, {row.recorded_at[:10]}: {where}")
    if ruling.reason:
        print(f"  why   {_flat(ruling.reason)}")
    print(f"  seen  {row.seen.id[:8]} {_flat(said(row.seen))} - {_flat(voices(row.seen))}, {row.seen.stance}")
    for one in row.now:
        told = f"{_flat(said(one.claim))} - {_flat(voices(one.claim))}, {one.claim.stance}"
        print(f"  now   {one.claim.id[:8]} {told} (differs in {', '.join(one.differs)})")
    if not row.now:
        print("  now   nothing is read there")


def _parsed(content: str) -> object:
    """JSON, or a bare word such as a stance."""
    try:
        return jsons.loads(content)
    except jsons.JSONDecodeError:
        return content


def _flat(text: str) -> str:
    """Words of a page on one line."""
    return " ".join(text.split())
