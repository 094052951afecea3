"""Who holds the ends of a finding's range: the standing claims that name the lowest and the highest number."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.model.claim import Claim
from stemma.model.finding import Finding, Position, Support
from stemma.model.value import EventCount, Toll
from stemma.reconcile.supersession import named


def slot_of(claim: Claim) -> str:
    """The slot of an account that a claim speaks to: a toll's state, else its kind."""
    return claim.value.state if isinstance(claim.value, Toll) else claim.kind


def is_count(claim: Claim) -> bool:
    """Whether the claim gives, or could give, a number."""
    return isinstance(claim.value, Toll | EventCount)


def counting(finding: Finding) -> tuple[Position, ...]:
    """The positions that stand with a number: asserted, not overtaken."""
    return tuple(p for p in finding.positions if p.stance == "asserts" and p.superseded_by is None and named(p.value))


def has_range(finding: Finding) -> bool:
    """Whether the finding has a bound, be it by numbers, by what a policy makes of words, or by a ruling."""
    return (finding.low, finding.high) != (None, None)


def holders(finding: Finding, number: int | None) -> tuple[Support, ...]:
    """The origins that stand by a number, each with its claims; none for no number. One origin may come twice, where
    it words the number in two ways ("at least 80", "80")."""
    return tuple(s for p in counting(finding) if number in named(p.value) for s in p.origins)


def labels(supports: Iterable[Support]) -> tuple[str, ...]:
    """The origins' names, each once, the one with most pages first."""
    ordered = sorted(supports, key=lambda support: (-support.documents, support.label))
    return tuple(dict.fromkeys(support.label for support in ordered))
