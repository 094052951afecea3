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
from tests.reconcile.test_reconcile import DAY, SIDES, Said, dead, said

FIGURES = st.sampled_from([3, 9, 30, 62, 80])
"""Few and far apart, so that voices agree, overtake themselves and fall under the half below which nothing does."""
COUNTS = st.builds(
    said,
    st.sampled_from(["Army", "Monitor", "Hospital", "Blog"]),
    st.one_of(
        FIGURES.map(dead),
        FIGURES.map(dead),
        FIGURES.map(lambda n: dead(n, None, "at_least")),
        st.just(dead(None, None, "some", word="dozens")),
        st.integers(1, 9).map(lambda n: dead(n, victim_class="children")),
        st.integers(1, 9).map(lambda n: dead(n, group="men", part_of="a mention")),
    ),
    st.sampled_from(["It was N.", "It was N.", "An earlier count had stood at N."]),
    outlet=st.sampled_from(["A", "B", "C"]),
    published=st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-03-06"]),
    stance=st.sampled_from(["asserts", "asserts", "asserts", "denies"]),
    bloc=st.sampled_from([None, "North"]),
)
POLICIES = sorted(load_policies())
CASES = st.lists(COUNTS, max_size=12, unique_by=lambda one: one.claim.id)
"""Up to a dozen counts of four voices in three papers, dated or not: some of children, some denied, some called
earlier."""


def call(
    function: Callable[..., Any],
    all_said: Sequence[Said],
    rulings: Sequence[Ruling] = (),
    *,
    policy: str = "range",
    **more: Any,
) -> Any:
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
    rules = load_policies()[policy]
    return function(incident, claims, pages.values(), trace, rules, rulings, bloc=SIDES.get, **more)
