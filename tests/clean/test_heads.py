"""The head of a scraped text: stamps, the title again, an agency's name, furniture."""

from __future__ import annotations

import pytest

from tests.clean.pages import cut, kept, row_page, text_page

TITLE = "Nine dead in strike on mill"
STORY = "A strike on a mill killed nine people on Monday, the fire service said."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Published 3 May 2016 ", "2016-05-03"),
        ("Last updated at May 32016 ", "2016-05-03"),
        ("Tuesday 3 May 2016 ", "2016-05-03"),
        (f"May 3, 2016 {TITLE}. ", "2016-05-03"),
        ("03.05.2016(updated 1401 04.05.2016) Get short URL 331 ", "2016-05-03"),
        ("Photo Desk Main Page 1200 03.05.2016 Get short URL 331 ", "2016-05-03"),
        (f"Print Tweet Views 14 {TITLE} ", None),
    ],
)
def test_what_stands_before_the_first_sentence_is_told(head: str, published: str | None) -> None:
    document = row_page(TITLE, head + STORY)
    assert document.published == published
    assert [text for kind, text in kept(document) if kind == "body"] == [STORY]
    assert cut(document)


def test_the_captures_date_wins() -> None:
    assert row_page(TITLE, f"3 May 2016 {STORY}", published="2016-05-02").published == "2016-05-02"


@pytest.mark.parametrize("text", ["3 May 2016 was the day on which the mill burned.", "On 3 May 2016 the mill burned."])
def test_a_date_in_the_first_sentence_stays(text: str) -> None:
    document = row_page(TITLE, text)
    assert kept(document)[-1] == ("body", text)
    assert document.published is None


def test_an_agency_alone_after_the_title_is_whose_words_follow() -> None:
    document = row_page(TITLE, f"{TITLE} Reuters {STORY}")
    assert [(r.outlet, document.text[r.credit.start : r.credit.end]) for r in document.relays] == [
        ("Reuters", "Reuters")
    ]
    assert ("relayed", STORY) in kept(document)


@pytest.mark.parametrize("words", ["Reuters was told that nine had died.", "AFP Photo A man stands before the mill."])
def test_an_agency_in_a_sentence_or_under_a_picture_is_not(words: str) -> None:
    assert row_page(TITLE, f"{TITLE} {words} {STORY}").relays == ()


def test_lines_below_the_headline_give_author_and_date() -> None:
    document = text_page(
        f"{TITLE}\nBy Ada Finch\n3 May 2016\n\n{STORY}\n\nThe mill had been empty for years, she said."
    )
    assert (document.author, document.published) == ("Ada Finch", "2016-05-03")
    assert [kind for kind, _ in cut(document)] == ["byline", "notice"]
