"""Is it text at all? Told by the first bytes, never by the name alone.

Which encoding a text is in is the cleaner's question; here only what cannot be any text is turned away.
"""

from __future__ import annotations

import codecs

GZIP = b"\x1f\x8b"
MAGIC = (
    (b"PK\x03\x04", "is a ZIP archive (or an office document): unpack it, or save it as text"),
    (b"PK\x05\x06", "is an empty ZIP archive"),
    (b"%PDF-", "is a PDF: save its text as .txt"),
    (b"\x89PNG", "is an image (PNG)"),
    (b"\xff\xd8\xff", "is an image (JPEG)"),
    (b"GIF8", "is an image (GIF)"),
    (b"BM", "is an image (BMP)"),
    (b"II*\x00", "is an image (TIFF)"),
    (b"MM\x00*", "is an image (TIFF)"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive: unpack it"),
    (b"Rar!", "is a RAR archive: unpack it"),
    (b"\xfd7zXZ", "is an xz archive: unpack it"),
    (b"BZh", "is a bzip2 archive: unpack it"),
    (b"\x28\xb5\x2f\xfd", "is compressed with zstd: unpack it"),
    (GZIP, "is compressed with gzip, and its name does not say what is inside (.jsonl.gz, .warc.gz)"),
    (b"{\\rtf", "is an RTF document: save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "is an old office document: save its text as .txt"),
    (b"\x7fELF", "is a program"),
    (b"MZ\x90", "is a program"),
    (b"SQLite format 3\x00", "is a database"),
    (b"OggS", "is a sound or video file"),
    (b"ID3", "is a sound file"),
    (b"\x1aE\xdf\xa3", "is a video file"),
)
TEXTUAL_MAGIC = frozenset({b"BM", b"MM\x00*", b"II*\x00", b"ID3", b"BZh", b"Rar!", b"GIF8"})
"""Beginnings that a text may have too: they count only where the rest is binary."""
SAMPLE = 65536
CONTROL = frozenset(range(32)) - set(b"\t\n\v\f\r\x1b")
MOST_CONTROL = 0.01
"""Share of control characters: texts with stray page marks stay below, random bytes have a tenth."""
WIDE_ZEROS = 0.3
"""Share of zeros at even or at odd places that makes bytes UTF-16 without a mark; the other places have none."""
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def not_text(payload: bytes) -> str | None:
    """Why `payload` is no text, in words that follow its name; None where it may be one."""
    binary = _is_binary(payload[:SAMPLE])
    for magic, reason in MAGIC:
        if payload.startswith(magic) and (binary or magic not in TEXTUAL_MAGIC):
            return reason
    if payload[:4] == b"RIFF" and payload[8:12] in {b"WEBP", b"AVI ", b"WAVE"}:
        return "is an image (WebP)" if payload[8:12] == b"WEBP" else "is a sound or video file"
    if payload[4:8] == b"ftyp":
        return "is a video or image file"
    return "is binary data, no text" if binary else None


def _is_binary(sample: bytes) -> bool:
    if sample.startswith(WIDE_MARKS) or _is_wide(sample):
        return False
    return 0 in sample or sum(byte in CONTROL for byte in sample) > MOST_CONTROL * len(sample)


def _is_wide(sample: bytes) -> bool:
    """UTF-16 without a mark: nearly every other byte is zero, and none of the rest."""
    zeros = sorted((sample[0::2].count(0), sample[1::2].count(0)))
    return zeros[0] == 0 and zeros[1] > WIDE_ZEROS * len(sample) / 2
