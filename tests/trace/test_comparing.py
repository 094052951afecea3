"""Comparing page by page gives what comparing all at once gives, and compares nothing twice."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.model.comparison import NOTHING_COMPARED, Compared
from stemma.model.document import Document
from stemma.trace import compare
from tests.factories import document

WORDS = [
    f"{head}{tail}" for head in ("har", "quar", "Mir", "Ke", "bri", "lor") for tail in ("bour", "ry", "na", "dge", "sh")
]
OUTLETS = ("Zabra Courier", "Ferry Post", "Mirna Wire", "Canal Times")


def paragraph(seed: int) -> str:
    """A paragraph of its own for every seed."""
    chance = random.Random(seed)
    return " ".join(" ".join(chance.choice(WORDS) for _ in range(11)).capitalize() + "." for _ in range(2))


PARAGRAPHS = [paragraph(seed) for seed in range(40)]
FOOTER = paragraph(1000)


@st.composite
def collections(draw: st.DrawFn) -> list[Document]:
    """Pages of a few paragraphs each, so few different ones that many pages share one: beyond every threshold."""
    pool = draw(st.integers(3, 40))
    pages = []
    for number in range(draw(st.integers(2, 36))):
        chosen = draw(st.lists(st.integers(0, pool - 1), min_size=1, max_size=4))
        text = "\n".join([f"Report number {number} of the day.", *(PARAGRAPHS[i] for i in chosen)])
        pages.append(
            document(
                f"{text}\n{FOOTER}" if number % 2 else text, label=str(number), outlet=OUTLETS[number % len(OUTLETS)]
            )
        )
    return pages


@settings(deadline=None, max_examples=40)
@given(collections(), st.randoms(use_true_random=False), st.integers(1, 8))
def test_in_any_order_and_any_portions_it_is_the_same(pages: list[Document], chance: random.Random, step: int) -> None:
    outlets = load_rules().outlets
    expected = compare(pages, outlets)
    chance.shuffle(pages)
    found = NOTHING_COMPARED
    for held in range(step, len(pages) + step, step):
        found = compare(pages[:held], outlets, found)
    assert found == expected
    fewer = pages[: len(pages) // 2]
    assert compare(fewer, outlets, found) == compare(fewer, outlets), "what was once held leaves nothing behind"


def test_what_was_compared_is_not_compared_again() -> None:
    outlets = load_rules().outlets
    text = "\n".join(PARAGRAPHS[:3])
    one, other = (document(text, label=name, outlet=name) for name in OUTLETS[:2])
    (pair,) = compare([one, other], outlets).pairs
    denied = Compared(NOTHING_COMPARED.prints, {pair: None})
    assert compare([one, other], outlets, denied).copies == ()
    third = document(text, label="third", outlet=OUTLETS[2])
    assert len(compare([one, other, third], outlets, denied).copies) == 2
