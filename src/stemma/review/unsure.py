"""Nobody can tell whether two incidents are the same: the question is asked no more, and they stay two."""

from __future__ import annotations

from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import decide_pairs


def unsure(a: str, b: str, *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Record it for the incidents that two ids lead to, one ruling for each pair of their reports.

    It binds nothing: a new report may still join them. Raises NotFoundError for an unknown id, InputError for two
    reports of one incident that no ruling joined, a missing reason or an actor without a name.
    """
    return decide_pairs("unsure", a, b, actor=actor, reason=reason)
