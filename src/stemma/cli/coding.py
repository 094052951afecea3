"""`stemma coding …`: blind double coding, its agreement, and what follows from it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, cast

import orjson
import typer

from stemma.cli.options import Actor, AsJson, LedgerFolder, Why, who

if TYPE_CHECKING:
    from pathlib import Path

    from stemma.model.claim import Kind
    from stemma.model.coding import Judgement, Round, Verdict

app = typer.Typer(
    help="Let two people decide about the same claims unseen; see how far they agree.", no_args_is_help=True
)

RoundName = Annotated[str, typer.Argument(metavar="ROUND", help="The round's name, or its id's beginning.")]
VerdictName = Annotated[str, typer.Argument(metavar="VERDICT", help="accept, reject, correct or unsure.")]
Because = Annotated[str, typer.Option("--reason", help="Why; required unless you accept.")]
FieldName = Annotated[
    str, typer.Option("--field", metavar="FIELD", help="correct: value, voice, stance or event (default: value).")
]
NewContent = Annotated[
    str | None,
    typer.Option(
        "--correction", metavar="JSON", help="correct: the field's new content; an object may leave out what stays."
    ),
]


@app.command(name="open")
def open_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the round is called from now on.")],
    ledger: LedgerFolder,
    coder: Annotated[list[str], typer.Option(metavar="NAME", help="One of the two who code; give it twice.")],
    reason: Why,
    third: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides where they differ (default: any other).")
    ] = None,
    incident: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Claims about this incident. Repeatable.")
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Claims of this document. Repeatable.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Claims of this kind, e.g. toll. Repeatable.")
    ] = None,
    claim: Annotated[list[str] | None, typer.Option(metavar="ID", help="This claim. Repeatable.")] = None,
    sample: Annotated[int | None, typer.Option(metavar="N", help="Of all these draw N at random.")] = None,
    seed: Annotated[
        str, typer.Option(metavar="WORD", help="By which they are drawn; the same one draws them again.")
    ] = "",
    actor: Actor = None,
) -> None:
    """Open a round over claims: all that stand, or those that everything given here holds of.

    Example: stemma coding open Pilot --ledger ledger --coder Ana --coder Bob --sample 50 --seed may --reason pilot
    """
    _open(ledger)
    from stemma.model.coding import Choice
    from stemma.review import open_round

    chosen = Choice(
        incidents=tuple(incident or ()), documents=tuple(document or ()),
        kinds=cast("tuple[Kind, ...]", tuple(kind or ())), claims=tuple(claim or ()), sample=sample, seed=seed,
    )  # fmt: skip
    made = open_round(name, chosen, coders=coder, third=third, actor=who(actor), reason=reason)
    print(
        f"{made.id} {made.name!r}: {len(made.claims)} claims for {' and '.join(made.coders)}. "
        f'Next, each of them: stemma coding next "{made.name}" --ledger {ledger}',
        file=sys.stderr,
    )


@app.command(name="list")
def list_(ledger: LedgerFolder, json: AsJson = False) -> None:
    """List the rounds, and how far they are.

    Example: stemma coding list --ledger ledger
    """
    _open(ledger)
    from stemma.ledger import selectors

    rows = selectors.round_rows()
    if json:
        _json(*rows)
    elif not rows:
        print("No round yet. `stemma coding open NAME --coder A --coder B --reason …` makes one.")
    else:
        from stemma.cli.coding_text import rounds_table

        rounds_table(rows)


@app.command(name="next")
def next_(round_name: RoundName, ledger: LedgerFolder, actor: Actor = None, json: AsJson = False) -> None:
    """Show the next claim that you have not coded: as it was read, in its text, without anybody's word on it.

    Example: stemma coding next Pilot --ledger ledger --actor Ana
    """
    _open(ledger)
    from stemma.review.rounds import named_coder, open_one

    held = open_one(round_name).round
    _show_next(held, named_coder(held, who(actor)), json=json)


@app.command()
def code(
    round_name: RoundName,
    verdict: VerdictName,
    ledger: LedgerFolder,
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="Another claim than the one that `next` shows.")
    ] = None,
    reason: Because = "",
    field: FieldName = "value",
    correction: NewContent = None,
    actor: Actor = None,
    json: AsJson = False,
) -> None:
    """Say of the claim that `next` shows that it is rightly read, or not; then see the next one.

    Example: stemma coding code Pilot accept --ledger ledger --actor Ana
    Example: stemma coding code Pilot correct --ledger ledger --correction '{"low": 12}' --reason "the lead has 12"
    """
    _open(ledger)
    from stemma.errors import NotFoundError
    from stemma.ledger import selectors
    from stemma.review import code_claim
    from stemma.review.rounds import named_coder, open_one

    held = open_one(round_name).round
    coder = named_coder(held, who(actor))
    if claim is None:
        task = selectors.next_task(held, coder)
        if task is None:
            raise NotFoundError(f"{coder} has coded all of {held.name!r}; name a claim to say otherwise of it")
        claim = task.claim.id
    made = code_claim(held.id, claim, _said(verdict, reason, field, correction), actor=coder)
    print(f"{made.verdict} {made.claim_id[:8]} as {coder}.", file=sys.stderr)
    _show_next(held, coder, json=json)


@app.command()
def disagreements(round_name: RoundName, ledger: LedgerFolder, json: AsJson = False) -> None:
    """Show the claims on which both have spoken and somebody must decide, with both readings.

    Example: stemma coding disagreements Pilot --ledger ledger
    """
    _open(ledger)
    from stemma.ledger import selectors

    row = selectors.round_row(round_name)
    found = selectors.disagreements(row.round)
    if json:
        _json(*found)
        return
    from stemma.cli.coding_text import disagreements_text

    disagreements_text(row, found)


@app.command()
def decide(
    round_name: RoundName,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="accept, reject or correct.")],
    ledger: LedgerFolder,
    reason: Because = "",
    field: FieldName = "value",
    correction: NewContent = None,
    actor: Actor = None,
) -> None:
    """Decide a disagreement as its third: it becomes a ruling, the account follows, and both readings stay.

    Example: stemma coding decide Pilot 9c41 reject --ledger ledger --reason "counts another attack" --actor Cleo
    """
    _open(ledger)
    from stemma.review import decide_round

    said = _said(verdict, reason, field, correction)
    _, ruling = decide_round(round_name, claim, said, actor=who(actor))
    _end(ledger, f"{ruling.id} {ruling.act} {ruling.claim_id}")


@app.command()
def close(
    round_name: RoundName,
    ledger: LedgerFolder,
    reason: Annotated[str, typer.Option(help="Why; required with --unfinished.")] = "",
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help="Close it with claims that are not coded or not decided.")
    ] = False,
    actor: Actor = None,
) -> None:
    """Close a round: what both said alike becomes rulings, the accounts follow, and no reading changes any more.

    Example: stemma coding close Pilot --ledger ledger --actor Cleo
    """
    _open(ledger)
    from stemma.reconcile.wording import counted
    from stemma.review import close_round

    made, rulings = close_round(round_name, actor=who(actor), reason=reason, unfinished=unfinished)
    told = f"{counted(len(rulings), 'ruling')} by agreement, {counted(len(made.claims), 'claim')} left without"
    _end(ledger, f"{made.name!r} closed: {told}")


@app.command()
def agreement(round_name: RoundName, ledger: LedgerFolder, json: AsJson = False) -> None:
    """Show how far the two agree on what both have coded: share, kappa, alpha, and who said what how often.

    Example: stemma coding agreement Pilot --ledger ledger
    """
    _open(ledger)
    from stemma.ledger import selectors

    found = selectors.agreement(selectors.round_row(round_name))
    if json:
        _json(found)
        return
    from stemma.cli.coding_text import agreement_text

    agreement_text(found)


def _said(verdict: str, reason: str, field: str, correction: str | None) -> Judgement:
    from stemma.model.coding import Judgement

    about = field if verdict == "correct" else "all"
    return Judgement(cast("Verdict", verdict), reason, about, correction)


def _show_next(held: Round, coder: str, *, json: bool) -> None:
    from stemma.ledger import selectors

    task = selectors.next_task(held, coder)
    if task is None:
        print(f"{coder} has coded all of {held.name!r}.", file=sys.stderr)
    elif json:
        _json(task)
    else:
        from stemma.cli.coding_text import task_text

        task_text(task)


def _open(ledger: Path) -> None:
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)


def _end(ledger: Path, told: str) -> None:
    """Let the accounts follow, and say what was recorded."""
    from stemma.build import refresh

    print(f"{told}; {refresh(ledger)} accounts changed.", file=sys.stderr)


def _json(*values: object) -> None:
    from stemma.model.wire import to_wire

    for value in values:
        sys.stdout.write(orjson.dumps(to_wire(value)).decode() + "\n")
