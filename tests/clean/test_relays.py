"""Credits and the stretches that they cover, nested from the outside in."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.model.document import Document
from tests.clean.pages import kept, row_page, text_page

STORY = "Nine people were killed in the town on Monday, the fire service said."
MORE = "The army said that it had not fired. It promised to look into the matter."


def relays(document: Document) -> list[str]:
    return [r.outlet for r in sorted(document.relays, key=lambda r: r.depth)]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{STORY} --Reuters", "Reuters"),
        (f"{STORY} - REUTERS", "Reuters"),
        (f"{STORY} (Belga)", "Belga"),
        (f"(From RT, 3 May 2016.) {STORY}", "RT"),
        (f"(CNN copy on a blog.) {STORY}", "CNN"),
        (f"{STORY} (Word-for-word copy of the AFP story.)", "Agence France-Presse"),
        (f"Live page taken over from RT; {STORY}", "RT"),
    ],
)
def test_running_texts_say_whose_they_are(text: str, outlet: str) -> None:
    document = row_page(None, text)
    assert relays(document) == [outlet]
    assert [words for kind, words in kept(document) if kind == "relayed"] == [STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Source: https://deltawire.example.org/mill",
        "Originally published by The Delta Herald.",
        "This article first appeared on The Delta Herald",
        "Republished with permission from The Delta Herald",
        "Via: The Delta Herald",
    ],
)
def test_a_line_at_the_foot_covers_the_page(line: str) -> None:
    document = text_page(f"Mill shelled\n\n{STORY}\n\n{MORE}\n\n{line}\n")
    assert relays(document) == ["deltawire.example.org" if "http" in line else "The Delta Herald"]
    assert document.relays[0].start <= document.text.index(STORY)


def test_own_words_before_a_credit_stay_the_pages() -> None:
    document = text_page(f"{MORE}\n\nThe Delta Herald reports:\n\n{STORY}\n\n{MORE}")
    assert [kind for kind, _ in kept(document)] == ["body", "relayed", "relayed"]


def test_relays_nest_from_the_outside_in() -> None:
    document = text_page(
        f"{MORE}\n\nThe Delta Herald reports:\n\nORMET (Reuters) - {STORY}\n\nSource: https://deltablog.example.org/2016/09/x\n"
    )
    at = document.text.index("Nine people")
    assert [r.outlet for r in document.relays_at(at)] == ["deltablog.example.org", "The Delta Herald", "Reuters"]
    assert document.published == "2016-09"
    innermost = document.block_at(at)
    assert innermost is not None
    assert innermost.outlet == "Reuters"


def test_an_editors_addition_ends_what_was_borrowed() -> None:
    document = row_page(None, f"SANA, 3 May: {STORY} Editor's addition: this is the third time.")
    assert [kind for kind, _ in kept(document)] == ["dateline", "relayed", "body"]


def test_an_outlet_does_not_relay_itself() -> None:
    assert row_page(f"{STORY} | Jordan Times", MORE, outlet="jordantimes").relays == ()


def test_an_abbreviation_after_a_name_is_no_credit() -> None:
    assert (
        row_page(None, f"The monitor, the Observatory (SOHR), counted six. {STORY} The bank (AP) closed.").relays == ()
    )


def test_the_2016_seed_page_nests_blog_and_headline(shared: Path) -> None:
    document = text_page((shared / "seeds" / "002_b4e900a9dfe87bb2.txt").read_bytes())
    assert document.outlet == "Before It's News"
    assert relays(document) == ["blogdogcicle.blogspot.com", "Zero Hedge"]
    assert document.text[document.relays[1].start :].startswith("Syria Accuses US")
    assert document.published == "2016-09"


def test_the_2018_seed_page_relays_from_the_credit_to_the_end(shared: Path) -> None:
    document = text_page((shared / "seeds" / "000_229c9d6c731659ca.txt").read_bytes())
    assert document.outlet == "21st Century Wire"
    (relay,) = document.relays
    assert relay.outlet == "Al-Masdar News"
    assert document.text[relay.start : relay.end].rstrip().endswith("on several occasions in the past.")
    assert [kind for kind, _ in kept(document)].count("update") == 1
