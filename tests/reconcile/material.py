"""What some voices say, as the functions of `reconcile` take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from stemma.data.policies import load_policies
from stemma.model.incident import Incident
from stemma.model.origin import ClaimOrigin, Trace
from stemma.model.ruling import Ruling
from tests.factories import MADE_BY
from tests.reconcile.test_reconcile import COUNTS, DAY, SIDES, Said

CASES = st.lists(COUNTS, max_size=12, unique_by=lambda one: one.claim.id)
"""Up to a dozen counts of three voices in three papers, dated or not, some of them of children, some denied."""


def call(function: Callable[..., Any], all_said: Sequence[Said], rulings: Sequence[Ruling] = (), **more: Any) -> Any:
    """Call `reconcile`, `timelines` or another that takes what they take."""
    origins = {s.origin.key: s.origin for s in all_said}
    trace = Trace(
        copies=(),
        origins=tuple(origins[key] for key in sorted(origins)),
        claim_origins=tuple(ClaimOrigin(s.claim.id, s.origin.key, (s.origin.label,)) for s in all_said),
        made_by=MADE_BY,
    )
    incident = Incident("i", ("i",), "bombing", "Bombing, Zabra (Iraq), 3 Mar 2031", DAY, None)
    pages = {s.page.id: s.page for s in all_said}
    claims = [s.claim for s in all_said]
    policy = load_policies()["range"]
    return function(incident, claims, pages.values(), trace, policy, rulings, bloc=SIDES.get, **more)
