"""The agreement of a round, against figures worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from stemma.agree import report
from stemma.ids import canonical
from stemma.model.agreement import AgreementReport, Cell
from stemma.model.claim import Claim
from stemma.model.coding import Both, Coding, Judgement, Round, Verdict
from stemma.model.wire import to_wire
from tests import factories

PAGE = factories.document("They counted 10, 20, 30, 40 and 50 dead. Redland did it.")
TOLLS = [factories.toll(PAGE, str(n), n) for n in (10, 20, 30, 40, 50)]
BLAME = factories.blame(PAGE, "Redland", "Redland")


def coding(claim: Claim, coder: str, said: Judgement | Verdict) -> Coding:
    given = Judgement(said) if isinstance(said, str) else said
    return Coding(
        "", "r", claim.mention_id, claim.id, given.verdict, given.field, given.correction, given.reason, coder
    )


def both(claim: Claim, first: Judgement | Verdict, second: Judgement | Verdict) -> Both:
    pair = (coding(claim, "Ana", first), coding(claim, "Bob", second))
    return Both(claim, pair, pair, None)


def to_be(claim: Claim, **ends: int | None) -> Judgement:
    return Judgement("correct", "r", "value", canonical(to_wire(claim.value) | ends).decode())


def made(coded: Sequence[Both], claims: Sequence[Claim]) -> AgreementReport:
    held = Round("r", "Pilot", tuple(claim.id for claim in claims), ("Ana", "Bob"), None, "", "Lea")
    return report(held, [claim.kind for claim in claims], coded, closed=False)


def test_verdicts_by_kind_and_over_all() -> None:
    """Tolls: Ana accepts three of four, Bob two, they agree on three. Observed 3/4, expected (3 x 2 + 1 x 2)/16 = 1/2,
    kappa 1/2. Alpha: 5 accepts and 3 rejects, 2 coincidences apart of an expected 2 x 5 x 3/7: 1 - 14/30."""
    verdicts: list[tuple[Verdict, Verdict]] = [
        ("accept", "accept"), ("accept", "reject"), ("reject", "reject"), ("accept", "accept"),
    ]  # fmt: skip
    coded = [both(claim, *said) for claim, said in zip(TOLLS, verdicts, strict=False)]
    found = made([*coded, both(BLAME, "unsure", "unsure")], [*TOLLS, BLAME])
    blame, tolls = found.kinds
    assert (tolls.kind, tolls.claims, tolls.n, tolls.agreed, tolls.percent) == ("toll", 5, 4, 3, 75)
    assert tolls.kappa.value == 0.5
    assert tolls.alpha.value == pytest.approx(16 / 30)
    assert tolls.confusion == (Cell("accept", "accept", 2), Cell("accept", "reject", 1), Cell("reject", "reject", 1))
    assert (blame.kind, blame.n, blame.agreed, blame.figures) == ("perpetrator", 1, 1, ())
    assert (blame.kappa.value, blame.alpha.value) == (None, None)
    assert "one and the same" in (blame.kappa.why or "")
    assert (found.overall.kind, found.overall.claims, found.overall.n, found.overall.agreed) == (None, 6, 5, 4)
    assert Cell("unsure", "unsure", 1) in found.overall.confusion


def test_figures_are_what_each_would_have_the_claims_say() -> None:
    """Of the low ends 10 and 10, 20 and 30: .08 apart in sum, of an expected (4/9 + 1 + .08)/3."""
    ten, twenty, *_ = TOLLS
    found = made([both(ten, "accept", "accept"), both(twenty, "accept", to_be(twenty, low=30))], TOLLS)
    low, high = found.overall.figures
    assert (low.end, low.level, low.n, low.open, low.unsaid) == ("low", "ratio", 2, 0, 0)
    assert low.alpha.value == pytest.approx(1 - 3 * 0.08 / (4 / 9 + 1 + 0.08))
    assert (high.end, high.alpha.value) == ("high", 1)


def test_open_ends_and_what_is_not_accepted_are_counted_beside() -> None:
    ten, twenty, thirty, forty, _ = TOLLS
    coded = [
        both(ten, "accept", to_be(ten, high=None)),
        both(twenty, "reject", "accept"),
        both(thirty, "unsure", to_be(thirty, low=31)),
        both(forty, to_be(forty, high=None), to_be(forty, high=None)),
    ]
    low, high = made(coded, TOLLS).overall.figures
    assert (low.n, low.open, low.unsaid, low.alpha.value) == (2, 0, 2, 1)
    assert (high.n, high.open, high.unsaid, high.alpha.value) == (0, 1, 2, None)


def test_two_corrections_of_one_claim_agree_in_the_verdict_and_may_differ_in_content() -> None:
    ten = TOLLS[0]
    same, other = (
        made([both(ten, to_be(ten, low=9), to_be(ten, low=9))], TOLLS),
        made([both(ten, to_be(ten, low=9), Judgement("correct", "r", "stance", '"denies"'))], TOLLS),
    )
    assert (same.overall.agreed, same.overall.corrections_differ) == (1, 0)
    assert (other.overall.agreed, other.overall.corrections_differ) == (1, 1)


def test_what_was_changed_after_both_had_coded_counts_for_nothing() -> None:
    ten = TOLLS[0]
    before, after = both(ten, "accept", "reject"), both(ten, "accept", "accept")
    found = made([Both(ten, after.codings, before.unseen, None)], TOLLS)
    assert (found.overall.n, found.overall.agreed) == (1, 0)


def test_nothing_coded_yet() -> None:
    found = made([], TOLLS)
    assert (found.overall.n, found.overall.percent, found.overall.kappa.value, found.overall.confusion) == (
        0, None, None, (),
    )  # fmt: skip
