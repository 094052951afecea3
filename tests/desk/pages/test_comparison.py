"""Two documents beside each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.pages.comparison import Stretch, stretches, tally
from stemma.desk.pages.copies import copy_lines
from stemma.model.document import Document
from stemma.model.origin import Copy, CopyKind
from stemma.model.span import Span
from tests.desk.factories import Part, document

SHARED, SHORT = "At least 62 soldiers were killed on Saturday.", "At least 26 soldiers were killed on Saturday."


def copied(one: Document, other: Document, pairs: list[tuple[str, str]], kind: CopyKind = "near") -> Copy:
    """The copy with these shared stretches, whichever id is the smaller."""
    spans = tuple((_span(one, a), _span(other, b)) for a, b in pairs)
    if one.id < other.id:
        return Copy(one.id, other.id, kind, 0.8, one.id, spans, "seen")
    return Copy(other.id, one.id, kind, 0.8, one.id, tuple((b, a) for a, b in spans), "seen")


def _span(page: Document, words: str) -> Span:
    start = page.text.index(words)
    return Span(start, start + len(words))


def left() -> Document:
    return document("l", [
        Part("headline", "The raid\n"), Part("nav", "Home News\n", "a menu"), Part("body", SHARED + "\n"),
        Part("body", "Our own line.\n"),
    ])  # fmt: skip


def right() -> Document:
    return document(
        "r", [Part("body", SHORT + "\n"), Part("promo", "Buy now\n", "an advert"), Part("body", "One more.\n")]
    )


def shown(found: list[Stretch]) -> list[tuple[str, str, str]]:
    return [
        (one.held, "".join(p.text for p in one.left).strip(), "".join(p.text for p in one.right).strip())
        for one in found
    ]


def test_stretches_come_in_the_left_s_order_and_cuts_in_none() -> None:
    one, other = left(), right()
    copy = copied(one, other, [(SHARED, SHORT)])
    assert shown(list(stretches(copy, one, other))) == [
        ("left", "The raid", ""), ("changed", SHARED, SHORT), ("left", "Our own line.", ""), ("right", "", "One more."),
    ]  # fmt: skip
    assert [held for held, _, _ in shown(list(stretches(copy, other, one)))] == ["right", "changed", "left", "right"]


def test_the_tally_says_what_the_other_does() -> None:
    one, other = left(), right()
    copy = copied(one, other, [(SHARED, SHORT)])
    counted = tally(copy, one, other)
    assert (counted.adds, counted.leaves_out, counted.changes) == (2, 5, 1)
    back = tally(copy, other, one)
    assert (back.adds, back.leaves_out, back.changes) == (5, 2, 1)


def test_what_stands_in_another_order_stands_once() -> None:
    one = document("one", [Part("body", "Alpha one two. Beta three four.")])
    other = document("two", [Part("body", "Beta three four. Gamma. Alpha one two.")])
    copy = copied(one, other, [("Alpha one two.", "Alpha one two."), ("Beta three four.", "Beta three four.")])
    assert shown(list(stretches(copy, one, other))) == [
        ("right", "", "Gamma."), ("both", "Alpha one two.", "Alpha one two."),
        ("both", "Beta three four.", "Beta three four."),
    ]  # fmt: skip


def test_other_words_are_set_beside_each_other_unmarked() -> None:
    one, other = left(), right()
    copy = copied(one, other, [(one.text, other.text)], "reworded")
    (only,) = stretches(copy, one, other)
    assert only.held == "changed"
    assert not any(piece.only for piece in (*only.left, *only.right))
    (line,) = copy_lines(one, [copy], {other.id: other})
    assert (line.kind, line.differences) == ("in other words", ())


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_every_kept_word_of_both_is_shown(a: int, b: int, c: int, d: int) -> None:
    one, other = left(), right()
    span = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    copy = Copy(*sorted((one.id, other.id)), "partial", 0.4, None, (span,), "seen")
    if one.id > other.id:
        copy = Copy(copy.a, copy.b, copy.kind, copy.score, None, (span[::-1],), "seen")
    found = shown(list(stretches(copy, one, other)))
    for side, page in ((1, one), (2, other)):
        kept = "".join(block.span.of(page.text) for block in page.blocks if block.kept)
        letters = [c for c in "".join(row[side] for row in found) if c.isalnum()]
        assert letters == [c for c in kept if c.isalnum()]


def test_a_line_says_who_was_first_and_what_differs() -> None:
    one, other = left(), right()
    copy = copied(one, other, [(SHARED, SHORT)])
    (line,) = copy_lines(one, [copy, copied(one, document("gone", [Part("body", SHORT)]), [])], {other.id: other})
    assert (line.which, line.share) == ("later than this one", 80)
    assert line.differences == ("adds 2 words", "leaves out 5 words", "differs in 1 place")
