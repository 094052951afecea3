"""Drawings made on the server from model values: SVG strings and text, no request, no ledger.

Everything drawn is coloured by classes of `static/desk/drawing.css`, never by attributes, so that a page can forbid
inline styles;
`standalone=True` carries that sheet inside the file, for a drawing that leaves the desk.
"""

from __future__ import annotations

from stemma.desk.drawing.lineage import Carrier, Lineage, Tree, lineage
from stemma.desk.drawing.range_chart import range_chart
from stemma.desk.drawing.stemma_tree import stemma_tree
from stemma.desk.drawing.text_tree import tree_text

__all__ = ["Carrier", "Lineage", "Tree", "lineage", "range_chart", "stemma_tree", "tree_text"]
