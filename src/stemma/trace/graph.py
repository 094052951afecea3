"""The stemma as a graph: who had it from whom, for one figure or for all that an incident's claims say.

Nodes are origins (voices and outlets that nobody stands behind), outlets that carried it, and the documents held. Edges
run from the source outwards, so that the oldest stands at the top of any layered drawing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import Any, Literal, Protocol, TypeAlias

import networkx as nx

from stemma.model.origin import ClaimOrigin, Copy, Origin

Edge = Literal["speaks", "cites", "relay", "copy"]
"""A voice speaks to an outlet; a voice is cited by another; an outlet's words are relayed by another; a text is
copied."""
Graph: TypeAlias = Any
"""A `networkx.MultiDiGraph`, which ships no types of its own."""

LONGEST_CIRCLE = 6
"""Names in a circle that is told of: longer ones are chains that nobody could check."""


class Held(Protocol):
    """What the graph shows of a document."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...


def stemma_graph(
    documents: Iterable[Held],
    owners: Mapping[str, str],
    ways: Iterable[ClaimOrigin],
    origins: Iterable[Origin],
    copies: Iterable[Copy],
    speakers: Collection[str] = (),
) -> Graph:
    """The graph of some claims: `owners` has the document of each, `ways` their paths; `speakers` are the names on them
    that speak, where the rest only carries.

    Node attributes: `kind` (voice, anonymous, outlet, document), `label`, for documents `published`, for origins
    `bloc`. Edge attributes: `kind`, `claims` (how many run along it), for copies `score` and `directed`.
    """
    graph: Graph = nx.MultiDiGraph()
    named = {origin.key: origin for origin in origins}
    pages = {page.id: page for page in documents}
    for page in sorted(pages.values(), key=lambda page: page.id):
        graph.add_node(page.id, kind="document", label=page.outlet or page.label, published=page.published or "")
    for way in sorted(ways, key=lambda way: way.claim_id):
        document = owners.get(way.claim_id)
        if document in pages:
            _add_way(graph, way, named.get(way.origin), document, speakers)
    for copy in copies:
        if copy.a in pages and copy.b in pages:
            first, second = (copy.b, copy.a) if copy.original == copy.b else (copy.a, copy.b)
            graph.add_edge(first, second, "copy", kind="copy", claims=0, score=copy.score, directed=bool(copy.original))
    return graph


def _add_way(graph: Graph, way: ClaimOrigin, origin: Origin | None, document: str, speakers: Collection[str]) -> None:
    """One claim's path, from the origin outwards to its document."""
    kind = origin.kind if origin is not None else "voice"
    inner = [f"name: {label}" for label in way.path]
    inner[-1] = f"origin: {way.origin}"
    bloc = (origin.bloc if origin is not None else None) or ""
    graph.add_node(inner[-1], kind=kind, label=way.path[-1], bloc=bloc)
    own = graph.nodes[document]["label"]
    outward = [node for node, label in zip(inner, way.path, strict=True) if label != own or node == inner[-1]]
    for node, label in zip(inner, way.path, strict=True):
        if node not in graph:
            graph.add_node(node, kind="voice" if label in speakers else "outlet", label=label)
    for outer, source in pairwise([document, *outward]):
        _count(graph, source, outer, _edge(graph, source, outer))


def _edge(graph: Graph, source: str, outer: str) -> Edge:
    if graph.nodes[source]["kind"] == "outlet":
        return "relay"
    return "speaks" if graph.nodes[outer]["kind"] in ("outlet", "document") else "cites"


def _count(graph: Graph, source: str, outer: str, kind: Edge) -> None:
    if graph.has_edge(source, outer, kind):
        graph.edges[source, outer, kind]["claims"] += 1
    else:
        graph.add_edge(source, outer, kind, kind=kind, claims=1)


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Outlets and voices that had it from one another, each circle from its least name on, sorted; labels, not nodes.

    A chain that comes back to its own outlet is a circle of that outlet and whoever stands between; two that cite each
    other are one of two.
    """
    names = nx.DiGraph()
    for source, outer in graph.edges():
        one, other = graph.nodes[source]["label"], graph.nodes[outer]["label"]
        if one != other and not _is_copy(graph, source, outer):
            names.add_edge(one, other)
    found = (tuple(cycle) for cycle in nx.simple_cycles(names, length_bound=LONGEST_CIRCLE))
    return tuple(sorted(_from_least(cycle) for cycle in found))


def _is_copy(graph: Graph, source: str, outer: str) -> bool:
    return set(graph.get_edge_data(source, outer)) == {"copy"}


def _from_least(cycle: tuple[str, ...]) -> tuple[str, ...]:
    at = cycle.index(min(cycle))
    return cycle[at:] + cycle[:at]
