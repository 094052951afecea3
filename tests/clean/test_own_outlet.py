"""A page's outlet from its own furniture."""

from __future__ import annotations

import pytest

from tests.clean.pages import row_page, text_page

STORY = "Nine people were killed in the town on Monday, the fire service said.\n\nThe army said that it had not fired."


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("Read the Zero Hedge story here.", "Zero Hedge"),
        ("© 2019 The Delta Herald. All rights reserved.", "The Delta Herald"),
        ("The Delta Herald® is a community of people who report.", "The Delta Herald"),
        ("SUPPORT SOUTH FRONT – BECOME A MEMBER", "South Front"),
        ("Comment via Sputnik News", "Sputnik"),
        ("Share on Facebook and Twitter", None),
        ("Our survival food keeps for 25 years. Order yours today, says Time magazine.", None),
    ],
)
def test_furniture_names_the_outlet_or_nobody(foot: str, outlet: str | None) -> None:
    assert text_page(f"{STORY}\n\nReport abuse\n\n{foot}\n").outlet == outlet


def test_a_known_name_after_the_first_headline_is_the_pages() -> None:
    document = row_page("Nine dead in town | Jordan Times", STORY)
    assert document.outlet == "The Jordan Times"
    assert document.relays == ()


@pytest.mark.parametrize(
    ("url", "outlet", "name"),
    [
        ("http://english.ahram.org.eg/x", None, "Al-Ahram"),
        ("https://www.unknown-paper.example/x", None, "unknown-paper.example"),
        (None, "trt", "TRT World"),
        (None, "www.reuters.com", "Reuters"),
        ("https://www.reuters.com/x", "Delta Wire", "Delta Wire"),
    ],
)
def test_what_the_capture_says_wins(url: str | None, outlet: str | None, name: str) -> None:
    assert text_page(f"{STORY}\n\n© The Delta Herald", url=url, outlet=outlet).outlet == name
