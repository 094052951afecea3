"""Timelines: a step is the account as of its day, and the last one is the account."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from stemma.model.finding import Account, Finding
from stemma.model.timeline import Step, Timeline
from stemma.reconcile import reconcile, timelines
from tests.reconcile.material import CASES, POLICIES, call
from tests.reconcile.test_reconcile import Said, dead, ruled, said

Which = tuple[str | None, str | None]


def killed(*all_said: Said, **options: object) -> Timeline:
    found: tuple[Timeline, ...] = call(timelines, all_said, slot="killed", **options)
    return found[0]


def ends(step: Step) -> tuple[str | None, int | None, int | None]:
    return step.day, step.low, step.high


def test_a_step_where_the_range_moved_and_who_held_its_ends() -> None:
    made = killed(
        said("Monitor", dead(30), published="2031-03-04"),
        said("Army", dead(62), published="2031-03-04T09:00:00"),
        said("Army", dead(62), outlet="Zabra Courier", published="2031-03-05"),
        said("Monitor", dead(80), outlet="Zabra Post", published="2031-03-06"),
    )
    assert [ends(step) for step in made.steps] == [("2031-03-04", 30, 62), ("2031-03-06", 62, 80)]
    first, last = made.steps
    assert (first.low_by, first.high_by, first.origins) == (("Monitor",), ("Army",), 2)
    assert (last.low_by, last.high_by) == (("Army",), ("Monitor",))
    assert (last.published_low, last.published_high, last.status) == (30, 80, "range")


def test_each_origin_has_a_line_of_its_own() -> None:
    made = killed(
        said("Monitor", dead(30), published="2031-03-04"),
        said("Army", dead(62), published="2031-03-05"),
        said("Monitor", dead(80), outlet="Zabra Post", published="2031-03-06"),
    )
    told = {line.label: [(s.day, [v.low for v in s.values]) for s in line.steps] for line in made.origins}  # type: ignore[union-attr]
    assert told == {"Monitor": [("2031-03-04", [30]), ("2031-03-06", [80])], "Army": [("2031-03-05", [62])]}
    assert [len(line.claims) for line in made.origins] == [2, 1]


def test_pages_of_no_known_day_come_last() -> None:
    made = killed(said("Army", dead(62), published="2031-03-04"), said("Blog", dead(90), published=None))
    assert [ends(step) for step in made.steps] == [("2031-03-04", 62, 62), (None, 62, 90)]


def test_a_page_of_which_only_the_month_is_known_counts_from_its_first_day() -> None:
    made = killed(said("Army", dead(62), published="2031-03"), said("Monitor", dead(83), published="2031-03-02"))
    assert [ends(step) for step in made.steps] == [("2031-03-01", 62, 62), ("2031-03-02", 62, 83)]


def test_a_part_has_its_own_timeline_from_the_day_on_which_somebody_counts_all() -> None:
    found: tuple[Timeline, ...] = call(
        timelines,
        [
            said("Unicef", dead(9, victim_class="children"), published="2031-03-04"),
            said("Army", dead(62), published="2031-03-05"),
        ],
        slot="killed",
    )
    whole, children = found
    assert [ends(step) for step in whole.steps] == [("2031-03-04", 9, 9), ("2031-03-05", 62, 62)]
    assert children.victim_class == "children"
    assert [ends(step) for step in children.steps] == [("2031-03-05", 9, 9)]


def test_what_a_person_rejected_never_was() -> None:
    army, wrong = said("Army", dead(62)), said("Blog", dead(6200), published="2031-03-05")
    assert [ends(step) for step in killed(army, wrong, rulings=[ruled("reject", wrong)]).steps] == [
        ("2031-03-04", 62, 62)
    ]


def test_no_numbers_no_timeline() -> None:
    words = said("Army", dead(None, None, "some", word="dozens"))
    assert call(timelines, [words], slot="killed") == ()
    assert call(timelines, [], slot="killed") == ()
    assert call(timelines, [said("Army", dead(3))], slot="injured") == ()


def finding_of(account: Account, which: Which) -> Finding | None:
    found = [f for f in account.findings if f.slot == "killed" and (f.group, f.victim_class) == which]
    return found[0] if found else None


@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=100)
@given(all_said=CASES)
def test_every_step_is_the_account_as_of_its_day_and_the_last_is_the_account(policy: str, all_said: list[Said]) -> None:
    for timeline in call(timelines, all_said, slot="killed", policy=policy):
        which = (timeline.group, timeline.victim_class)
        for step in timeline.steps:
            agrees(step, finding_of(call(reconcile, all_said, as_of=step.day, policy=policy), which))
        agrees(timeline.steps[-1], finding_of(call(reconcile, all_said, policy=policy), which))


def agrees(step: Step, finding: Finding | None) -> None:
    if finding is None:
        assert (step.low, step.high, step.status) == (None, None, "unknown")
    else:
        published = finding.published_low, finding.published_high
        assert (step.low, step.high, step.status) == (finding.low, finding.high, finding.status)
        assert (step.published_low, step.published_high) == published


@settings(max_examples=60)
@given(CASES)
def test_between_two_steps_nothing_moved(all_said: list[Said]) -> None:
    for timeline in call(timelines, all_said, slot="killed"):
        steps: Sequence[Step] = timeline.steps
        for day in ("2031-03-04", "2031-03-05", "2031-03-06"):
            before = [step for step in steps if step.day is not None and step.day <= day]
            found = finding_of(call(reconcile, all_said, as_of=day), (timeline.group, timeline.victim_class))
            if before:
                agrees(before[-1], found)
            else:
                assert found is None or found.status in ("unknown", "denied")
