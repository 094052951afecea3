"""The reader as a whole: whatever the text, it holds its promises."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.model.claim import Reading, claim_id
from stemma.model.document import Block, Document
from stemma.model.value import VALUE_TYPES
from stemma.read import read
from tests.read.reading import page, reading

SCRAPS = (
    "Sixty-two", "12", "1,240", "two", "dozens", "no", "at least", "more than", "between", "and", "of them", "people",
    "soldiers", "children", "a woman", "were", "killed", "wounded", "dead", "the death toll", "rose", "from", "to",
    "including", "among the dead", "said", "told", "CNN", "according to", "citing", "denied", "accused", "blamed",
    "the governor", "Omar Haddad", "he", "it", "the source", "Israel", "the coalition", "a US official", "air strike",
    "bombed", "attacked", "the airport", "F-16", "car bomb", "on Saturday", "17 September 2016", "in 2014", "yesterday",
    "Aleppo", "Deir ez-Zor", "near", "meanwhile", "war", "reportedly", "unclear", "who", "which", "that", "not",
    "condemned", "no comment", "by mistake", ",", ".", ";", ":", '"', "“", "”", "'s", "’", "-", "–", "(", ")", "\n",
    "\n\n", "=", "+", "%", "$", "/", "…", "\u00a0", "\u200b", "é", "١٢", "两", "𝟙𝟚", "²",
)  # fmt: skip
"""Pieces of news language: shuffled, they reach the grammar's corners as random characters do not."""
PHRASES = st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), PHRASES)
PUBLISHED = st.sampled_from((None, "2016-09-17", "2016-09", "2016-09-17T06:00:00Z", "soon", "2016-13-40"))


def keeps_its_promises(document: Document, found: Reading) -> None:
    text = document.text
    for claim in found.claims:
        assert claim.quote.text == text[claim.quote.start : claim.quote.end]
        assert claim.quote.text.strip()
        assert claim.quote.start <= claim.mention.start < claim.mention.end <= claim.quote.end
        assert claim.id == claim_id(claim)
        assert claim.document_id == document.id
        assert isinstance(claim.value, VALUE_TYPES[claim.kind])
        blocks = [b for b in document.blocks if b.start < claim.quote.end and claim.quote.start < b.end]
        assert all(block.kept for block in blocks)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    assert len({claim.mention_id for claim in found.claims}) == len(found.claims)
    starts = [(claim.mention.start, claim.mention.end) for claim in found.claims]
    assert starts == sorted(starts)
    assert {claim.event.ref for claim in found.claims} <= {event.id for event in found.events}
    assert bool(found.claims) == bool(found.events)


@settings(max_examples=200)
@given(TEXTS, PUBLISHED)
@example("", None)
@example("\ud7ff 12 killed", "2016-09-17")
@example("12 killed" * 50, "2016-09-17")
@example('"' * 30 + " said 12 people were killed", None)
def test_any_text_is_read_and_every_claim_rests_on_its_words(text: str, published: str | None) -> None:
    document = page(text, published=published)
    found = read(document, load_rules())
    keeps_its_promises(document, found)
    assert read(document, load_rules()) == found


@given(PHRASES, st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=6))
def test_nothing_is_claimed_from_what_was_cut(text: str, sizes: list[tuple[int, bool]]) -> None:
    blocks, at = [], 0
    for size, kept in sizes:
        end = min(len(text), at + size)
        blocks.append(Block("body" if kept else "promo", at, end, reason=None if kept else "an advert"))
        at = end
    blocks.append(Block("comment", at, len(text), reason="written by readers"))
    document = page(text, blocks=tuple(blocks))
    keeps_its_promises(document, read(document, load_rules()))


def test_an_advert_beside_a_report_changes_no_claim_of_it() -> None:
    report, advert = "The raid killed 12 people, the governor said.", "\nBuy now: 60 people killed their pain!"
    alone = reading(page(report + advert, blocks=(Block("body", 0, len(report)), _cut(report, advert))))
    assert [claim.mention.of(report + advert) for claim in alone.claims] == ["12"]


def _cut(report: str, advert: str) -> Block:
    return Block("promo", len(report), len(report) + len(advert), reason="an advert")


@pytest.mark.parametrize("text", ["", " \n\t ", "The bakery opens at nine.", "…", "12"])
def test_a_text_that_tells_of_nothing_gives_nothing(text: str) -> None:
    found = reading(text)
    assert (found.claims, found.events) == ((), ())


def test_a_claim_says_who_made_it_under_which_rules() -> None:
    rules = load_rules()
    (claim,) = reading("The raid killed 12 people.").claims
    assert (claim.made_by.stage, claim.made_by.rules) == ("read", rules.hash)
    assert all(getattr(claim, f.name) is not None for f in fields(claim))


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed 12 people.",
        "A flood killed 12 people and left 30 missing, the governor said.",
        "The cholera outbreak has killed 12 people.",
    ],
)
def test_what_kills_without_anybodys_violence_is_no_incident(text: str) -> None:
    assert reading(text).claims == ()


def test_a_language_that_the_word_lists_do_not_hold_is_not_guessed_at() -> None:
    english = page("The raid killed 12 people.")
    assert reading(english).claims
    assert reading(replace(english, lang="de")).claims == ()
    assert reading(replace(english, lang=None)).claims
