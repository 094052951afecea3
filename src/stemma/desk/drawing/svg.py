"""The few SVG elements that the drawings need. All text is escaped here, once."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold, even escaped."""

MARGIN = 16.0
"""Around a drawing that stands alone, in pixels."""


def clean(text: str) -> str:
    """Text as an XML document can carry it."""
    return escape(NOT_XML.sub("\ufffd", text), quote=True)


def element(tag: str, *children: str, **attributes: str | float) -> str:
    """One element. `children` are markup already; attribute names lose a trailing underscore and turn the others to
    hyphens."""
    given = "".join(f' {_name(k)}="{clean(v) if isinstance(v, str) else plain(v)}"' for k, v in attributes.items())
    return f"<{tag}{given}>{''.join(children)}</{tag}>" if children else f"<{tag}{given}/>"


@cache
def _name(keyword: str) -> str:
    return keyword.rstrip("_").replace("_", "-")


def text(words: str, x: float, y: float, style: str, *, anchor: str = "start") -> str:
    """One line of text with its baseline at `y`."""
    place = {} if anchor == "start" else {"text_anchor": anchor}
    return element("text", clean(words), class_=style, x=x, y=y, **place)


def link(url: str, name: str, *children: str) -> str:
    """What can be followed, under a name of its own."""
    return element("a", *children, href=url, aria_label=name)


def drawing(body: str, width: float, height: float, title: str, *, standalone: bool, role: str = "img") -> str:
    """The whole picture under one accessible name. One that stands alone brings its style, its paper and a margin. One
    with links in it is a "group": what is within an "img" is nothing to a screen reader."""
    before, edge = element("title", clean(title)), 0.0
    if standalone:
        edge = MARGIN
        size = {"width": width + 2 * edge, "height": height + 2 * edge}
        before += element("style", _sheet()) + element("rect", class_="paper", x=-edge, y=-edge, **size)
    box = " ".join(plain(n) for n in (-edge, -edge, width + 2 * edge, height + 2 * edge))
    return element(
        "svg", before, body, xmlns="http://www.w3.org/2000/svg", class_="drawing", role=role, aria_label=title,
        width=width + 2 * edge, height=height + 2 * edge, viewBox=box,
    )  # fmt: skip


def _sheet() -> str:
    return files("stemma.desk").joinpath("static", "desk", "drawing.css").read_text("utf-8").replace("<", "&lt;")


def plain(value: str | float) -> str:
    """A number as an attribute has it: one decimal where it is needed."""
    return value if isinstance(value, str) else f"{value:.1f}".rstrip("0").rstrip(".")
