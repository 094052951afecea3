from __future__ import annotations

import random
from dataclasses import replace

from stemma.desk.drawing.lineage import Carrier, lineage
from stemma.model.origin import Copy
from stemma.model.span import Span
from tests.desk.factories import COLONEL, MONITOR, STAFF, WIRE, Case, Told, barracks, case, toll

Shape = tuple[str, int, tuple["Shape", ...]]


def shape(carrier: Carrier) -> Shape:
    return (carrier.label, len(carrier.documents), tuple(shape(child) for child in carrier.children))


def of(made: Case, label: str, slot: str | None = None) -> Carrier:
    found = lineage(made.account, made.trace, made.documents, slot=slot)
    return next(tree.root for tree in found.trees if tree.origin.label == label)


def test_words_go_from_the_origin_through_speaker_and_relays_to_the_page() -> None:
    blog: Shape = ("Zero Line", 0, (("The Ledger Blog", 1, ()),))
    wire: Shape = (WIRE, 1, (("Morning Post", 1, ()), ("Harbour Times", 1, ()), blog))
    assert shape(of(barracks(), STAFF)) == (STAFF, 0, ((COLONEL, 0, (wire,)), ("State Agency", 1, ())))


def test_a_copy_hangs_on_the_page_it_was_copied_from() -> None:
    (north,) = (child for child in of(barracks(), MONITOR).children if child.label == "North Daily")
    (copycat,) = north.children
    assert (copycat.label, copycat.copied, len(north.documents)) == ("Copycat News", True, 1)


def test_a_partial_copy_carries_only_what_it_shares() -> None:
    made = case(
        [Told("o", "2016-09-17", ("First", "X"), toll(5)), Told("c", "2016-09-18", ("Second", "X"), toll(5))], label="L"
    )
    original, later = made.documents
    elsewhere, everything = (Span(0, 2), Span(0, 2)), (Span(0, 200), Span(0, 200))
    for spans, copied in ((elsewhere, False), (everything, True)):
        a, b = sorted((original.id, later.id))
        copies = (Copy(a, b, "partial", 0.5, original.id, (spans,), "shared"),)
        root = of(replace(made, trace=replace(made.trace, copies=copies)), "X")
        assert (len(root.children) == 1) is copied


def test_two_pages_that_copy_each_other_do_not_run_in_circles() -> None:
    told = [Told("o", "2016-09-17", ("First", "X"), toll(5)), Told("c", "2016-09-18", ("Second", "X"), toll(5))]
    made = case(told, label="L", copies=[("o", "c"), ("c", "o")])
    assert {child.label for child in of(made, "X").children} == {"First", "Second"}


def test_one_figure_has_a_tree_of_its_own() -> None:
    assert shape(of(barracks(), STAFF, "injured")) == (STAFF, 0, ((COLONEL, 0, ((WIRE, 1, ()),)),))


def test_order_of_input_changes_nothing() -> None:
    made = barracks()
    expected = lineage(made.account, made.trace, made.documents)
    shuffled = list(made.documents)
    random.Random(7).shuffle(shuffled)
    trace = replace(made.trace, claim_origins=made.trace.claim_origins[::-1], origins=made.trace.origins[::-1])
    claims = dict(reversed(list(made.account.claims.items())))
    assert lineage(replace(made.account, claims=claims), trace, shuffled) == expected


def test_the_most_carried_origin_comes_first_and_bears_alpha() -> None:
    made = barracks()
    trees = lineage(made.account, made.trace, made.documents).trees
    assert [tree.documents for tree in trees] == sorted((tree.documents for tree in trees), reverse=True)
    assert trees[0].siglum == "α"
    assert [tree.origin.label for tree in trees if tree.alone] == ["Valley Observer"]
