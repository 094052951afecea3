"""The stemma: origins at the top, below them those who carried their words, the pages at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.drawing import svg
from stemma.desk.drawing.blocks import GUTTER, Block, Line, above, box, placed, row_width, rows_of
from stemma.desk.drawing.lineage import Carrier, Lineage, Tree
from stemma.desk.drawing.measure import shorten, wrap
from stemma.desk.drawing.widths import WIDE

BOX_WIDTH, ORIGIN_WIDTH = 155.0, 206.0
LABEL_SIZE, SMALL_SIZE = 13.0, 12.0
PADDING = 10.0
LINES_A_LIST = 12
"""A longer list of outlets is broken into several beside one another: it stays on the screen with its origin."""
TREE_GAP = 34.0


def stemma_tree(found: Lineage, says: Mapping[str, str], *, width: int = WIDE, standalone: bool = False) -> str:
    """Draw the trees at most `width` pixels wide where a box allows. `says` gives a line under an origin, by its
    key."""
    trees = [_tree(tree, says, width) for tree in found.trees if not tree.alone]
    alone = [tree for tree in found.trees if tree.alone]
    if alone:
        trees.append(_alone(alone, width))
    body, y, widest = "", 0.0, 1.0
    for row in rows_of(trees, width, TREE_GAP):
        x = 0.0
        for block in row:
            body += placed(block, x, y)
            x += block.width + TREE_GAP
        widest = max(widest, row_width(row, TREE_GAP))
        y += max(block.height for block in row) + TREE_GAP
    title = _("Who had it from whom: each origin with those who carried its words")
    return svg.drawing(body, widest, max(y - TREE_GAP, 1.0), title, standalone=standalone)


def _tree(tree: Tree, says: Mapping[str, str], width: float) -> Block:
    head = _origin_box(tree.siglum, tree.origin.label, (says.get(tree.origin.key, ""), pages(tree.documents)))
    own = [_list(tuple(_lines((tree.root,))), copied=False)] if tree.root.documents else []
    return above(head, [*own, *_children(tree.root, width)], width)


def _origin_box(siglum: str, label: str, under: Sequence[str]) -> Block:
    indent = 36.0
    room = ORIGIN_WIDTH - indent - PADDING
    lines = [Line(row, "label origin", 17) for row in wrap(label, room, LABEL_SIZE * 1.2, lines=3)]
    lines += [Line(shorten(words, room, SMALL_SIZE), "small", 16) for words in under if words]
    mark = svg.text(siglum, 17, 22, "siglum", anchor="middle")
    return box(lines, ORIGIN_WIDTH, "origin", indent=indent, mark=mark)


def _children(carrier: Carrier, width: float) -> list[Block]:
    """Leaves gathered into lists, told apart by whether they copied; the rest as trees of their own; oldest first."""
    leaves = [child for child in carrier.children if not child.children]
    blocks = [_list(part, copied=copied) for copied in (False, True) for part in _parts(leaves, copied=copied)]
    inner = [child for child in carrier.children if child.children]
    room = width if len(blocks) + len(inner) == 1 else width - GUTTER
    return blocks + [_branch(child, room) for child in inner]


def _parts(leaves: Sequence[Carrier], *, copied: bool) -> list[tuple[Line, ...]]:
    lines = _lines([leaf for leaf in leaves if leaf.copied is copied])
    count = -(-len(lines) // LINES_A_LIST)
    size = -(-len(lines) // count) if count else 1
    return [tuple(lines[i : i + size]) for i in range(0, len(lines), size)]


def _lines(leaves: Sequence[Carrier]) -> list[Line]:
    return [Line(_outlet_line(leaf), "outlet", 17) for leaf in leaves]


def _outlet_line(leaf: Carrier) -> str:
    times = f" ×{len(leaf.documents)}" if len(leaf.documents) > 1 else ""
    return shorten(leaf.label, BOX_WIDTH - 2 * PADDING - 8 * len(times), SMALL_SIZE) + times


def _list(lines: tuple[Line, ...], *, copied: bool) -> Block:
    made = box(lines, BOX_WIDTH, "copies" if copied else "outlets")
    return Block(made.markup, made.width, made.height, made.anchor, dashed=copied)


def _branch(carrier: Carrier, width: float) -> Block:
    style = carrier.kind if carrier.kind in ("voice", "relay") else "relay"
    names = wrap(carrier.label, BOX_WIDTH - 2 * PADDING, LABEL_SIZE, lines=3)
    lines = [Line(row, f"label {style}", 17) for row in names]
    if carrier.documents:
        lines.append(Line(pages(len(carrier.documents)), "small", 15))
    head = box(lines, BOX_WIDTH, style)
    head = Block(head.markup, head.width, head.height, head.anchor, dashed=carrier.copied)
    return above(head, _children(carrier, width), width)


def _alone(trees: Sequence[Tree], width: float) -> Block:
    """Outlets that name no source and that nobody else carried: one list, each with its siglum."""
    head = box([Line(_("On their own account"), "label voice", 17)], BOX_WIDTH + 20, "voice")
    lines = [
        Line(f"{tree.siglum}  {_outlet_line(tree.root)}", "outlet", 17) for tree in trees
    ]  # fmt: skip
    size = LINES_A_LIST
    lists = [_list(tuple(lines[i : i + size]), copied=False) for i in range(0, len(lines), size)]
    return above(head, lists, width)


def pages(count: int) -> str:
    """ "14 documents"."""
    return ngettext("%(count)d document", "%(count)d documents", count) % {"count": count}
