"""What a line is when seen alone."""

from __future__ import annotations

import pytest

from stemma.clean.furniture import ending, judge, promotes
from tests.clean.pages import rules

CLEANING = rules().cleaning


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home World Politics Sport Weather", "nav"),
        ("Sign in | Register | Contact us", "nav"),
        ("Facebook Twitter WhatsApp Email Print", "widget"),
        ("Story views: 1,204", "widget"),
        ("71% of readers think this is fair. Add your rating.", "widget"),
        ("Leave a reply", "comment"),
        ("Log in to post comments", "comment"),
        ("READ MORE: Ferry sinks off the cape, forty missing", "related"),
        ("You may also like", "related"),
        ("Subscribe to our newsletter and never miss a story.", "promo"),
        ("Follow Harbour Watch on Twitter", "promo"),
        ("© 2021 Harbour Watch. All rights reserved.", "notice"),
        ("The views expressed in this article are the author's own.", "notice"),
        ("(Reporting by Ana Lund; editing by P. Roy)", "notice"),
    ],
)
def test_furniture_is_told_by_kind(line: str, kind: str) -> None:
    verdict = judge(line, CLEANING)
    assert verdict is not None
    assert verdict.kind == kind
    assert verdict.reason.endswith(".")


@pytest.mark.parametrize(
    "line",
    [
        "Nine people were killed on Sunday, the ministry said.",
        "Police shared the video with prosecutors, who comment on nothing.",
        "Home Secretary Ada Finch said that the shelling had stopped.",
        "Contact between the two armies broke off at noon.",
        "The camp is the world's largest for people who fled the war.",
        "By continuing the siege, the army has starved the town, aid workers said.",
        "Video of the strike shows three bodies. Its date could not be checked.",
        "Support for the ceasefire is fading among the militias.",
        "Join forces or die, the general told the rebels.",
        "Published figures put the toll at sixty.",
    ],
)
def test_sentences_of_a_report_are_no_furniture(line: str) -> None:
    assert judge(line, CLEANING) is None


@pytest.mark.parametrize(
    "text",
    [
        "Why pay more for your phone? Unlimited calls. Order yours today with free shipping, or your money back.",
        "Survival food keeps for 25 years. Buy one, save on the next: keep your family safe. Limited time offer.",
        "This formula may boost your memory. Join 90,000 satisfied customers and try our capsules today, risk free.",
    ],
)
def test_adverts_speak_as_adverts_do(text: str) -> None:
    assert promotes(text, CLEANING)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry offered free health care to the wounded and asked for blood donations, saying its stock was low.",
        '"You never know why you live and your neighbour dies," she said. "You order your day and your house is gone."',
        "Traders said that the price of gold rose after the attack and that customers were buying coins.",
        "The commission said the offence was proven; the commission's report was sent to the other commission.",
    ],
)
def test_reports_do_not(text: str) -> None:
    assert not promotes(text, CLEANING)


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Comments (12)", "comment"), ("Recommended", "related"), ("Source: https://a.example.org/x", "other")],
)
def test_some_lines_close_the_article(line: str, kind: str) -> None:
    verdict = ending(line, CLEANING)
    assert verdict is not None
    assert verdict.kind == kind


def test_other_lines_do_not() -> None:
    assert ending("Sources close to the army say that it will withdraw.", CLEANING) is None
