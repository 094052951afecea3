"""The clean stage: its passes in order."""

from __future__ import annotations

from typing import Protocol

from stemma.clean.blocks import Label, to_blocks
from stemma.clean.language import language
from stemma.clean.plain_page import label_plain
from stemma.clean.text_layer import LAYER, Layer, read_layer
from stemma.data.cleaning import Cleaning
from stemma.data.outlets import Outlets, host_of
from stemma.model.capture import Capture, Received
from stemma.model.document import Document, document_id
from stemma.model.made_by import MadeBy

VERSION = "1"


class CleanRules(Protocol):
    """The part of the rules that this stage reads."""

    @property
    def outlets(self) -> Outlets: ...
    @property
    def cleaning(self) -> Cleaning: ...
    @property
    def hash(self) -> str: ...


def clean(received: Received, rules: CleanRules) -> Document:
    """Turn a receipt into its document: the whole visible text, labelled. InputError where there is no text."""
    capture = received.capture
    layer = read_layer(received)
    labels = label_plain(layer.text, layer.headline, rules.cleaning)
    blocks = to_blocks(layer.text, labels)
    kept = "\n".join(layer.text[b.start : b.end] for b in blocks if b.kept)
    return Document(
        id=document_id(capture.id, LAYER),
        capture_id=capture.id,
        label=capture.label,
        layer=LAYER,
        text=layer.text,
        blocks=blocks,
        made_by=MadeBy("clean", VERSION, rules.hash),
        outlet=_outlet(capture, rules.outlets),
        url=capture.url,
        title=_title(layer, labels),
        published=capture.published,
        lang=capture.lang or language(kept),
    )


def _outlet(capture: Capture, outlets: Outlets) -> str | None:
    if capture.outlet:
        known = outlets.by_name(capture.outlet) or outlets.by_url(capture.outlet)
        return known.name if known else capture.outlet
    if capture.url:
        known = outlets.by_url(capture.url)
        return known.name if known else host_of(capture.url)
    return None


def _title(layer: Layer, labels: list[Label]) -> str | None:
    first = next((label for label in labels if label.kind == "headline"), None)
    return " ".join(layer.text[first.start : first.end].split()) if first else None
