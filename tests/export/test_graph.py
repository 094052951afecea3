"""A stemma as GraphML and DOT, with names from hostile pages."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from stemma.export.graph import dot, graphml
from stemma.model.origin import ClaimOrigin, Origin
from stemma.trace.graph import Graph, stemma_graph
from tests.factories import document

HOSTILE = 'Wire "x"]; <b>\x00\x1b[31m & co\\'


@pytest.fixture
def graph() -> Graph:
    page = document("A raid killed 62 people.", outlet=HOSTILE, published="2031-05-01")
    way = ClaimOrigin("c1", "army", (HOSTILE, "Army"))
    return stemma_graph([page], {"c1": page.id}, [way], [Origin("army", "Army", "voice")], [])


def test_graphml_is_read_back_whole(graph: Graph) -> None:
    read = nx.read_graphml(io.StringIO(graphml(graph)), force_multigraph=True)
    assert {data["label"] for _, data in read.nodes(data=True)} == {'Wire "x"]; <b>[31m & co\\', "Army"}
    assert [data["kind"] for _, _, data in read.edges(data=True)] == ["speaks"]


def test_dot_quotes_whatever_a_name_holds(graph: Graph) -> None:
    text = dot(graph)
    assert 'label="Wire \\"x\\"]; <b>[31m & co\\\\\\n2031-05-01"' in text
    assert text.startswith("digraph stemma {")
    assert text.count(" -> ") == 1
    assert all(line.isprintable() for line in text.splitlines())
