"""Chronicles: what stands undated among dated older events is theirs, not the page's own."""

from __future__ import annotations

from stemma.model.claim import Claim
from tests.read.reading import claims, days, toll

LEAD = "A raid in Aleppo killed 12 people on Saturday.\n\n"
LIST = (
    "15 March 2011 Protests began. 1 March 2012 The army took the town of Homs. "
    "21 August 2013 The mayor spoke of a raid. At least 75 people were killed."
)


def told(text: str) -> dict[str, Claim]:
    return {toll(claim): claim for claim in claims(text, "toll")}


def test_an_undated_toll_in_a_chronicle_belongs_to_the_entry_before_it() -> None:
    found = told(LEAD + LIST)
    assert not found["killed 12"].event.background
    assert found["killed at_least 75"].event.background
    assert days(found["killed at_least 75"].event.date) == "2013-08-21"


def test_one_old_date_makes_no_chronicle() -> None:
    found = told(f"{LEAD}1 March 2012 was another such day. At least 75 people were wounded.")
    assert not found["injured at_least 75"].event.background
