"""The stages as a benchmark runs them: rows of a file to documents and claims, with no ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.data import Row
from stemma.capture import receive
from stemma.clean import clean
from stemma.data.rules import Rules, load_rules
from stemma.errors import InputError
from stemma.ids import sha256
from stemma.model.capture import Capture, Received, capture_id
from stemma.model.document import Document
from stemma.model.wire import to_wire
from stemma.read import read


def received(paths: Iterable[Path]) -> Iterator[Received]:
    """What capture makes of some files; what it cannot read is told on standard error and left out."""
    for path in paths:  # one by one: capture sorts what it gets, and here the first file's row is the one that counts
        for item in receive((path,)):
            if isinstance(item, InputError):
                print(f"bench: {item}", file=sys.stderr)
            else:
                yield item


def in_hand(label: str, payload: bytes, media_type: str) -> Received:
    """A receipt for bytes that lie packed in a benchmark, of which nothing is known but their kind."""
    own = sha256(payload)
    identity = capture_id(own, media_type, url=None, outlet=None, published=None)
    return Received(Capture(identity, own, media_type, len(payload), label), payload)


def documents(items: Iterable[Received], rules: Rules) -> Iterator[Document]:
    """Clean documents; what has no text is told on standard error and left out."""
    for item in items:
        try:
            document = clean(item, rules)
        except InputError as error:
            print(f"bench: {error}", file=sys.stderr)
            continue
        yield document


def read_rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, list[Row]]]:
    """(row id, document text, claims as JSON) of every row of some JSON Lines files."""
    rules = load_rules()
    for document in documents(received(paths), rules):
        yield document.label, document.text, [to_wire(claim) for claim in read(document, rules).claims]
