"""Bytes to a receipt, and the limit that every payload keeps."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.capture.sniff import not_text
from stemma.errors import InputError
from stemma.ids import sha256
from stemma.model.capture import Capture, Received, capture_id

PLAIN = "text/plain"
HTML = "text/html"
ROW = "application/vnd.stemma.row+json"
LARGEST = 20_000_000
"""Bytes of one text. A long inquiry with annexes has 3 MB; beyond this it is a dump or a bomb."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of a payload beside its bytes; empty strings say nothing."""

    media_type: str
    label: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None


def take(payload: bytes, said: Said, where: str) -> Received | InputError:
    """The payload with its receipt, or why it is no text that can be read."""
    reason = "is empty" if not payload.strip() else too_large(len(payload)) or not_text(payload)
    if reason:
        return InputError(where, reason)
    url, outlet, published, lang = (value or None for value in (said.url, said.outlet, said.published, said.lang))
    digest = sha256(payload)
    name = capture_id(digest, said.media_type, url=url, outlet=outlet, published=published)
    capture = Capture(
        name, digest, said.media_type, len(payload), said.label, url=url, outlet=outlet, published=published, lang=lang
    )
    return Received(capture, payload)


def too_large(size: int) -> str | None:
    """Why a text of `size` bytes is refused, or None."""
    if size <= LARGEST:
        return None
    return f"is larger than {LARGEST // 1_000_000} MB ({size / 1e6:.1f} MB): split it into its reports"
