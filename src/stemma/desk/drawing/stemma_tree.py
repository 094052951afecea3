"""The stemma: origins at the top, below them those who carried their words, the pages at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.drawing import svg
from stemma.desk.drawing.blocks import GAP, GUTTER, Block, Line, above, box, placed, row_width, rows_of, stack
from stemma.desk.drawing.lineage import Carrier, Lineage, Tree
from stemma.desk.drawing.measure import text_width, wrap
from stemma.desk.drawing.widths import LEAST_WIDE, WIDE

LEAST_BOX, LARGEST_BOX, PHONE_BOX = 112.0, 240.0, 155.0
"""A box is as wide as its longest line within these bounds. Two of the phone's stand beside each other there."""
ORIGIN_WIDTH = 216.0
LABEL_SIZE, SMALL_SIZE, BOLD = 13.0, 12.0, 1.2
"""`BOLD`: how much wider than plain letters bold ones run."""
PADDING = 10.0
LINES_A_LIST = 12
"""A longer list of outlets is broken into several beside one another: it stays on the screen with its origin."""
TREE_GAP = 34.0
LEAST_COLUMN, HEADING = 310.0, 24.0
"""Of the list of origins that need no tree: how narrow a column may be, and the room for its heading."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide a tree may grow, and a box in it."""

    width: float
    box: float

    def fit(self, words: Sequence[str], size: float) -> float:
        """The width of a box that holds the words, as far as a box may go."""
        needed = max((text_width(line, size) for line in words), default=0.0) + 2 * PADDING + 2
        return min(max(needed, LEAST_BOX), self.box)


def stemma_tree(found: Lineage, says: Mapping[str, str], *, width: int = WIDE, standalone: bool = False) -> str:
    """Draw the trees, as wide as `width` where a box allows. `says` gives a line under an origin, by its key."""
    room = _Room(width, LARGEST_BOX if width >= LEAST_WIDE else PHONE_BOX)
    trees = [_tree(tree, says, room) for tree in found.trees if not _slight(tree)]
    slight = [tree for tree in found.trees if _slight(tree)]
    if slight:
        trees.append(_register(slight, room))
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


def _tree(tree: Tree, says: Mapping[str, str], room: _Room) -> Block:
    head = _origin_box(tree.siglum, tree.origin.label, (says.get(tree.origin.key, ""), pages(tree.documents)))
    own = [_list([_outlet(tree.root)], room, copied=False)] if tree.root.documents else []
    return above(head, [*own, *_children(tree.root, room)], room.width)


def _origin_box(siglum: str, label: str, under: Sequence[str]) -> Block:
    indent = 36.0
    space = ORIGIN_WIDTH - indent - PADDING
    lines = [Line(row, "label origin", 17) for row in wrap(label, space, LABEL_SIZE * BOLD, lines=3)]
    lines += [Line(row, "small", 16) for words in under if words for row in wrap(words, space, SMALL_SIZE, lines=2)]
    mark = svg.text(siglum, 17, 22, "siglum", anchor="middle")
    return box(lines, ORIGIN_WIDTH, "origin", indent=indent, mark=mark)


def _children(carrier: Carrier, room: _Room) -> list[Block]:
    """Leaves gathered into lists, told apart by whether they copied; the rest as trees of their own; oldest first."""
    leaves = [child for child in carrier.children if not child.children]
    blocks = [_list(part, room, copied=copied) for copied in (False, True) for part in _parts(leaves, copied=copied)]
    inner = [child for child in carrier.children if child.children]
    inside = room if len(blocks) + len(inner) == 1 else replace(room, width=room.width - GUTTER)
    return blocks + [_branch(child, inside) for child in inner]


