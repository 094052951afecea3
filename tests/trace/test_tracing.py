"""Copies, their direction, and the origin of every claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.model.claim import Claim
from stemma.model.document import Block, Document, Relay
from stemma.model.origin import Copy, Trace
from stemma.model.place import Place
from stemma.model.ruling import claim_ruling
from stemma.model.span import Span
from stemma.model.voice import Voice
from stemma.trace import trace
from tests.factories import document, reference, toll

STORY = (
    "A mortar round fell on the vegetable market of Zabra shortly after dawn on Tuesday, killing 14 people, the town's "
    "hospital said. Three stalls burned down and a school bus lost its windows, but no pupil was in it. The governor "
    "closed the road to the ferry landing until noon while sappers looked for shells that had not gone off. Nobody has "
    "said who fired. Residents of the lower quarter had heard two more impacts across the river an hour before. "
)
OTHER = (
    "Fishermen pulled a leaking barge out of the harbour of Mirna on Thursday and found its cargo of cement ruined by "
    "salt water. The owners will ask their insurer for the price of eleven hundred bags, the harbour master thinks; "
    "the crew has gone home to the islands for the feast. Divers will look at the hull before it is towed to the yard. "
)
FOOTER = (
    "Subscribe to the letter of the Zabra Courier and never miss a story. Follow us wherever you are. All rights to "
    "the words and pictures on these pages are kept by the Courier printing house, Quay Street, since the old days. "
)


def page(text: str, outlet: str, published: str | None = None, *credited: str, url: str | None = None) -> Document:
    """A page that, where it has credits, is relayed from its first to its last character."""
    plain = document(text, label=outlet, outlet=outlet, published=published, url=url)
    relays = tuple(Relay(name, 0, len(text), Span(0, 1), depth) for depth, name in enumerate(credited))
    return replace(plain, relays=relays)


def spoken(where: Document, *voices: Voice, quote: str = "killing 14 people", relays: tuple[str, ...] = ()) -> Claim:
    return replace(toll(where, quote, 14), voices=voices, relays=relays)


def traced(documents: list[Document], claims: list[Claim] | None = None) -> Trace:
    return trace(documents, claims or [], load_rules())


def only_copy(*documents: Document) -> Copy:
    (copy,) = traced(list(documents)).copies
    return copy


def key_of(result: Trace, claim: Claim) -> str:
    return next(found.origin for found in result.claim_origins if found.claim_id == claim.id)


def test_the_same_words_twice_are_identical_whatever_the_case_and_apostrophes() -> None:
    copy = only_copy(page(STORY, "Zabra Courier"), page(STORY.upper().replace("'", ""), "Ferry Post"))
    assert (copy.kind, copy.score) == ("identical", 1.0)


def test_small_changes_make_a_near_copy_and_the_spans_hold_the_shared_sentences() -> None:
    one, other = (
        page(STORY, "Zabra Courier"),
        page(STORY.replace("ferry landing", "old landing") + " More soon.", "Ferry Post"),
    )
    copy = only_copy(one, other)
    assert copy.kind == "near"
    texts = {one.id: one.text, other.id: other.text}
    ((left, right),) = copy.spans
    for span, text in ((left, texts[copy.a]), (right, texts[copy.b])):
        assert span.of(text) == text.removesuffix(" More soon.").strip()


def test_a_story_set_into_a_longer_one_is_a_partial_copy() -> None:
    copy = only_copy(page(STORY, "Zabra Courier"), page(OTHER + STORY + FOOTER, "Ferry Post"))
    assert (copy.kind, copy.score) == ("partial", 1.0)


def test_two_stories_are_no_copies() -> None:
    assert traced([page(STORY, "Zabra Courier"), page(OTHER, "Ferry Post")]).copies == ()


def test_a_footer_of_one_site_is_no_copy_but_a_story_printed_twice_is() -> None:
    first, second = page(STORY + FOOTER, "Zabra Courier"), page(OTHER + FOOTER, "Zabra Courier")
    again = page("Now with pictures. " + STORY.replace("shortly", "soon") + FOOTER, "Zabra Courier")
    assert traced([first, second]).copies == ()
    assert only_copy(first, again).kind == "near"


def test_cut_blocks_do_not_count() -> None:
    text = STORY + OTHER
    cut = (Block("body", 0, len(STORY)), Block("related", len(STORY), len(text), reason="teaser"))
    one = replace(page(text, "Zabra Courier"), blocks=cut)
    assert traced([one, page(OTHER, "Ferry Post")]).copies == ()


@pytest.mark.parametrize(
    ("one", "other", "original", "why"),
    [
        (("Reuters", None, ()), ("Ferry Post", "2031-01-01", ("Reuters",)), "Reuters", "credits Reuters"),
        (("Zabra Courier", "2031-05-01", ()), ("Ferry Post", "2031-05-02", ()), "Zabra Courier", "published first"),
        (("Zabra Courier", "2031-05-01", ()), ("Ferry Post", "2031-05-01T09:00:00", ()), None, "same time"),
        (("Zabra Courier", "2019-05-01", ()), ("Ferry Post", "2031-05-02", ()), None, "too far apart"),
        (("Zabra Courier", None, ()), ("Ferry Post", "2031-05-02", ()), None, "no date"),
        (("Zabra Courier", "2031-05-01", ("AFP",)), ("Ferry Post", "2031-05-02", ("AFP",)), None, "both credit"),
        (("Zabra Courier", None, ("Ferry Post",)), ("Ferry Post", None, ("Zabra Courier",)), None, "each credits"),
    ],
)  # fmt: skip
def test_direction(
    one: tuple[str, str | None, tuple[str, ...]],
    other: tuple[str, str | None, tuple[str, ...]],
    original: str | None,
    why: str,
) -> None:
    pages = {outlet: page(STORY, outlet, published, *named) for outlet, published, named in (one, other)}
    copy = only_copy(*pages.values())
    assert copy.original == (pages[original].id if original else None)
    assert why in copy.reason


def test_a_body_is_one_origin_however_it_is_written_and_whoever_speaks_for_it() -> None:
    pages = [
        page(f"{STORY} {name} wrote this.", name) for name in ("Zabra Courier", "Ferry Post", "Quay Mail", "Hill News")
    ]
    claims = [
        spoken(pages[0], Voice("Ada Kirui", "spokeswoman", "Kenyan Defence Ministry")),
        spoken(pages[1], Voice(None, None, "Kenya's Ministry of Defense")),
        spoken(pages[2], Voice("Kirui", None, None)),
        spoken(pages[3], Voice("Somebody"), Voice(None, None, "the Kenyan defence ministry")),
    ]
    result = traced(pages, claims)
    assert len({key_of(result, claim) for claim in claims}) == 1
    (origin,) = result.origins
    assert (origin.label, origin.kind, origin.bloc) == ("Kenyan Defence Ministry", "voice", "Kenya")


def test_a_statesman_is_his_own_origin_in_his_states_bloc_and_keeps_his_fullest_name() -> None:
    one, other = page(STORY, "Zabra Courier"), page(OTHER + STORY, "Ferry Post")
    claims = [spoken(one, Voice("Okello", "minister", "Uganda")), spoken(other, Voice("James Okello", None, "Uganda"))]
    (origin,) = traced([one, other], claims).origins
    assert (origin.label, origin.bloc, origin.kind) == ("James Okello", "Uganda", "voice")


def test_an_anonymous_voice_is_one_origin_for_each_outlet_that_heard_it() -> None:
    mine, yours = page(STORY, "Zabra Courier"), page(OTHER + STORY, "Ferry Post")
    third = page(STORY.replace("Zabra", "Tolo"), "Quay Mail")
    claims = [
        spoken(mine, Voice(None, "US official", "United States", anonymous=True), relays=("CNN",)),
        spoken(yours, Voice(None, "an American official", None, anonymous=True), relays=("CNN",)),
        spoken(third, Voice(None, "US official", "United States", anonymous=True), relays=("AFP",)),
    ]
    result = traced([mine, yours, third], claims)
    keys = [key_of(result, claim) for claim in claims]
    assert keys[0] == keys[1] != keys[2]
    assert {origin.bloc for origin in result.origins} == {"United States"}


def test_an_anonymous_source_of_a_named_monitor_is_the_monitors() -> None:
    one = page(STORY, "Zabra Courier")
    claim = spoken(one, Voice("Amnesty International"), Voice(None, "a nurse", None, anonymous=True))
    assert traced([one], [claim]).origins[0].label == "Amnesty International"


def test_an_anonymous_source_of_an_agency_was_heard_by_the_agency() -> None:
    one = page(STORY, "Zabra Courier")
    claim = spoken(one, Voice("SANA"), Voice(None, "military source", None, anonymous=True))
    result = traced([one], [claim])
    assert result.origins[0].key == "military source /  @ sana"
    assert result.claim_origins[0].path == ("Zabra Courier", "SANA", "military source (to SANA)")


def test_a_bare_monitor_is_the_one_of_the_country() -> None:
    one = page(STORY, "Zabra Courier")
    here = reference(one, place=Place("Zabra", country="SY"))
    claim = replace(
        toll(one, "killing 14 people", 14, event=here), voices=(Voice(None, "the monitor", anonymous=True),)
    )
    assert traced([one], [claim]).origins[0].label == "Syrian Observatory for Human Rights"


def test_without_a_voice_the_innermost_relay_speaks_else_the_page() -> None:
    one, other = page(STORY, "Zabra Courier"), page(OTHER, "Ferry Post")
    claims = [spoken(one, relays=("Zero Hedge", "RT")), spoken(other, quote="Divers")]
    result = traced([one, other], claims)
    by_claim = {found.claim_id: found for found in result.claim_origins}
    assert by_claim[claims[0].id].path == ("Zabra Courier", "Zero Hedge", "RT")
    assert by_claim[claims[1].id].path == ("Ferry Post",)


def test_a_copy_without_credit_takes_the_credit_of_one_that_has_it() -> None:
    silent, honest = page(STORY, "Zabra Courier"), page(STORY + OTHER, "Ferry Post", None, "Reuters")
    claims = [spoken(silent), spoken(honest, relays=("Reuters",))]
    result = traced([silent, honest], claims)
    assert {key_of(result, claim) for claim in claims} == {"reuters"}


def test_copies_without_credits_have_one_origin_the_first_published() -> None:
    late, early = page(STORY + OTHER, "Zabra Courier", "2031-05-03"), page(STORY, "Ferry Post", "2031-05-01")
    claims = [spoken(late), spoken(early)]
    result = traced([late, early], claims)
    assert {key_of(result, claim) for claim in claims} == {"ferry post"}
    path = next(found.path for found in result.claim_origins if found.claim_id == claims[0].id)
    assert path == ("Zabra Courier", "Ferry Post")


def test_a_rejected_claim_founds_no_origin() -> None:
    one = page(STORY, "Zabra Courier")
    claim = spoken(one, Voice("Amnesty International"))
    ruling = claim_ruling(
        "reject", claim.mention_id, claim.id, field="all", reason="misread", actor="ann", at="2031-01-01"
    )
    later = claim_ruling(
        "accept", claim.mention_id, claim.id, field="all", reason="no, right", actor="ann", at="2031-01-02"
    )
    assert trace([one], [claim], load_rules(), [ruling]).claim_origins == ()
    assert len(trace([one], [claim], load_rules(), [ruling, later]).claim_origins) == 1


PAGES = [
    page(STORY, "Zabra Courier", "2031-05-01"),
    page(STORY + OTHER, "Ferry Post", "2031-05-02", "Zabra Courier"),
    page(OTHER + FOOTER, "Quay Mail"),
    page(OTHER, "Hill News", "2031-05-04"),
    page("Nothing to tell today.", "Dune Echo"),
]
CLAIMS = [
    spoken(PAGES[0]),
    spoken(PAGES[1], Voice(None, "US official", None, anonymous=True)),
    spoken(PAGES[2], Voice("Kirui", None, None), quote="Divers"),
    spoken(PAGES[3], Voice("Ada Kirui", None, "Kenyan police"), quote="Divers"),
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(PAGES), st.permutations(CLAIMS))
def test_the_order_of_documents_and_claims_changes_nothing(pages: list[Document], claims: list[Claim]) -> None:
    assert traced(pages, claims) == traced(PAGES, CLAIMS)


def test_nothing_gives_nothing() -> None:
    assert traced([]).copies == traced([page("", "Zabra Courier")]).copies == ()
