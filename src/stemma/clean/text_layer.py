"""Layer `t1`: the one way from a payload's bytes to the text that every offset refers to.

It is fixed: a change here would move spans, so a better layer gets a new name.
- HTML: resiliparse's whole visible text, options pinned below.
- JSONL row: its `title`, a blank line, its `text`; the title once where the text begins with it.
- Anything else: the decoded text as it is. Line ends are kept, Unicode is not normalised.
In all of them NUL and lone surrogates, which no store takes, become U+FFFD, one for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import orjson
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding, map_encoding_to_html5

from stemma.clean.decoding import decode
from stemma.clean.lines import WORD
from stemma.errors import InputError
from stemma.model.capture import Received
from stemma.model.span import Span

LAYER = "t1"
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
HEAD = 4096
SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Layer:
    """A payload as text. `headline` is where a row's title stands; `html` the source of a page, else null."""

    text: str
    headline: Span | None = None
    html: str | None = None


def read_layer(received: Received) -> Layer:
    """The payload's text; InputError where there is none."""
    capture = received.capture
    if "html" in capture.media_type:
        layer = _page(received.payload)
    elif "json" in capture.media_type:
        layer = _row(received.payload, capture.label)
    else:
        layer = Layer(_storable(_decoded(received.payload, capture.label)))
    if not layer.text.strip():
        raise InputError(capture.label, "holds no visible text")
    return layer


def _storable(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)


def _decoded(payload: bytes, label: str) -> str:
    text = decode(payload)
    if text is None:
        raise InputError(label, "its text encoding cannot be told; save it as UTF-8")
    return text


def _page(payload: bytes) -> Layer:
    html = _storable(_html(payload))
    return Layer(_visible(html), html=html)


def _visible(html: str) -> str:
    return extract_plain_text(
        html,
        preserve_formatting=True,
        main_content=False,
        list_bullets=False,
        alt_texts=False,
        links=False,
        form_fields=False,
        noscript=False,
    )


def _html(payload: bytes) -> str:
    """A page's characters: UTF-8 where it is valid, else what the page declares, else what the detector says."""
    text = decode(payload) if payload[:2] in {b"\xff\xfe", b"\xfe\xff"} else None
    if text is not None:
        return text
    declared = _CHARSET.search(payload[:HEAD])
    names = ["utf-8", *([declared.group(1).decode("ascii", "replace")] if declared else [])]
    for name in names:
        try:
            return payload.decode(map_encoding_to_html5(name) or name)
        except (UnicodeDecodeError, LookupError):
            continue
    return bytes_to_str(payload, detect_encoding(payload[:SAMPLE]) or "cp1252")


def _row(payload: bytes, label: str) -> Layer:
    try:
        row = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        raise InputError(label, f"is not a JSON row: {error}") from error
    text, title = _field(row, "text", label), _field(row, "title", label)
    if not title.strip():
        return Layer(text)
    begun = begins_with(text, title)
    if begun is not None:
        return Layer(text, headline=begun)
    title = title.strip()
    return Layer(f"{title}\n\n{text}", headline=Span(0, len(title)))


def _field(row: Any, name: str, label: str) -> str:
    value = row.get(name) if isinstance(row, dict) else None
    if value is not None and not isinstance(value, str):
        raise InputError(label, f"its {name} is not a text")
    return _storable(value or "")


def begins_with(text: str, title: str, start: int = 0) -> Span | None:
    """Where `text` from `start` begins with the words of `title`, whatever stands between them; else None."""
    wanted = WORD.findall(title)
    found = list(_first(text, start, len(wanted)))
    if not wanted or [m.group().casefold() for m in found] != [w.casefold() for w in wanted]:
        return None
    return Span(found[0].start(), found[-1].end())


def _first(text: str, start: int, count: int) -> list[re.Match[str]]:
    matches = WORD.finditer(text, start)
    return [m for m, _ in zip(matches, range(count), strict=False)]