def _parts(leaves: Sequence[Carrier], *, copied: bool) -> list[list[str]]:
    lines = [_outlet(leaf) for leaf in leaves if leaf.copied is copied]
    count = -(-len(lines) // LINES_A_LIST)
    size = -(-len(lines) // count) if count else 1
    return [lines[i : i + size] for i in range(0, len(lines), size)]


def _outlet(leaf: Carrier) -> str:
    return f"{leaf.label} ×{len(leaf.documents)}" if len(leaf.documents) > 1 else leaf.label


def _list(outlets: Sequence[str], room: _Room, *, copied: bool) -> Block:
    width = room.fit(outlets, SMALL_SIZE)
    return replace(box(_entries(outlets, width), width, "copies" if copied else "outlets"), dashed=copied)


def _entries(outlets: Sequence[str], width: float) -> list[Line]:
    """A name on one line, or on two where it is long."""
    rows = ((i, row) for name in outlets for i, row in enumerate(wrap(name, width - 2 * PADDING, SMALL_SIZE, lines=2)))
    return [Line(row, "outlet", 17 if i == 0 else 15) for i, row in rows]


def _branch(carrier: Carrier, room: _Room) -> Block:
    """A carrier with those below it. What does not branch is a single stack: each had it from the one above, and the
    outlets of a list at its foot all had it from the one above them."""
    chain = _chain(carrier)
    foot = _foot(chain[-1])
    width = max(room.fit([step.label for step in chain], LABEL_SIZE * BOLD), room.fit(foot, SMALL_SIZE))
    parts = [_step(step, width) for step in chain]
    if foot:
        parts.append(_entries(foot, width))
    head = replace(stack(parts, width, "relay" if len(parts) > 1 else _style(carrier)), dashed=carrier.copied)
    return head if foot else above(head, _children(chain[-1], room), room.width)


def _foot(carrier: Carrier) -> list[str]:
    """The outlets that had it from this one, where they are all there is below it and fit a list."""
    plain = all(not child.children and not child.copied for child in carrier.children)
    return [_outlet(child) for child in carrier.children] if plain and len(carrier.children) <= LINES_A_LIST else []


def _chain(carrier: Carrier) -> list[Carrier]:
    chain = [carrier]
    while len(chain[-1].children) == 1 and not chain[-1].children[0].copied:
        chain.append(chain[-1].children[0])
    return chain


def _step(carrier: Carrier, width: float) -> list[Line]:
    if not carrier.children:
        return _entries([_outlet(carrier)], width)
    names = wrap(carrier.label, width - 2 * PADDING, LABEL_SIZE * BOLD, lines=3)
    lines = [Line(row, f"label {_style(carrier)}", 17) for row in names]
    return [*lines, Line(pages(len(carrier.documents)), "small", 15)] if carrier.documents else lines


def _style(carrier: Carrier) -> str:
    return "voice" if carrier.kind == "voice" else "relay"


def _slight(tree: Tree) -> bool:
    """An origin that one page carried, or that is its own page, is a line and no tree."""
    return tree.alone or tree.documents == 1


def _register(trees: Sequence[Tree], room: _Room) -> Block:
    """The origins that need no tree, a line each: siglum, origin, and the way to the page where there is one."""
    entries = [f"{tree.siglum}  {' › '.join((tree.origin.label, *_way(tree.root)))}" for tree in trees]
    columns = max(int((room.width + GAP) // (LEAST_COLUMN + GAP)), 1)
    size = -(-len(entries) // columns)
    width = (room.width - GAP * (columns - 1)) / columns
    made = [_column(entries[i : i + size], width) for i in range(0, len(entries), size)]
    lefts = [i * (width + GAP) for i in range(len(made))]
    body = "".join(placed(block, left, HEADING) for left, block in zip(lefts, made, strict=True))
    title = svg.text(_("Carried by one page, or on its own account"), 0, 14, "label voice")
    return Block(title + body, room.width, HEADING + max(block.height for block in made), 0)


def _way(carrier: Carrier) -> tuple[str, ...]:
    """The labels from below the origin down to its one page."""
    return tuple(label for child in carrier.children for label in (_outlet(child), *_way(child)))


def _column(entries: Sequence[str], width: float) -> Block:
    rows = (
        Line(row, "outlet", 18 if i == 0 else 15)
        for entry in entries
        for i, row in enumerate(wrap(entry, width - 2 * PADDING, SMALL_SIZE, lines=3))
    )
    return box(list(rows), width, "outlets")


def pages(count: int) -> str:
    """ "14 documents"."""
    return ngettext("%(count)d document", "%(count)d documents", count) % {"count": count}
