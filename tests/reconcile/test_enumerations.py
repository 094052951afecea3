"""What a page lists without summing it up counts towards the whole only where nobody states one."""

from __future__ import annotations

from tests.reconcile.test_reconcile import Said, account, dead, finding, killed, said

TEXT = "It was N, M and L."


def listed(number: int, quote: str, who: str = "Army", **more: object) -> Said:
    value = dead(number, part_of=f"the verb of {who}", **more)
    return said(who, value, TEXT, quote=quote, outlet="Zabra Courier")


def test_a_list_is_summed_up_with_the_claims_that_it_adds() -> None:
    nurse, doctors = listed(1, "N", group="nurse"), listed(2, "M", group="doctors")
    found = killed(nurse, doctors)
    assert (found.low, found.high, found.best, found.status) == (3, 3, 3, "single_origin")
    assert set(found.positions[0].origins[0].claims) == {nurse.claim.id, doctors.claim.id}


def test_the_members_have_findings_of_their_own() -> None:
    made = account(listed(1, "N", group="nurse"), listed(2, "M", group="doctors"))
    assert finding(made, group="doctors").high == 2


def test_a_list_below_a_stated_count_is_a_part() -> None:
    found = killed(listed(1, "N", group="nurse"), listed(2, "M", group="doctors"), said("Monitor", dead(12)))
    assert (found.low, found.high) == (12, 12)


def test_a_list_says_nothing_of_the_whole_where_somebody_states_one() -> None:
    made = account(listed(9, "N", group="nurses"), listed(8, "M", group="guards"), said("Monitor", dead(12)))
    found = finding(made)
    assert (found.low, found.high, found.published_low, found.published_high) == (12, 12, 12, 12)
    assert finding(made, group="nurses").high == 9


def test_a_list_with_a_word_for_a_number_has_no_sum() -> None:
    dozens = said("Army", dead(None, None, "some", word="dozens", part_of="the verb of Army"), TEXT, quote="M",
                  outlet="Zabra Courier")  # fmt: skip
    assert [f.high for f in account(listed(1, "N", group="nurse"), dozens).findings if f.group is None] in ([], [None])


def test_children_are_the_whole_where_nobody_counts_as_many() -> None:
    found = killed(
        said("Monitor", dead(5, group="children", victim_class="children")), said("Army", dead(4, group="people"))
    )
    assert (found.low, found.high) == (4, 5)
