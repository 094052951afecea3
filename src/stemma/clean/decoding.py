"""Bytes to characters, where the bytes leave no doubt which; an InputError where they do."""

from __future__ import annotations

import codecs

from resiliparse.parse.encoding import detect_encoding

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ZERO_SHARE = 0.3
"""Share of zero bytes at even or odd places that makes UTF-16 without a mark certain; Latin text has half or more."""
STRAY_SHARE = 0.01
SAMPLE = 65536
ODD_LETTERS = frozenset("ÃÂâÐÑØÙÞþ×÷¿¡¤¦¨ª¬¯¸º¼½¾")
"""Letters that cp1252 shows where the bytes are another encoding's: UTF-8 read twice, Cyrillic, Arabic, Greek."""
ODD_SHARE = 0.25


def decode(payload: bytes) -> str | None:
    """The text of plain bytes without its byte-order mark, or None where their encoding cannot be told.

    Tried in order: a byte-order mark; UTF-16 by the places of its zero bytes; UTF-8, which random bytes do not pass;
    cp1252 where its letters stand as Western text has them (latin-1 where a byte has no letter in cp1252); else what
    the detector of resiliparse says, if the bytes are valid in it.
    """
    for mark, name in MARKS:
        if payload.startswith(mark):
            return _strict(payload[len(mark) :], name)
    for name in (*_sixteen(payload), "utf-8"):
        text = _strict(payload, name)
        if text is not None and (name == "utf-8" or "\0" not in text):
            return text
    return _eight_bit(payload)


def _strict(payload: bytes, name: str) -> str | None:
    try:
        return payload.decode(name)
    except UnicodeDecodeError:
        return None


def _sixteen(payload: bytes) -> tuple[str, ...]:
    sample = payload[:SAMPLE]
    if len(payload) % 2 or not sample:
        return ()
    even, odd = (sample[k::2].count(0) / len(sample[k::2]) for k in (0, 1))
    if odd > ZERO_SHARE and even < STRAY_SHARE:
        return ("utf-16-le",)
    return ("utf-16-be",) if even > ZERO_SHARE and odd < STRAY_SHARE else ()


def _eight_bit(payload: bytes) -> str | None:
    western = _strict(payload, "cp1252") or payload.decode("latin-1")
    if "\0" in western:
        return None
    if _is_western(western):
        return western
    name = detect_encoding(payload[:SAMPLE])
    return _strict(payload, name) if name else None


def _is_western(text: str) -> bool:
    """Western text is mostly ASCII, and its other letters stand singly and are not those of a misreading."""
    high = [c for c in text if c >= "\x80"]
    odd = sum(c in ODD_LETTERS for c in high)
    return len(high) < ODD_SHARE * len(text) and odd < ODD_SHARE * len(high)
