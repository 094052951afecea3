"""The stages as a benchmark runs them: rows of a file to documents and claims, with no ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.data import Row, rows
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
    for path in paths:
        for row in rows(path):
            payload = json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")
            own = sha256(payload)
            url, outlet, published = row.get("url"), row.get("outlet"), row.get("published")
            key = capture_id(own, "application/json", url=url, outlet=outlet, published=published)
            lang = row.get("lang")
            yield Received(
                Capture(key, own, "application/json", len(payload), row["id"], url, outlet, published, lang), payload
            )


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
