"""Which of the figures that stand a policy takes: low, high and best, each by a rule that its file names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.data.policies import Best, High, Low, Policy, Requirement
from stemma.model.finding import Finding, Position, Status
from stemma.model.value import EventCount, Toll
from stemma.reconcile.supersession import named
from stemma.reconcile.wording import listed

REQUIREMENTS: Mapping[Requirement, Callable[[Position], bool]] = {"unhedged": lambda position: not position.hedged}
"""What makes a figure reliable, by the name that a policy's file uses."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that a rule chooses from. `standing` name a number within the range of the finding, which holds all
    that an origin stands by; `reliable` are those of them that the policy calls so, or all where it calls none so."""

    finding: Finding
    standing: tuple[Position, ...]
    reliable: tuple[Position, ...]

    def numbers(self, positions: Iterable[Position]) -> list[int]:
        """Every number named, lowest first, none outside the finding's range."""
        low, high = self.finding.low, self.finding.high
        found = {n for position in positions for n in named(position.value)}
        return sorted(n for n in found if (low is None or n >= low) and (high is None or n <= high))


def _most_supported(found: Figures) -> int | None:
    """Of a range that somebody gives its lower end is counted; "up to 90" says how many at the most, not how many."""
    votes: dict[int, set[str]] = {}
    for position in found.reliable:
        figure = _vote(position)
        if figure is not None and figure in found.numbers([position]):
            votes.setdefault(figure, set()).update(support.bloc or support.key for support in position.origins)
    if not votes:
        return found.finding.low
    return min(votes, key=lambda figure: (-len(votes[figure]), figure))


def _vote(position: Position) -> int | None:
    value = position.value
    if not isinstance(value, Toll | EventCount):
        return None
    return value.high if value.low is None and value.qualifier == "nearly" else value.low


Rule = Callable[[Figures], int | None]
LOW: Mapping[Low, Rule] = {
    "lowest": lambda found: found.finding.low,
    "lowest_reliable": lambda found: next(iter(found.numbers(found.reliable)), found.finding.low),
}
HIGH: Mapping[High, Rule] = {
    "highest": lambda found: found.finding.high,
    "highest_reliable": lambda found: next(iter(found.numbers(found.reliable)[::-1]), found.finding.high),
    "lowest": lambda found: found.finding.low,
}
BEST: Mapping[Best, Rule] = {
    "agreed": lambda found: found.finding.best,
    "most_supported": _most_supported,
    "lowest": lambda found: found.finding.low,
}
SAYS: Mapping[str, str] = {
    "lowest": "the lowest figure that stands",
    "highest": "the highest figure that stands",
    "lowest_reliable": "the lowest figure that stands without a hedge",
    "highest_reliable": "the highest figure that stands without a hedge",
    "agreed": "the one figure that all agree on, where they do",
    "most_supported": "the figure that most independent origins give, of equals the lower",
}
"""Each rule in words, for reasons and for policies side by side."""


def settle(finding: Finding, policy: Policy) -> Finding:
    """A finding over all that stands, with the figures that the policy takes of it; answers stay as they are.

    The reason goes on telling who holds the ends of the whole range, after a sentence on what the policy made of them.
    """
    if not any(isinstance(position.value, Toll | EventCount) for position in finding.positions):
        return finding
    counted = _in_words(finding, policy) if finding.low is None and finding.high is None else finding
    standing = tuple(p for p in counted.positions if _stands(p) and named(p.value))
    reliable = tuple(p for p in standing if all(REQUIREMENTS[need](p) for need in sorted(policy.reliable)))
    found = Figures(counted, standing, reliable or standing)
    low, high, best = LOW[policy.low](found), HIGH[policy.high](found), BEST[policy.best](found)
    settled = replace(counted, low=low, high=high, best=best)
    return replace(settled, reason=_reason(counted, settled, policy, found))


def _stands(position: Position) -> bool:
    return position.stance == "asserts" and position.superseded_by is None


def _in_words(finding: Finding, policy: Policy) -> Finding:
    """The range of what the words of a finding without numbers mean to the policy."""
    read = [(p, policy.words[w]) for p in finding.positions if _stands(p) and (w := _word(p)) in policy.words]
    if not read:
        return finding
    numbers = sorted({number for _, number in read})
    origins = {support.key for position, _ in read for support in position.origins}
    status: Status = "single_origin" if len(origins) == 1 else "agreed" if len(numbers) == 1 else "range"
    taken = listed([f"“{_word(position)}” as {number}" for position, number in read], len(read))
    return replace(
        finding, low=numbers[0], high=numbers[-1], best=None, status=status,
        reason=f"No number is given; {policy.name} reads {taken}.",
    )  # fmt: skip


def _word(position: Position) -> str:
    value = position.value
    return (value.word or "").casefold() if isinstance(value, Toll) else ""


def _reason(before: Finding, after: Finding, policy: Policy, found: Figures) -> str:
    if (before.low, before.high, before.best) == (after.low, after.high, after.best) or before.low == before.high:
        return before.reason
    parts = []
    if after.low == after.high == after.best:
        parts.append(f"{after.best}: {policy.name} takes {SAYS[policy.best]}")
    else:
        if after.best is not None:
            parts.append(f"Best {after.best}{_backed(found, after.best)}: {policy.name} takes {SAYS[policy.best]}")
        left = [str(n) for n in found.numbers(found.standing) if not _within(n, after)]
        if left:
            parts.append(f"{listed(left, len(left))} left out as only hedged")
    return f"{'; '.join(parts)}. {before.reason}" if parts else before.reason


def _within(number: int, finding: Finding) -> bool:
    return finding.low is not None and finding.high is not None and finding.low <= number <= finding.high


def _backed(found: Figures, figure: int) -> str:
    """The origins whose word makes a figure the best."""
    backers: Sequence[str] = sorted(
        {support.label for p in found.reliable if _vote(p) == figure for support in p.origins}
    )
    return f" ({listed(backers)})" if backers else ""
