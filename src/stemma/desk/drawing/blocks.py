"""Boxes and the way they are put together: a block knows its size and where a line from above meets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.desk.drawing import svg

GAP = 14.0
"""Between neighbours, in pixels."""
DROP = 26.0
"""From a parent's foot to its children's head; the bus runs half-way."""
GUTTER = 20.0
"""Kept free at the left for the trunk where children stand in more than one row."""


@dataclass(frozen=True, slots=True)
class Block:
    """Markup drawn from its own top left corner. `anchor` is the x at which the line from above arrives; `dashed` its
    style."""

    markup: str
    width: float
    height: float
    anchor: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box: its words, their class, their baseline's distance from the line above."""

    words: str
    style: str
    leading: float


def box(lines: Sequence[Line], width: float, style: str, *, indent: float = 10, mark: str = "") -> Block:
    """A framed column of lines. `mark` is markup drawn over it (a siglum)."""
    return stack([lines], width, style, indent=indent, mark=mark)


def stack(parts: Sequence[Sequence[Line]], width: float, style: str, *, indent: float = 10, mark: str = "") -> Block:
    """Columns of lines on top of one another in one frame, a hairline between them: each had it from the one above."""
    y, rows = 0.0, []
    for i, part in enumerate(parts):
        if i:
            rows.append(svg.element("line", class_="edge", x1=0.5, y1=y, x2=width - 0.5, y2=y))
        y += 3
        for line in part:
            y += line.leading
            rows.append(svg.text(line.words, indent, y, line.style))
        y += 9
    frame = svg.element("rect", class_=f"box {style}", x=0.5, y=0.5, width=width - 1, height=y - 1)
    return Block(frame + mark + "".join(rows), width, y, width / 2)


def placed(block: Block, x: float, y: float) -> str:
    """The block's markup moved to its place."""
    return svg.element("g", block.markup, transform=f"translate({svg.plain(x)} {svg.plain(y)})")


def rows_of(blocks: Sequence[Block], width: float, gap: float = GAP) -> tuple[tuple[Block, ...], ...]:
    """Fill rows from the left as far as `width` allows; a block wider than that stands alone."""
    rows: list[list[Block]] = []
    used = 0.0
    for block in blocks:
        if rows and used + gap + block.width <= width:
            rows[-1].append(block)
            used += gap + block.width
        else:
            rows.append([block])
            used = block.width
    return tuple(tuple(row) for row in rows)


def row_width(row: Sequence[Block], gap: float = GAP) -> float:
    """Pixels from the first block's left to the last one's right."""
    return sum(block.width for block in row) + gap * (len(row) - 1)


def above(head: Block, children: Sequence[Block], width: float) -> Block:
    """A parent over its children: centred over one row, or with a trunk at the left past several."""
    if not children:
        return head
    if row_width(children) <= width:
        return _over_one_row(head, children)
    return _over_rows(head, rows_of(children, max(width - GUTTER, 1.0)))


def _over_one_row(head: Block, row: Sequence[Block]) -> Block:
    width = max(head.width, row_width(row))
    x, lefts = (width - row_width(row)) / 2, []
    for block in row:
        lefts.append(x)
        x += block.width + GAP
    anchors = [left + block.anchor for left, block in zip(lefts, row, strict=True)]
    centre = (anchors[0] + anchors[-1]) / 2
    head_x = min(max(centre - head.width / 2, 0.0), width - head.width)
    bus, top = head.height + DROP / 2, head.height + DROP
    lines = _line(centre, head.height, centre, bus) + _line(anchors[0], bus, anchors[-1], bus)
    lines += "".join(_line(a, bus, a, top, dashed=b.dashed) for a, b in zip(anchors, row, strict=True))
    body = "".join(placed(block, left, top) for left, block in zip(lefts, row, strict=True))
    markup = lines + body + placed(head, head_x, 0)
    return Block(markup, width, top + max(b.height for b in row), head_x + head.anchor, head.dashed)


def _over_rows(head: Block, rows: Sequence[Sequence[Block]]) -> Block:
    trunk, y, parts = GUTTER / 2, head.height, [placed(head, 0, 0)]
    bus = y
    for row in rows:
        bus, top, x = y + DROP / 2, y + DROP, GUTTER
        for block in row:
            anchor = x + block.anchor
            parts += [_line(anchor, bus, anchor, top, dashed=block.dashed), placed(block, x, top)]
            x += block.width + GAP
        last = x - GAP - row[-1].width + row[-1].anchor
        parts.append(_line(trunk, bus, last, bus))
        y = top + max(block.height for block in row)
    parts.append(_line(trunk, head.height, trunk, bus))
    width = max(head.width, GUTTER + max(row_width(row) for row in rows))
    return Block("".join(parts), width, y, head.anchor, head.dashed)


def _line(x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> str:
    return svg.element("line", class_="edge copy" if dashed else "edge", x1=x1, y1=y1, x2=x2, y2=y2)
