"""Tolls as claims: the group as written, its victim class, mention and quote."""

from __future__ import annotations

import pytest

from stemma.model.value import Toll
from tests.read.reading import claims, page, reading


def groups(text: str) -> list[str | None]:
    return [claim.value.group for claim in claims(text, "toll") if isinstance(claim.value, Toll)]


def classes(text: str) -> list[str | None]:
    return [claim.value.victim_class for claim in claims(text, "toll") if isinstance(claim.value, Toll)]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Sixty-two Syrian soldiers were killed.", "Syrian soldiers"),
        ("The raid killed 12 civilians.", "civilians"),
        ("At least 20 rebel fighters died.", "rebel fighters"),
        ("At least 20 government troops died in the attack.", "government troops"),
        ("Five members of the same family were killed.", "members"),
        ("22 dead in raid", None),
    ],
)
def test_the_group_is_kept_as_written(text: str, group: str | None) -> None:
    assert groups(text) == [group]


@pytest.mark.parametrize(
    ("people", "victim_class"),
    [
        ("soldiers", "member_of_armed_forces"), ("rebels", "belligerents"), ("civilians", "civilian_non_combatants"),
        ("children", "children"), ("women", "women"), ("men", "men"), ("journalists", "journalists"),
        ("nurses", "healthcare_personnel"), ("aid workers", "other_civilian_non_combatants"), ("people", None),
        ("miners", None),
    ],
)  # fmt: skip
def test_a_group_falls_into_a_class_where_its_noun_tells(people: str, victim_class: str | None) -> None:
    assert classes(f"The raid killed 12 {people}.") == [victim_class]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 14 civilians were killed and more than 60 wounded.", ["civilians", "civilians"]),
        ("The raid killed 12 soldiers. Later the toll rose to 20.", ["soldiers", "soldiers"]),
        ("The raid killed 12 soldiers and three nurses.", ["soldiers", "nurses"]),
    ],
)
def test_a_bare_figure_goes_on_counting_the_same_people(text: str, found: list[str]) -> None:
    assert groups(text) == found


def test_a_part_without_a_noun_does_not_borrow_the_whole() -> None:
    whole, part = claims("The strike killed nine soldiers, two of them in hospital.", "toll")
    assert isinstance(whole.value, Toll)
    assert isinstance(part.value, Toll)
    assert (whole.value.group, part.value.group) == ("soldiers", None)


@pytest.mark.parametrize(
    ("text", "mention", "quote"),
    [
        ("On Sunday at least 14 civilians were killed there.", "14", "at least 14 civilians were killed"),
        ("The raid killed two dozen people.", "two dozen", "killed two dozen people"),
        ("The raid killed between 90 and 106 soldiers.", "90 and 106", "killed between 90 and 106 soldiers"),
        ("It killed dozens of villagers.", "dozens", "killed dozens of villagers"),
    ],
)
def test_the_mention_is_the_numeral_and_the_quote_the_words_it_rests_on(text: str, mention: str, quote: str) -> None:
    (claim,) = claims(text, "toll")
    assert claim.mention.of(text) == mention
    assert claim.quote.text == quote


def test_each_state_of_a_shared_figure_is_a_claim_of_its_own() -> None:
    found = claims("The raid killed 12 people, wounding 12.", "toll")
    assert len({claim.id for claim in found}) == len({claim.mention_id for claim in found}) == 2


def test_a_toll_noun_without_a_number_is_a_toll_without_bounds() -> None:
    (claim,) = claims("The shelling caused casualties.", "toll")
    assert isinstance(claim.value, Toll)
    assert (claim.value.low, claim.value.high, claim.value.word) == (None, None, "casualties")


def test_the_same_words_in_another_document_are_another_claim() -> None:
    text = "The raid killed 12 people."
    longer = page(f"{text} More will follow.")
    assert {c.id for c in reading(text).claims}.isdisjoint({c.id for c in reading(longer).claims})
