"""Events: which one each claim is about, the page's own or one that it recalls."""

from __future__ import annotations

import pytest

from stemma.model.claim import Claim
from tests.read.reading import claims, days, page, reading, toll, with_headline


def told(text: str) -> dict[str, Claim]:
    """The tolls of a text by what they say."""
    return {toll(claim): claim for claim in claims(text, "toll")}


def test_the_pages_own_event_has_the_day_and_place_of_its_lead() -> None:
    (claim,) = claims("A raid killed 12 people in Aleppo on Saturday. Many shops burnt.", "toll")
    assert (days(claim.event.date), claim.event.background) == ("2016-09-17", False)
    assert claim.event.place is not None
    assert claim.event.place.name == "Aleppo"


def test_a_day_in_the_headlines_text_serves_all_its_claims() -> None:
    found = reading(with_headline("Raid on Aleppo market", "It killed 12 people on Saturday.\n\nThirty were wounded."))
    assert {days(claim.event.date) for claim in found.claims} == {"2016-09-17"}
    assert len(found.events) == 1


RECALL = (
    "A raid in Aleppo killed 12 people on 17 September. A year earlier, on 3 October 2015, a raid in Homs killed 30."
)


def test_an_earlier_event_is_kept_apart_by_its_date() -> None:
    found = told(RECALL)
    assert not found["killed 12"].event.background
    earlier = found["killed 30"].event
    assert earlier.background
    assert days(earlier.date) == "2015-10-03"
    assert earlier.place is not None
    assert earlier.place.name == "Homs"


def test_each_event_is_one_reference_the_main_one_first() -> None:
    found = reading(RECALL)
    assert not found.events[0].background
    assert {claim.event.ref for claim in found.claims} <= {event.id for event in found.events}
    assert len({event.id for event in found.events}) == len(found.events)


@pytest.mark.parametrize(
    "text",
    [
        "A raid killed 12 people on 17 September. The war has killed more than 300,000 people since 2011.",
        "A raid killed 12 people on 17 September. The conflict has claimed the lives of 120,000 people.",
    ],
)
def test_a_wars_whole_toll_is_no_incidents(text: str) -> None:
    own, whole = claims(text, "toll")
    assert (own.event.background, whole.event.background) == (False, True)
    (reference,) = [event for event in reading(text).events if event.id == whole.event.ref]
    assert reference.whole


@pytest.mark.parametrize("cue", ["Meanwhile, a", "Elsewhere, a", "In a separate attack, a"])
def test_what_happened_elsewhere_is_another_event(cue: str) -> None:
    text = f"A raid in Aleppo killed 12 people on 17 September 2016. {cue} car bomb in Baghdad killed 40 people."
    found = told(text)
    assert found["killed 12"].event.ref != found["killed 40"].event.ref
    other = found["killed 40"].event
    assert other.background
    assert other.place is not None
    assert other.place.name == "Baghdad"


def test_campaigns_are_no_incident() -> None:
    (claim,) = claims("Coalition air strikes have killed hundreds of civilians.", "toll")
    assert claim.event.background


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An air strike on a market killed 12 people.", "air_strike"),
        ("A drone strike killed 12 people.", "drone_strike"),
        ("Shelling killed 12 people in the village.", "artillery"),
        ("A suicide bombing killed 12 people.", "suicide_bombing"),
        ("A car bomb killed 12 people.", "bombing"),
        ("Gunmen opened fire in a mosque and killed 12 people.", "shooting"),
        ("A knife attack killed three people.", "stabbing"),
        ("A chemical attack killed 12 people.", "chemical"),
        ("Rebels shot down a plane.", "shoot_down"),
        ("Clashes killed 12 people.", "clash"),
        ("The attack killed 12 people.", "other"),
    ],
)
def test_the_kind_of_attack_is_what_the_lead_names(text: str, kind: str) -> None:
    assert {event.type for event in reading(text).events} == {kind}


def test_the_day_on_which_it_was_told_bounds_a_deed_that_nothing_dates() -> None:
    (claim,) = claims("The governor said on Sunday that a raid killed 12 people.", "toll")
    assert days(claim.event.date) == "2016-09-17/2016-09-18"


def test_without_any_date_the_event_has_none() -> None:
    (claim,) = claims(page("A raid killed 12 people.", published=None), "toll")
    assert (claim.event.date.from_, claim.event.date.precision) == (None, "unknown")


def test_a_page_without_claims_refers_to_no_event() -> None:
    assert reading("The bakery opens at nine.").events == ()


def test_a_wars_sum_may_be_a_vague_word() -> None:
    found = reading("A raid killed 12 people on Saturday. The war has killed hundreds of thousands of people.")
    assert [event.whole for event in found.events if event.background] == [True]


LEAD = "A raid in Aleppo killed 12 people on Saturday. Shops burnt. Nobody slept. The mayor came. All fled. It rained. "


@pytest.mark.parametrize(
    "aside",
    [
        "Seven days of air strikes left 75 people dead.",
        "Another attack on the town of Harim killed 75 people.",
        "In Damascus 75 people were killed in clashes on Saturday.",
        "In July a bomb killed 75 people in Damascus.",
        "On 21 August 2013 the mayor said a raid killed 75 people.",
    ],
)
def test_sums_over_days_other_attacks_and_other_places_are_not_the_pages_own(aside: str) -> None:
    found = told(f"{LEAD}{aside}")
    assert (found["killed 12"].event.background, found["killed 75"].event.background) == (False, True)


def test_a_date_that_opens_the_first_sentence_dates_the_deed() -> None:
    lead = "On 17 September, three nurses from the clinic near the river were killed in a raid."
    found = told(f"{lead}\n\nThe list of fatalities released on 3 September names them.")
    assert days(found["killed 3"].event.date) == "2016-09-17"
    assert not found["killed 3"].event.background


ANOTHER_DAY = (
    "Bombs on a market in Homs killed 10 people on Sunday. Stalls burnt. Doctors asked for blood. Roads were closed. "
    "Schools will stay shut. The mayor spoke of a crime. The army says that 60 soldiers were killed by the air strikes "
    "on {}."
)


@pytest.mark.parametrize(("day", "background"), [("Saturday", True), ("Sunday", False)])
def test_below_the_lead_a_strike_on_an_earlier_day_is_another_one(day: str, background: bool) -> None:
    assert told(ANOTHER_DAY.format(day))["killed 60"].event.background is background
