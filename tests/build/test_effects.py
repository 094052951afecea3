"""What a decision would do is what it does: predicted, then made, derived and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.build import build, refresh
from stemma.build.effects import effects, with_rulings
from stemma.build.material import material
from stemma.data.policies import DEFAULT
from stemma.data.rules import load_rules
from stemma.ledger import selectors
from stemma.ledger.selectors import Scope
from stemma.model.claim import Claim
from stemma.model.finding import Account, Finding
from stemma.model.ruling import ClaimRuling
from stemma.review import accept, reject, undo

AMONG = 5
"""Claims of each of the queue's ranks that are tried: deriving the sample case takes a second each time."""


@pytest.fixture
def sample(root: Path, ledger: Path) -> Path:
    build([root / "samples/case.jsonl"], ledger)
    return ledger


def origins(finding: Finding) -> int:
    return len({support.key for position in finding.positions for support in position.origins})


def told(account: Account) -> tuple[object, ...]:
    """What is foretold of an account: its figures, and how many origins are behind them. To whom others are traced back
    where a claim founds nothing any more is not foretold."""
    return tuple(
        (f.slot, f.group, f.victim_class, f.low, f.high, f.best, f.status, origins(f)) for f in account.findings
    )


def asked() -> list[tuple[str, Claim]]:
    """The heads of the queue by kind, each with its incident."""
    kinds = ("toll", "perpetrator", "response")
    heads = (selectors.undecided(Scope(kind=kind), "Ada", size=AMONG).rows for kind in kinds)
    return [(row.incident, row.claim) for rows in heads for row in rows if row.incident is not None]


def test_what_is_foretold_of_a_decision_is_what_comes_of_it(sample: Path) -> None:
    rules = load_rules()
    policy = rules.policies[DEFAULT]
    moved = 0
    for incident, claim in asked():
        made = material(incident, rules)
        found = effects(made, claim, policy, made.account(policy))
        assert found.before == selectors.account(incident)
        reject(claim.id, actor="Ada", reason="tried")
        refresh(sample)
        after = selectors.account(incident)
        assert told(after) == told(found.rejected)
        moved += told(after) != told(found.before)
        undo(actor="Ada", reason="only tried")
        accept(claim.id, actor="Ada")
        refresh(sample)
        assert told(selectors.account(incident)) == told(found.accepted)
        undo(actor="Ada", reason="only tried")
        refresh(sample)
        assert selectors.account(incident) == found.before
    assert moved > AMONG


def test_rulings_that_wait_are_taken_in_but_for_corrections(sample: Path) -> None:
    rules = load_rules()
    policy = rules.policies[DEFAULT]
    (incident, first), (_, second), *_ = asked()
    made = material(incident, rules)
    pending = reject(first.id, actor="Ada", reason="another day")
    waiting = with_rulings(made, [pending, ClaimRuling("", "correct", "x", "y", "value", "r", "Ada")])
    assert waiting.rulings == (*made.rulings, pending)
    foretold = effects(waiting, second, policy, waiting.account(policy))
    refresh(sample)
    assert told(selectors.account(incident)) == told(foretold.before)
    assert with_rulings(made, []) is made
