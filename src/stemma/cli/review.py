"""`stemma review …`: a person's decisions, each an appended ruling; the accounts follow."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stemma.cli.options import IncidentId, LedgerFolder, who

if TYPE_CHECKING:
    from stemma.model.ruling import SamenessRuling

app = typer.Typer(
    help="Decide about claims, incidents and findings; every decision is kept with its reason.", no_args_is_help=True
)

ClaimField = Annotated[
    str, typer.Option("--field", help="What of the claim it is about: value, voice, stance, event or all.")
]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")]
ClaimIds = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM…", help="The claim's id, or its beginning; several are one act."),
]
First = Annotated[str, typer.Argument(metavar="INCIDENT", help="Any id the incident ever had, or its beginning.")]
Second = Annotated[str, typer.Argument(metavar="OTHER", help="Any id of the other, or its beginning.")]
Why = Annotated[str, typer.Option("--reason", help="Why; required.")]
Actor = Annotated[str | None, typer.Option(help="Who decides (default: your login name).")]
FieldName = Annotated[
    str, typer.Option("--field", help="low, high or best of a slot; or grade, strike_status … of a policy.")
]
Slot = Annotated[str | None, typer.Option("--slot", help="The finding that the field is of, e.g. killed.")]
ForPolicy = Annotated[str | None, typer.Option("--policy", help="Hold it under this policy alone.")]


@app.command()
def accept(
    claims: ClaimIds,
    ledger: LedgerFolder,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    actor: Actor = None,
    field: ClaimField = "all",
) -> None:
    """Accept a claim, or several, as read.

    Example: stemma review accept 9c41 --ledger ledger --reason "checked against the page"
    """
    _decide("accept", claims, ledger, reason, actor, field)


@app.command()
def reject(
    claims: ClaimIds,
    ledger: LedgerFolder,
    reason: Annotated[str, typer.Option(help="Why; required.")],
    actor: Actor = None,
    field: ClaimField = "all",
) -> None:
    """Reject a claim, or several: it founds no finding any more, and the account follows.

    Example: stemma review reject 9c41 --ledger ledger --reason "counts another attack"
    """
    _decide("reject", claims, ledger, reason, actor, field)


@app.command()
def override(
    incident: IncidentId,
    ledger: LedgerFolder,
    field: FieldName,
    value: Annotated[str, typer.Option(help="A number, a grade, a code; or unknown.")],
    reason: Annotated[str, typer.Option(help="Why; required. It is shown with the figure.")],
    slot: Slot = None,
    policy: ForPolicy = None,
    actor: Actor = None,
) -> None:
    """Put a person's value in place of the policy's; the reason of the finding says so.

    Example: stemma review override 3f2a --ledger ledger --policy airwars --field grade --value Discounted --reason "…"
    """
    begin(ledger)
    from stemma import review

    made = review.override(incident, field, value, slot=slot, policy=policy, actor=who(actor), reason=reason)
    end(ledger, f"{made.id} override {_named(made.slot, field)} {made.value or 'unknown'}")


@app.command()
def withdraw(
    incident: IncidentId,
    ledger: LedgerFolder,
    reason: Why,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="The other incident, to end what was ruled of the two.")
    ] = None,
    field: Annotated[str | None, typer.Option("--field", help="The field, to end an override of it.")] = None,
    slot: Slot = None,
    policy: ForPolicy = None,
    actor: Actor = None,
) -> None:
    """End an override of a field, or with two ids what was ruled of two incidents (same, different, unsure).

    Example: stemma review withdraw 3f2a --ledger ledger --slot killed --field low --reason "it was another day's list"
    Example: stemma review withdraw 3f2a 9c41 --ledger ledger --reason "two markets after all"
    """
    if (other is None) == (field is None):
        raise typer.BadParameter("give a second incident or --field, one of the two")
    begin(ledger)
    from stemma import review

    if other is not None:
        ended = review.withdraw_sameness(incident, other, actor=who(actor), reason=reason)
        end(ledger, f"withdraw {_paired(ended)}")
        return
    assert field is not None  # one of the two is given
    made = review.withdraw(incident, field, slot=slot, policy=policy, actor=who(actor), reason=reason)
    end(ledger, f"{made.id} withdraw {_named(made.slot, field)}")


@app.command()
def same(incident: First, other: Second, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """Merge two incidents: their reports tell of one event.

    Example: stemma review same 3f2a 9c41 --ledger ledger --reason "the same market, by the photographs"
    """
    _rule("same", incident, other, ledger, reason, actor)


@app.command()
def different(incident: First, other: Second, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """Keep two incidents apart; or split one, by the ids of two of its reports (`stemma reports`).

    Example: stemma review different 3f2a 9c41 --ledger ledger --reason "two strikes, an hour apart"
    """
    _rule("different", incident, other, ledger, reason, actor)


@app.command()
def unsure(incident: First, other: Second, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """End a suggestion that nobody can decide; the two stay apart unless more is learnt.

    Example: stemma review unsure 3f2a 9c41 --ledger ledger --reason "neither says where"
    """
    _rule("unsure", incident, other, ledger, reason, actor)


def _rule(act: str, incident: str, other: str, ledger: Path, reason: str, actor: str | None) -> None:
    begin(ledger)
    from stemma import review

    acts = {"same": review.same, "different": review.different, "unsure": review.unsure}
    made = acts[act](incident, other, actor=who(actor), reason=reason)
    end(ledger, f"{act} {_paired(made)}")
    print(f"To undo it: stemma review withdraw {made[0].a[:8]} {made[0].b[:8]} --reason …", file=sys.stderr)


def _paired(made: Sequence[SamenessRuling]) -> str:
    return f"{len(made)} pair{'s' if len(made) != 1 else ''} of reports"


def _decide(
    act: Literal["accept", "reject"], claims: list[str], ledger: Path, reason: str, actor: str | None, field: str
) -> None:
    if len(claims) > 1:
        _decide_each(act, claims, ledger, reason, actor, field)
        return
    begin(ledger)
    from stemma import review

    decide = review.accept if act == "accept" else review.reject
    ruling = decide(
        claims[0],
        actor=who(actor),
        reason=reason,
        field=field,  # type: ignore[arg-type] # checked by the act
    )
    end(ledger, f"{ruling.id} {act} {ruling.claim_id}")


def _decide_each(
    act: Literal["accept", "reject"], claims: list[str], ledger: Path, reason: str, actor: str | None, field: str
) -> None:
    if field != "all":
        raise typer.BadParameter("--field goes with one claim")
    begin(ledger)
    from stemma import review

    made = review.decide_each(act, claims, actor=who(actor), reason=reason)
    for name, why in made.refused:
        print(f"{name} is left as it is: {why}", file=sys.stderr)
    end(ledger, f"{act} {len(made.rulings)} of {len(claims)} claims")


def begin(ledger: Path) -> None:
    """Open the ledger: before anything else of the layers behind is imported."""
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)


def end(ledger: Path, told: str) -> None:
    """Let the accounts follow, and say what was recorded."""
    from stemma.build import refresh

    print(f"{told}; {refresh(ledger)} accounts changed.", file=sys.stderr)


def _named(slot: str | None, field: str) -> str:
    return field if slot is None else f"{slot} {field}"
