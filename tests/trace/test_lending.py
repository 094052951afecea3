"""Lending: a figure's source, told in one place, holds in the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.data.rules import load_rules
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.time import DateRange
from stemma.model.voice import Voice
from stemma.trace import trace
from tests.factories import document, reference, toll

MINISTRY = Voice(None, None, "Russian Defence Ministry")
SPOKESMAN = Voice("Igor Petrenko", None, "Russia")
COMMAND = Voice(None, None, "Syrian General Command")
AUTHORITIES = Voice(None, None, "Syrian Government")
STATE = Voice(None, None, "Syria")
GOVERNOR = Voice(None, "governor", None, anonymous=True)


def page(outlet: str, text: str = "Raid kills 62. On Monday 62 soldiers died. It was 62, they said.") -> Document:
    return document(text, label=outlet, outlet=outlet)


def said(
    where: Document, *voices: Voice, quote: str = "kills 62", figure: int = 62, day: str | None = "2016-09-17"
) -> Claim:
    date = DateRange(day, day, "day") if day else DateRange(None, None, "unknown")
    return replace(toll(where, quote, figure, event=reference(where, date=date)), voices=voices)


def origins(*claims: Claim, pages: list[Document]) -> list[str]:
    """The label of each claim's origin."""
    made = trace(pages, claims, load_rules())
    label = {origin.key: origin.label for origin in made.origins}
    by_claim = {found.claim_id: label[found.origin] for found in made.claim_origins}
    return [by_claim[claim.id] for claim in claims]


def test_a_headline_without_a_voice_has_the_voice_of_the_same_figure_below() -> None:
    post = page("Post")
    head, body = said(post), said(post, MINISTRY, quote="62 soldiers")
    assert origins(head, body, pages=[post]) == ["Russian Defence Ministry"] * 2


def test_another_figure_or_another_event_lends_nothing() -> None:
    post = page("Post")
    assert origins(said(post), said(post, MINISTRY, quote="62 soldiers", figure=60), pages=[post])[0] == "Post"
    other = replace(said(post, MINISTRY, quote="62 soldiers"), event=replace(said(post).event, ref="another"))
    assert origins(said(post), other, pages=[post])[0] == "Post"


def test_a_state_says_what_its_command_says_on_the_same_page() -> None:
    post = page("Post")
    named = origins(said(post, STATE), said(post, COMMAND, quote="62 soldiers"), pages=[post])
    assert named == ["Syrian General Command"] * 2


def test_a_chain_told_on_one_page_holds_on_the_others() -> None:
    first, second = page("Post"), page("Herald", "In all 62 soldiers died, the ministry says.")
    chain = said(first, MINISTRY, COMMAND)
    told = said(second, MINISTRY, quote="62 soldiers")
    assert origins(chain, told, pages=[first, second]) == ["Syrian General Command"] * 2


@pytest.mark.parametrize(("day", "figure"), [("2016-11-02", 62), ("2016-09-17", 83)])
def test_a_chain_holds_for_its_own_figure_and_day(day: str, figure: int) -> None:
    first, second = page("Post"), page("Herald", f"In all {figure} soldiers died, the ministry says.")
    told = said(second, MINISTRY, quote=f"{figure} soldiers", figure=figure, day=day)
    assert origins(said(first, MINISTRY, COMMAND), told, pages=[first, second])[1] == "Russian Defence Ministry"


def test_a_page_that_credits_an_outlet_is_joined_to_its_page() -> None:
    wire, blog = page("Reuters"), page("Blog", "A raid killed 62, the agency reports.")
    credited = replace(said(blog, quote="killed 62"), relays=("Reuters",))
    assert origins(said(wire, MINISTRY), credited, pages=[wire, blog]) == ["Russian Defence Ministry"] * 2
    assert origins(credited, pages=[wire, blog]) == ["Reuters"]
    late = replace(credited, event=said(blog, quote="killed 62", day="2017-05-05").event)
    assert origins(said(wire, MINISTRY), late, pages=[wire, blog])[1] == "Reuters"


def test_of_two_sources_on_one_side_the_narrower_body_is_meant() -> None:
    pages = [page("Post"), page("Herald", "They count 62 dead."), page("Mail", "So 62 fell.")]
    claims = (
        said(pages[0], MINISTRY, COMMAND),
        said(pages[1], MINISTRY, AUTHORITIES, quote="62 dead"),
        said(pages[2], MINISTRY, quote="62 fell", day=None),
    )
    assert set(origins(*claims, pages=pages)) == {"Syrian General Command"}


def test_a_spokesman_of_a_state_gives_the_figure_of_its_ministry() -> None:
    pages = [page("Post"), page("Herald", "They count 62 dead.")]
    claims = said(pages[0], MINISTRY), said(pages[1], SPOKESMAN, quote="62 dead")
    assert origins(*claims, pages=pages) == ["Russian Defence Ministry"] * 2


def test_a_copied_sentence_has_the_voice_that_the_other_page_kept() -> None:
    text = "A raid on the market of Zabra on Tuesday morning killed 62 people and burned three stalls to the ground{}."
    kept, lost = page("Post", text.format(", the governor said")), page("Blog", text.format(""))
    claims = said(kept, GOVERNOR, quote="killed 62"), said(lost, quote="killed 62")
    one, other = origins(*claims, pages=[kept, lost])
    assert one == other
    assert one.startswith("governor (to ")


def test_chains_that_run_in_a_circle_end() -> None:
    first, second = page("Post"), page("Herald", "In all 62 soldiers died, they say.")
    claims = said(first, MINISTRY, COMMAND), said(second, COMMAND, MINISTRY, quote="62 soldiers")
    assert set(origins(*claims, pages=[first, second])) <= {"Syrian General Command", "Russian Defence Ministry"}
