"""Rounds as they are read: what each coder is shown, and what only both together."""

from __future__ import annotations

import json

import pytest

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.model.coding import Choice, Judgement, Round
from stemma.model.wire import to_wire
from stemma.review import close_round, code_claim, open_round, reject
from tests.ledgers import Filled

SECRET = "Redacted by nobody"


@pytest.fixture
def held(filled: Filled) -> Round:
    return open_round("Pilot", Choice(), coders=["Ana", "Bob"], third="Cleo", actor="Lea", reason="pilot")


def say(coder: str, claim: str, said: Judgement) -> None:
    code_claim("Pilot", claim, said, actor=coder)


def shown_to(coder: str, held: Round) -> str:
    """Everything that a coder can be shown of a round, as JSON."""
    task = selectors.next_task(held, coder)
    row = selectors.round_row("Pilot")
    others = [selectors.both_coded(held), selectors.disagreements(held), selectors.agreement(row), row]
    return json.dumps([to_wire(one) for one in ([task, *others] if task else others)])


def test_a_coder_is_shown_the_claims_one_by_one_in_the_round_s_order(held: Round, filled: Filled) -> None:
    shown = []
    while (task := selectors.next_task(held, "Ana")) is not None:
        shown.append((task.number, task.of, task.left, task.claim.id))
        say("Ana", task.claim.id, Judgement("accept"))
    assert shown == [(n + 1, 3, 3 - n, claim) for n, claim in enumerate(held.claims)]
    first = selectors.next_task(held, "Bob")
    assert first is not None
    page = {page.id: page for page in filled.pages}[first.claim.document_id]
    assert first.before + first.claim.quote.text + first.after == page.text
    assert (first.label, first.outlet, first.published) == (page.label, page.outlet, page.published)


@pytest.mark.parametrize(("one", "other"), [("Ana", "Bob"), ("Bob", "Ana")])
def test_nothing_of_one_coder_is_shown_before_the_other_has_coded_the_claim(held: Round, one: str, other: str) -> None:
    nothing = shown_to(other, held)
    for claim in held.claims:
        say(one, claim, Judgement("unsure", SECRET))
    seen = shown_to(other, held)
    assert SECRET not in seen
    assert "unsure" not in seen
    assert seen == nothing.replace(f'"coder": "{one}", "coded": 0', f'"coder": "{one}", "coded": 3')
    say(other, held.claims[0], Judgement("accept"))
    (both,) = selectors.both_coded(held)
    assert (both.claim.id, SECRET in repr(both)) == (held.claims[0], True)
    task = selectors.next_task(held, other)
    assert task is not None
    assert SECRET not in json.dumps(to_wire(task))


def test_no_ruling_on_a_claim_is_shown_to_who_is_to_code_it(held: Round) -> None:
    before = shown_to("Ana", held)
    for claim in held.claims:
        reject(claim, actor="Eve", reason=SECRET)
    assert shown_to("Ana", held) == before


def test_progress(held: Round) -> None:
    one, other, _ = held.claims
    for claim in (one, other):
        say("Ana", claim, Judgement("accept"))
    say("Bob", one, Judgement("reject", "r"))
    (row,) = selectors.round_rows()
    assert [(progress.coder, progress.coded) for progress in row.progress] == [("Ana", 2), ("Bob", 1)]
    assert (row.both, row.open, row.gone, row.closed_at) == (1, 1, 0, None)
    close_round("Pilot", actor="Lea", reason="enough", unfinished=True)
    assert selectors.round_row("Pilot").closed_at is not None
    assert len(selectors.round_rows()) == 1


def test_agreement_counts_what_was_said_unseen(held: Round) -> None:
    for coder in held.coders:
        for claim in held.claims:
            say(
                coder,
                claim,
                Judgement("reject", "r") if (coder, claim) == ("Bob", held.claims[0]) else Judgement("accept"),
            )
    before = selectors.agreement(selectors.round_row("Pilot"))
    assert (before.overall.n, before.overall.agreed) == (3, 2)
    say("Bob", held.claims[0], Judgement("accept"))
    assert selectors.disagreements(held) == ()
    assert selectors.agreement(selectors.round_row("Pilot")) == before
    assert {kind.kind: kind.claims for kind in before.kinds} == {"perpetrator": 1, "toll": 2}


def test_a_round_that_is_not_there(held: Round) -> None:
    for name in ("Other", held.id[:3], ""):
        with pytest.raises(NotFoundError, match="'Pilot'"):
            selectors.round_row(name)
    open_round("Second", Choice(), coders=["Ana", "Bob"], third=None, actor="Lea", reason="r")
    assert selectors.round_row("second").round.name == "Second"


def test_no_round_yet(filled: Filled) -> None:
    assert selectors.round_rows() == ()
    with pytest.raises(NotFoundError, match="stemma coding open"):
        selectors.round_row("Pilot")
