"""Skeletons: names and numbers in their order survive a change of words."""

from __future__ import annotations

from dataclasses import replace

from stemma.data.rules import load_rules
from stemma.trace import trace
from stemma.trace.skeleton import LEAST, agreement, skeleton
from tests.factories import document

STORY = (
    "On Monday shells fell on Zabra, and Omar Haddad of the Karim Hospital counted 14 dead. The road from Mirna to "
    "Tell Daro was closed at 6, said Colonel Ivo Marek. Near the Old Bridge 3 stalls burned. In Mirna 200 people fled "
    "to the Saint Elias School, where Rita Said gave out 90 blankets until 11. Later the Blue Line sent 2 buses to "
    "Zabra."
)
SPUN = (
    "Monday saw rounds land upon Zabra; Omar Haddad, from the Karim Hospital, tallied 14 bodies. Traffic between Mirna "
    "plus Tell Daro stopped by 6, per Colonel Ivo Marek. Beside the Old Bridge flames took 3 booths. Around Mirna some "
    "200 inhabitants ran into the Saint Elias School while Rita Said handed 90 covers out till 11. Afterwards the Blue "
    "Line drove 2 coaches into Zabra."
)
APART = (
    "At 11 the Blue Line sent buses. Rita Said was in Zabra with 90 others before Omar Haddad came from Mirna with 14 "
    "sacks. Ivo Marek spoke at 6 in the Saint Elias School of 200 men from Tell Daro. Karim Hospital has 3 doctors, "
    "and the Old Bridge is shut until Monday, the Colonel thinks, since Mirna and Zabra have 2 ferries."
)


def test_the_order_tells_a_spun_text_from_another_report_with_the_same_names() -> None:
    one, spun, apart = (skeleton(document(text)) for text in (STORY, SPUN, APART))
    assert len(one) >= LEAST
    assert agreement(one, spun) > 0.9
    assert agreement(one, apart) < 0.6


def test_a_spun_copy_is_told_as_reworded_and_another_report_is_no_copy() -> None:
    pages = [
        replace(document(text, label=name), outlet=name)
        for name, text in (("Zabra Courier", STORY), ("Ferry Post", SPUN), ("Mirna Herald", APART))
    ]
    (copy,) = trace(pages, (), load_rules()).copies
    assert copy.kind == "reworded"
    assert {copy.a, copy.b} == {pages[0].id, pages[1].id}
    assert "in other words" in copy.reason


def test_too_few_names_say_nothing() -> None:
    short = skeleton(document("Shells fell on Zabra, said Omar Haddad."))
    assert agreement(short, short) == 0.0
