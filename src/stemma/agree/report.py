"""The agreement of a round of double coding, over all claims and by kind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from stemma.agree.alpha import alpha
from stemma.agree.kappa import kappa
from stemma.model.agreement import Agreement, AgreementReport, Cell, FigureAgreement, Level
from stemma.model.claim import Claim, Kind
from stemma.model.coding import Both, Coding, Round, Verdict
from stemma.model.value import EventCount, Toll

End = Literal["low", "high"]
FIGURES: Level = "ratio"
"""People are counted from zero, and ten dead more or less is much beside 12 and little beside 800. So differences are
taken for their size: `interval` would let the largest incident decide, `ordinal` take 12 and 15 for as far apart as 12
and 800 where no other figure lies between."""


def report(held: Round, kinds: Sequence[Kind], both: Sequence[Both], *, closed: bool) -> AgreementReport:
    """Of the round `held`, whose claims are of `kinds` (one for each), what `both` its coders have coded."""
    first, second = held.coders
    of_kind = Counter(kinds)
    return AgreementReport(
        round=held.id,
        name=held.name,
        coders=(first, second),
        closed=closed,
        overall=_agreement(None, len(kinds), both),
        kinds=tuple(
            _agreement(kind, of_kind[kind], [one for one in both if one.claim.kind == kind]) for kind in sorted(of_kind)
        ),
    )


def _agreement(kind: Kind | None, claims: int, both: Sequence[Both]) -> Agreement:
    pairs = [one.unseen for one in both]
    verdicts = [(a.verdict, b.verdict) for a, b in pairs]
    agreed = sum(a == b for a, b in verdicts)
    return Agreement(
        kind=kind,
        claims=claims,
        n=len(pairs),
        agreed=agreed,
        percent=100 * agreed / len(pairs) if pairs else None,
        kappa=kappa(verdicts),
        alpha=alpha(verdicts),
        corrections_differ=sum(a.verdict == b.verdict and not a.says_as(b) for a, b in pairs),
        confusion=_confusion(verdicts),
        figures=_figures(both),
    )


def _confusion(verdicts: Iterable[tuple[Verdict, Verdict]]) -> tuple[Cell, ...]:
    found, order = Counter(verdicts), get_args(Verdict)
    return tuple(Cell(a, b, found[a, b]) for a in order for b in order if found[a, b])


def _figures(both: Sequence[Both]) -> tuple[FigureAgreement, ...]:
    counted = [one for one in both if isinstance(one.claim.value, Toll | EventCount)]
    return (_figure("low", counted), _figure("high", counted)) if counted else ()


def _figure(end: End, counted: Sequence[Both]) -> FigureAgreement:
    said = [one for one in counted if all(coding.verdict in ("accept", "correct") for coding in one.unseen)]
    ends = [tuple(_end(one.claim, coding, end) for coding in one.unseen) for one in said]
    whole = [given for given in ends if None not in given]
    return FigureAgreement(
        end=end,
        level=FIGURES,
        n=len(whole),
        open=sum(given.count(None) == 1 for given in ends),
        unsaid=len(counted) - len(said),
        alpha=alpha(whole, FIGURES),
    )


def _end(claim: Claim, coding: Coding, end: End) -> int | None:
    """What a coder would have the claim say: as it was read, unless it is the value that they correct."""
    if coding.verdict == "correct" and coding.field == "value" and coding.correction is not None:
        corrected: int | None = json.loads(coding.correction).get(end)
        return corrected
    assert isinstance(claim.value, Toll | EventCount)  # only these are asked
    return claim.value.low if end == "low" else claim.value.high
