"""An incident's stemma as GraphML (Gephi, yEd, networkx) or DOT (Graphviz)."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from stemma.ledger.selectors import IncidentTrace
from stemma.model.finding import Account
from stemma.trace.graph import Graph, Held, stemma_graph

SHAPES = {"document": "box", "voice": "ellipse", "anonymous": "ellipse", "outlet": "house"}
LINES = {"copy": "dashed", "relay": "solid", "speaks": "solid", "cites": "solid"}


def incident_graph(account: Account, trace: IncidentTrace, pages: Iterable[Held], slot: str | None = None) -> Graph:
    """Who had an account's claims from whom; `slot` keeps to the claims behind its findings."""
    chosen = {
        claim
        for finding in account.findings
        if slot is None or finding.slot == slot
        for position in finding.positions
        for support in position.origins
        for claim in support.claims
    }
    owners = {key: claim.document for key, claim in account.claims.items() if slot is None or key in chosen}
    speakers = {voice.label for claim in account.claims.values() for voice in claim.voices}
    return stemma_graph(pages, owners, trace.claim_origins, trace.origins, trace.copies, speakers)


def graphml(graph: Graph) -> str:
    """GraphML 1.0 with every attribute of nodes and edges."""
    return "\n".join(nx.generate_graphml(_spelled(graph))) + "\n"


def _spelled(graph: Graph) -> Graph:
    """Without characters that XML cannot hold: names come from pages."""
    clean: Graph = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        clean.add_node(_plain(node), **{key: _plain(value) for key, value in attributes.items()})
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        clean.add_edge(_plain(source), _plain(target), key, **{k: _plain(v) for k, v in attributes.items()})
    return clean


def _plain(value: object) -> object:
    return "".join(c for c in value if c.isprintable()) if isinstance(value, str) else value


def dot(graph: Graph) -> str:
    """DOT, oldest at the top; `dot -Tsvg` draws it."""
    lines = ["digraph stemma {", "  rankdir=TB;"]
    for node, attributes in sorted(graph.nodes(data=True)):
        day = f"\n{attributes['published'][:10]}" if attributes.get("published") else ""
        shape = SHAPES[attributes["kind"]]
        lines.append(f"  {_quoted(node)} [label={_quoted(attributes['label'] + day)}, shape={shape}];")
    for source, target, attributes in sorted(graph.edges(data=True), key=lambda edge: (edge[0], edge[1])):
        arrow = "" if attributes.get("directed", True) else ", dir=none"
        style = LINES[attributes["kind"]]
        label = _quoted(attributes["kind"])
        lines.append(f"  {_quoted(source)} -> {_quoted(target)} [style={style}, label={label}{arrow}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    lines = ("".join(c for c in line if c.isprintable()) for line in text.split("\n"))
    return '"' + "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'
