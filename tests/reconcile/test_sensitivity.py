"""Sensitivity: what it names is what reconciling without it gives, and what it leaves out moves nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model.finding import Account
from stemma.model.ruling import Ruling
from stemma.model.sensitivity import Change, Extent, Removal, Sensitivity, WhatIf
from stemma.model.value import Party
from stemma.reconcile import reconcile, removals, sensitivity, what_if
from tests.reconcile.material import CASES, POLICIES, call
from tests.reconcile.test_reconcile import Said, dead, ruled, said

Ends = dict[tuple[str, str | None, str | None], tuple[int | None, int | None]]


def of(*all_said: Said, rulings: Sequence[Ruling] = (), policy: str = "range") -> Sensitivity:
    found: Sensitivity = call(sensitivity, all_said, rulings, policy=policy)
    return found


def told(found: Sensitivity) -> dict[tuple[str, str], list[tuple[object, object]]]:
    """What every removal makes of each end it moves."""

    def brief(extent: Extent | None) -> object:
        return None if extent is None else (extent.low, extent.high)

    return {
        (e.removal.kind, e.removal.label): [(brief(c.before), brief(c.after)) for c in e.changes] for e in found.effects
    }


def test_the_claims_behind_each_end_and_what_the_range_is_without_them() -> None:
    army, monitor, hospital = said("Army", dead(62)), said("Monitor", dead(83)), said("Hospital", dead(70))
    found = of(army, monitor, hospital)
    assert [(end.end, end.value, [s.claims for s in end.held_by]) for end in found.ends] == [
        ("low", 62, [(army.claim.id,)]),
        ("high", 83, [(monitor.claim.id,)]),
    ]
    effects = told(found)
    assert effects[("claim", "62 by Army in Army")] == [((62, 83), (70, 83))]
    assert effects[("origin", "Monitor")] == effects[("outlet", "Monitor")] == [((62, 83), (62, 70))]
    assert all("Hospital" not in label for _, label in effects)


def test_an_end_that_two_pages_carry_falls_with_their_origin_alone() -> None:
    found = of(said("Army", dead(62)), said("Monitor", dead(83)), said("Monitor", dead(83), outlet="Zabra Post"))
    kinds = {kind for kind, label in told(found) if "Monitor" in label}
    assert kinds == {"origin"}


def test_without_a_later_count_the_earlier_one_stands_again() -> None:
    early, late = said("Monitor", dead(30)), said("Monitor", dead(80), outlet="B", published="2031-03-06")
    found = of(early, late, said("Army", dead(62)), said("Hospital", dead(90)))
    assert told(found)[("claim", "80 by Monitor in B")] == [((62, 90), (30, 90))]


def test_without_its_first_page_a_count_is_as_old_as_its_second() -> None:
    first = said("Monitor", dead(62), published="2031-03-04")
    higher = said("Monitor", dead(80), outlet="B", published="2031-03-05")
    again = said("Monitor", dead(62), outlet="C", published="2031-03-06")
    found = of(first, higher, again)
    assert told(found)[("claim", "62 by Monitor in Monitor")] == [((80, 80), (62, 62))]
    assert ("claim", "62 by Monitor in C") not in told(found)


def test_one_morning_on_many_pages_is_moved_by_its_origin_alone() -> None:
    pages = [said("Army", dead(62), outlet=f"Paper {i}") for i in range(9)]
    found = of(*pages, said("Monitor", dead(83)))
    assert {kind for kind, label in told(found) if "Army" in label or "Paper" in label} == {"origin"}


def test_the_last_number_leaves_nothing() -> None:
    assert told(of(said("Army", dead(62))))[("claim", "62 by Army in Army")] == [((62, 62), None)]


def test_a_bloc_is_all_its_origins() -> None:
    found = of(
        said("Army", dead(62), bloc="North"), said("Ministry", dead(62), bloc="North"), said("Monitor", dead(83))
    )
    assert told(found) | {("bloc", "North"): [((62, 83), (83, 83))]} == told(found)
    assert ("origin", "Army") not in told(found)


def test_nothing_that_counts_nothing_to_move() -> None:
    for found in (of(), of(said("Army", Party("Nobody"), kind="perpetrator"))):
        assert (found.ends, found.effects) == ((), ())


def ends(account: Account) -> Ends:
    return {
        (f.slot, f.group, f.victim_class): (f.low, f.high) for f in account.findings if (f.low, f.high) != (None, None)
    }


@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=150)
@given(all_said=CASES, data=st.data())
def test_what_it_names_is_what_reconciling_without_it_gives_and_the_rest_moves_nothing(
    policy: str, all_said: list[Said], data: st.DataObject
) -> None:
    decided = data.draw(st.lists(st.sampled_from(all_said), max_size=3)) if all_said else []
    rulings = [ruled(data.draw(st.sampled_from(["accept", "accept", "reject"])), one) for one in decided]
    found = of(*all_said, rulings=rulings, policy=policy)
    before = ends(call(reconcile, all_said, rulings, policy=policy))
    effects = {effect.removal: effect.changes for effect in found.effects}
    for removal in call(lambda _, claims, pages, trace, *__, **___: removals(claims, pages, trace), all_said):
        rest = [one for one in all_said if one.claim.id not in removal.claims]
        after = ends(call(reconcile, rest, rulings, policy=policy))
        moved = {key: (bounds, after.get(key, (None, None))) for key, bounds in before.items()}
        expected = {key: sides for key, sides in moved.items() if sides[0] != sides[1]}
        assert {_key(change): _sides(change) for change in effects.get(removal, ())} == expected


def _key(change: Change) -> tuple[str, str | None, str | None]:
    return change.slot, change.group, change.victim_class


def _sides(change: Change) -> tuple[tuple[int | None, int | None], ...]:
    return tuple((None, None) if side is None else (side.low, side.high) for side in (change.before, change.after))


def without(all_said: Sequence[Said], *gone: Said) -> WhatIf:
    removal = Removal("claim", "several", "several", tuple(one.claim.id for one in gone))
    made: WhatIf = call(what_if, all_said, without=[removal])
    return made


def test_what_if_tells_of_figures_and_answers_alike() -> None:
    army, monitor = said("Army", dead(62)), said("Monitor", dead(83))
    syria, cnn = (said(who, Party(what), kind="perpetrator") for who, what in (("Syria", "Russia"), ("CNN", "Israel")))
    made = without([army, monitor, syria, cnn], monitor, cnn)
    assert {change.slot: (change.before, change.after) for change in made.changes} == {
        "killed": (Extent(62, 83, "range"), Extent(62, 62, "single_origin")),
        "perpetrator": (Extent(None, None, "contested"), Extent(None, None, "single_origin")),
    }


@settings(max_examples=60)
@given(CASES, st.data())
def test_what_if_is_the_account_of_the_rest(all_said: list[Said], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(all_said), max_size=3)) if all_said else []
    made = without(all_said, *gone)
    assert made.account == call(_reconciled_rest, all_said, gone={one.claim.id for one in gone})
    assert bool(made.changes) <= bool(gone)


def _reconciled_rest(incident, claims, *rest, gone, **more):  # type: ignore[no-untyped-def]
    return reconcile(incident, [claim for claim in claims if claim.id not in gone], *rest, **more)
