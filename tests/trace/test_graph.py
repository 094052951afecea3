"""The stemma as a graph, and the circles in it."""

from __future__ import annotations

from stemma.model.origin import ClaimOrigin, Origin
from stemma.trace.graph import Graph, circles, stemma_graph
from tests.factories import copy, document

WIRE, BLOG, PAPER = (
    document(f"A raid killed 62 people. {name}.", label=name, outlet=name, published=day)
    for name, day in (("Wire", "2031-05-01"), ("Blog", "2031-05-02"), ("Paper", None))
)
COMMAND = Origin("army command", "Army Command", "voice", bloc="Army")


def graph(*ways: tuple[str, str, tuple[str, ...]]) -> Graph:
    """(claim, document's id, path) of each."""
    owners = {claim: owner for claim, owner, _ in ways}
    keys = {COMMAND.label: COMMAND.key}
    found = [ClaimOrigin(claim, keys.get(path[-1], path[-1]), path) for claim, _, path in ways]
    pages = (WIRE, BLOG, PAPER)
    origins = [COMMAND, *(Origin(name, name, "outlet") for name in ("Wire", "Blog", "Paper"))]
    return stemma_graph(pages, owners, found, origins, [copy(WIRE, BLOG, original=WIRE)], {"Spokesman"})


def edges(made: Graph) -> set[tuple[str, str, str]]:
    label = made.nodes(data="label")
    return {(label[a], label[b], kind) for a, b, kind in made.edges(keys=True)}


def test_edges_run_from_the_source_outwards_by_kind() -> None:
    made = graph(
        ("c1", WIRE.id, ("Wire", "Spokesman", "Army Command")),
        ("c2", PAPER.id, ("Paper", "Wire", "Spokesman", "Army Command")),
    )
    assert edges(made) == {
        ("Army Command", "Spokesman", "cites"),
        ("Spokesman", "Wire", "speaks"),
        ("Wire", "Paper", "relay"),
        ("Wire", "Blog", "copy"),
    }
    assert made.nodes["origin: army command"]["bloc"] == "Army"


def test_claims_that_run_along_one_edge_are_counted() -> None:
    made = graph(("c1", WIRE.id, ("Wire", "Army Command")), ("c2", WIRE.id, ("Wire", "Army Command")))
    assert made.edges["origin: army command", WIRE.id, "speaks"]["claims"] == 2
    assert made.edges[WIRE.id, BLOG.id, "copy"]["directed"]


def test_two_that_have_it_from_each_other_are_a_circle() -> None:
    made = graph(("c1", BLOG.id, ("Blog", "Paper")), ("c2", PAPER.id, ("Paper", "Blog")))
    assert circles(made) == (("Blog", "Paper"),)


def test_a_chain_that_ends_is_no_circle() -> None:
    assert circles(graph(("c1", BLOG.id, ("Blog", "Paper", "Army Command")))) == ()
    assert circles(graph()) == ()
