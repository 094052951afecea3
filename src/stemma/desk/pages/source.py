"""A capture's bytes as plain text, a portion at a time; never as a page."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from stemma.clean.decoding import decode
from stemma.desk.pages.addresses import query
from stemma.ledger.selectors import CaptureRow

PORTION = 30_000
"""Characters of a source that are shown at once: with the cleaned text beside it the page stays below 150 kB."""
LINES = "\t\n\r"
UNREADABLE = 0.05
"""Share of control characters from which bytes are no text: archives and pictures have a tenth and more."""
SAMPLE = 4_096


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of the bytes without looking at them."""

    sha256: str
    media_type: str
    size: str
    received: str


@dataclass(frozen=True, slots=True)
class Source:
    """A portion of the bytes as text, `start` to `end` of `total` characters, and the ways to its neighbours. `why`
    says, where there is no text, why not."""

    text: str
    start: int
    end: int
    total: int
    before: str | None
    after: str | None
    why: str


def receipt(row: CaptureRow) -> Receipt:
    """The receipt in words."""
    capture = row.capture
    size = _("%(n)s bytes") % {"n": number_format(capture.size, use_l10n=True, force_grouping=True)}
    return Receipt(capture.sha256, capture.media_type, size, _moment(row.recorded_at))


def source(payload: bytes, *, start: int, asked: dict[str, str]) -> Source:
    """The portion that holds the character `start`; `asked` is what the address asks for beside it."""
    text = decode(payload)
    if text is None:
        text = payload.decode("utf-8", "replace")
    if _unreadable(text):
        return absent(_("These bytes are no text. They can be saved and opened with what reads them."))
    begin = min(start, max(len(text) - 1, 0)) // PORTION * PORTION
    end = min(begin + PORTION, len(text))

    def to(at: int) -> str:
        return query(**asked, at=at) + "#source"

    return Source(
        text=visible(text[begin:end]),
        start=begin + 1 if text else 0,
        end=end,
        total=len(text),
        before=to(begin - PORTION) if begin else None,
        after=to(end) if end < len(text) else None,
        why="" if text else _("Nothing was received."),
    )


def absent(why: str) -> Source:
    """No text to show."""
    return Source("", 0, 0, 0, None, None, why)


def visible(text: str) -> str:
    """Characters that would hide or turn round what stands beside them, as signs that can be read."""
    return "".join(_sign(character) for character in text)


def _sign(character: str) -> str:
    if character in LINES or character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cc" and ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    return f"⟨U+{ord(character):04X}⟩" if category in {"Cc", "Cf", "Co", "Cn", "Cs"} else character


def _unreadable(text: str) -> bool:
    sample = text[:SAMPLE]
    return sum((c < " " and c not in LINES) or c == "\ufffd" for c in sample) > UNREADABLE * len(sample)


def _moment(recorded_at: str) -> str:
    try:
        return date_format(datetime.fromisoformat(recorded_at), "j F Y, H:i e")
    except ValueError:
        return recorded_at
