"""Outlets by one name each, whatever a page, a credit or an address calls them."""

from __future__ import annotations

from stemma.data.outlets import Outlets, host_of
from stemma.model.document import Document, Relay

UNKNOWN_OUTLET = "an unnamed outlet"


def outlet_name(written: str, outlets: Outlets) -> str:
    """The outlet's name in the data files; a host without `www.`, or what is written, where they do not know it."""
    known = outlets.by_name(written) or outlets.by_url(written)
    return known.name if known else host_of(written) or written


def outlet_of(document: Document, outlets: Outlets) -> str | None:
    """Who published a document: as it says, else by its address; None where neither is there."""
    if document.outlet:
        return outlet_name(document.outlet, outlets)
    return outlet_name(document.url, outlets) if document.url else None


def relay_name(relay: Relay, outlets: Outlets) -> str:
    """The outlet that a credit names."""
    return outlet_name(relay.outlet, outlets)
