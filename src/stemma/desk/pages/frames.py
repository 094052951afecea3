"""Relays as nested frames: what stands inside another outlet's words is drawn inside that outlet's frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.desk.pages.passages import Cut, Passage
from stemma.model.document import Relay

Item = Passage | Cut


@dataclass(frozen=True, slots=True)
class Frame:
    """One relay with what it holds. `url` is where the credit points, a web address or null."""

    outlet: str
    url: str | None
    items: tuple[Passage | Cut | Frame, ...]


def frames(items: Sequence[Item]) -> tuple[Item | Frame, ...]:
    """Nest the items. Neighbours inside one relay share its frame; a relay that is left and entered again has two."""
    return _nest(items, 0)


def _nest(items: Sequence[Item], depth: int) -> tuple[Item | Frame, ...]:
    nested: list[Item | Frame] = []
    i = 0
    while i < len(items):
        relay = _relay(items[i], depth)
        if relay is None:
            nested.append(items[i])
            i += 1
            continue
        end = i
        while end < len(items) and _relay(items[end], depth) == relay:
            end += 1
        nested.append(Frame(relay.outlet, web_address(relay.url), _nest(items[i:end], depth + 1)))
        i = end
    return tuple(nested)


def _relay(item: Item, depth: int) -> Relay | None:
    return item.relays[depth] if depth < len(item.relays) else None


def web_address(url: str | None) -> str | None:
    """The address where it is one that a browser may be sent to; script and data addresses are text, never links."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
