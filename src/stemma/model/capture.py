"""One receipt of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.ids import digest


@dataclass(frozen=True, slots=True)
class Capture:
    """What was received and what is known about it; the payload's bytes are kept once, under `sha256`.

    The same bytes from two outlets are two captures; the same bytes twice from one are one. `label` (file name or row
    id) says what the user called it and is no part of its identity. `published` is ISO 8601 as the source stated it.
    """

    id: str
    sha256: str
    media_type: str
    size: int
    label: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """A capture together with the bytes it stands for, as handed from `capture` to `clean`."""

    capture: Capture
    payload: bytes


def capture_id(sha256: str, media_type: str, *, url: str | None, outlet: str | None, published: str | None) -> str:
    """Identity of a receipt: the bytes and what was said of them, never the time or the path."""
    return digest("capture", sha256, media_type, url, outlet, published)
