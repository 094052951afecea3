"""The score of a pair and what made it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from stemma.data.linking import LinkingRules
from stemma.link.features import FEATURES
from stemma.link.sketch import Sketch
from stemma.model.incident import Reason


@dataclass(frozen=True, slots=True)
class Score:
    """A chance of being one event, 0 to 1, and the features that moved it, the strongest first."""

    value: float
    reasons: tuple[Reason, ...]


def score(a: Sketch, b: Sketch, rules: LinkingRules) -> Score:
    """Weigh every feature; the same whichever of the two comes first."""
    one, other = (a, b) if a.id <= b.id else (b, a)
    total = rules.bias
    reasons = []
    for name, feature in FEATURES:
        seen = feature(one, other, rules)
        weight = seen.value * rules.weights[name]
        total += weight
        if weight:
            reasons.append(Reason(name, round(weight, 4), seen.detail))
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.feature))
    return Score(1 / (1 + math.exp(-total)), tuple(reasons))
