"""Datelines with and without an outlet."""

from __future__ import annotations

import pytest

from tests.clean.pages import kept, row_page, text_page

STORY = "Nine people were killed in the town on Monday, the fire service said."


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("ORMET, DELTA (3:00 P.M.) – ", None),
        ("ORMET – ", None),
        ("ORMET (Reuters) - ", "Reuters"),
        ("Ormet (AFP) – ", "Agence France-Presse"),
        ("NEW ORMET, May 3 (UPI) -- ", "United Press International"),
        ("ORMET, Delta (WKX/AP) — ", "Associated Press"),
        ("(Reuters) - ", "Reuters"),
        ("AP, Ormet: ", "Associated Press"),
        ("Xinhua, Ormet, May 3 (mirror): ", "Xinhua"),
        ("Afp - ", "Agence France-Presse"),
        ("MOSCOW (Sputnik) ", "Sputnik"),
    ],
)
def test_a_dateline_is_labelled_and_credits_its_outlet(dateline: str, outlet: str | None) -> None:
    document = row_page(None, dateline + STORY, outlet="The Delta Herald")
    assert kept(document) == [("dateline", dateline.strip()), ("relayed" if outlet else "body", STORY)]
    assert [r.outlet for r in document.relays] == ([outlet] if outlet else [])


def test_an_outlets_own_dateline_is_no_relay() -> None:
    document = row_page(None, f"MOSCOW (Sputnik) {STORY}", outlet="sputnik")
    assert document.outlet == "Sputnik"
    assert document.relays == ()


def test_behind_a_standfirst_a_dateline_still_counts() -> None:
    document = row_page("Title", f"Many lost their homes. Afp - {STORY}")
    assert [r.outlet for r in document.relays] == ["Agence France-Presse"]
    assert document.text[document.relays[0].start :].startswith("Afp")


@pytest.mark.parametrize("text", ["Colonel Ivan Orlov: no shell was ours.", "The toll: nine dead.", "UNICEF: 40 hurt."])
def test_a_speaker_before_a_colon_is_no_dateline(text: str) -> None:
    assert [kind for kind, _ in kept(text_page(f"{text} {STORY}"))] == ["body"]
