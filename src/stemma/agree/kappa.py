"""Cohen's kappa: two coders, categories without order (J. Cohen, "A coefficient of agreement for nominal scales",
Educational and Psychological Measurement 20, 1960)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction

from stemma.model.agreement import Coefficient


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> Coefficient:
    """(observed - expected) / (1 - expected) agreement of what the first and the second coder said of each unit.

    Expected is what two coders would reach by chance who use each category as often as each of these did. Undefined
    without units, and where both used one and the same category alone: agreement by chance is then certain.
    """
    if not pairs:
        return Coefficient(None, "nothing was coded by both")
    n = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = Fraction(sum(times * second[category] for category, times in first.items()), n * n)
    if expected == 1:
        return Coefficient(None, "both coders gave one and the same verdict throughout, so chance explains it all")
    observed = Fraction(sum(a == b for a, b in pairs), n)
    return Coefficient(float((observed - expected) / (1 - expected)))
