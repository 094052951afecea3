"""The clean stage: its passes in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from stemma.clean.blocks import to_blocks
from stemma.clean.credits import find_credits
from stemma.clean.datelines import mark_datelines
from stemma.clean.draft import CleanRules, Draft
from stemma.clean.front import read_front
from stemma.clean.heads import read_head
from stemma.clean.html_page import read_page
from stemma.clean.inline import cut_inline
from stemma.clean.language import language
from stemma.clean.own_outlet import name_outlet
from stemma.clean.plain_page import label_plain
from stemma.clean.relays import find_relays, inside_relays
from stemma.clean.text_layer import LAYER, Layer, read_layer
from stemma.clean.tidy import cut_scraps, mark_captions
from stemma.clean.updates import mark_updates
from stemma.data.outlets import Outlets, host_of
from stemma.model.capture import Capture, Received
from stemma.model.document import Block, Document, Relay, document_id
from stemma.model.made_by import MadeBy

VERSION = "1"

Pass = Callable[[Draft, CleanRules], Draft]
PASSES: tuple[Pass, ...] = (
    read_front,
    read_head,
    cut_inline,
    name_outlet,
    mark_datelines,
    mark_updates,
    find_credits,
    mark_captions,
    cut_scraps,
)
"""In this order: front and head first, for dates and titles look like teasers; the outlet before credits to it are told
from others; credits late, because lines that datelines and updates took are none."""

_URL_DATE = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?:(0[1-9]|[12]\d|3[01])/)?")


def clean(received: Received, rules: CleanRules) -> Document:
    """Turn a receipt into its document: the whole visible text, labelled. InputError where there is no text."""
    layer = read_layer(received)
    draft = _first_draft(layer, received.capture, rules)
    for step in PASSES:
        draft = step(draft, rules)
    relays = find_relays(draft, rules)
    return _document(inside_relays(draft, relays), relays, received.capture, rules)


def _first_draft(layer: Layer, capture: Capture, rules: CleanRules) -> Draft:
    if layer.html is not None:
        return _web_draft(layer.html, layer.text, capture, rules)
    labels = label_plain(layer.text, layer.headline, rules.cleaning)
    headline = next((label for label in labels if label.kind == "headline"), None)
    title = " ".join(layer.text[headline.start : headline.end].split()) if headline else None
    return Draft(layer.text, tuple(labels), title, outlet=_outlet(capture, capture.url, rules.outlets), url=capture.url)


def _web_draft(html: str, text: str, capture: Capture, rules: CleanRules) -> Draft:
    page = read_page(html, text, rules.cleaning)
    url = capture.url or page.url
    known = rules.outlets.by_name(page.outlet) if page.outlet else None
    site = known.name if known else page.outlet
    return Draft(
        text,
        page.labels,
        page.title,
        author=page.author,
        published=page.published,
        outlet=_outlet(capture, capture.url, rules.outlets) or site or _outlet(capture, url, rules.outlets),
        url=url,
        unaligned=page.unaligned,
    )


def _document(draft: Draft, relays: tuple[Relay, ...], capture: Capture, rules: CleanRules) -> Document:
    blocks = tuple(_attributed(b, relays) for b in to_blocks(draft.text, draft.labels))
    kept = "\n".join(draft.text[b.start : b.end] for b in blocks if b.kept)
    return Document(
        id=document_id(capture.id, LAYER),
        capture_id=capture.id,
        label=capture.label,
        layer=LAYER,
        text=draft.text,
        blocks=blocks,
        made_by=MadeBy("clean", VERSION, rules.hash),
        outlet=draft.outlet,
        url=draft.url,
        title=draft.title,
        author=draft.author,
        published=capture.published or draft.published or _date_of(draft.url, relays),
        lang=capture.lang or language(kept),
        relays=relays,
        unaligned=draft.unaligned,
    )


def _attributed(block: Block, relays: tuple[Relay, ...]) -> Block:
    """A kept block with the innermost outlet whose words it carries; a body inside a relay is `relayed`."""
    around = [r for r in relays if block.kept and r.start <= block.start < r.end]
    if not around:
        return block
    outlet = max(around, key=lambda r: r.depth).outlet
    return replace(block, outlet=outlet, kind="relayed" if block.kind == "body" else block.kind)


def _date_of(url: str | None, relays: tuple[Relay, ...]) -> str | None:
    """The day or month by which the page's address, else its source's, is filed ("/2016/09/"), as an ISO date."""
    found = (m for address in (url, *(r.url for r in relays)) if address and (m := _URL_DATE.search(address)))
    match = next(found, None)
    return "-".join(part for part in match.groups() if part) if match is not None else None


def _outlet(capture: Capture, url: str | None, outlets: Outlets) -> str | None:
    """The outlet that the capture states, under its one name; else the owner of its address, else the host."""
    if capture.outlet:
        known = outlets.by_name(capture.outlet) or outlets.by_url(capture.outlet)
        return known.name if known else capture.outlet
    if url:
        known = outlets.by_url(url)
        return known.name if known else host_of(url)
    return None
