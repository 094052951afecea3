"""Content-derived identifiers.

Every id in Stemma is a hash of what the thing is, never of when or in which order it was seen, so that two builds of
the same bytes name everything alike (docs/decisions/0002).
"""

from __future__ import annotations

import hashlib
import json

ID_LENGTH = 20
"""Hex digits kept of a sha256: 80 bits, a collision chance below 1e-9 at ten million ids."""

SPELLING = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(value: object) -> bytes:
    """The one JSON spelling of a value: sorted keys, no spaces, UTF-8. Equal values give equal bytes."""
    return SPELLING.encode(value).encode("utf-8", "surrogatepass")


def spelled(value: object) -> str:
    """The same as text, to be put together with others."""
    return SPELLING.encode(value)


def digest(*parts: object) -> str:
    """Hash JSON-able parts to a short hex id. The parts' order counts."""
    return hashlib.sha256(canonical(parts)).hexdigest()[:ID_LENGTH]


def digest_of(spelling: str) -> str:
    """The id of parts that are spelled already: `digest(a, b)` is `digest_of(spelled([a, b]))`."""
    return hashlib.sha256(spelling.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def sha256(payload: bytes) -> str:
    """The full sha256 of evidence bytes, in hex."""
    return hashlib.sha256(payload).hexdigest()
