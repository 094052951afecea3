"""What a user can say about input that the input does not say itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """`url` goes to pages and plain texts, `outlet` and `published` (ISO 8601) also to rows without their own.

    `jsonl` reads every file, whatever its name, as JSONL rows.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    jsonl: bool = False
