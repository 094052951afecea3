"""The lines of a text, as the line model sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLOSERS = "\"'”’»)]}*_ \t\u00a0\u200b"
_STOPS = ".!?…。！？؟।:;"


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line, trimmed. `gap` counts blank lines before it; two wide characters count as one of `words`."""

    start: int
    end: int
    text: str
    words: int
    gap: int

    @property
    def stops(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.text.rstrip(_CLOSERS)[-1:] in _STOPS or self.text[-1:] in _STOPS


def count_words(text: str) -> int:
    """Words, for lengths; scripts that do not part words are counted by characters."""
    return max(len(WORD.findall(text)), len(_WIDE.findall(text)) // 2)


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line that holds anything but white space, in order."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        content = raw.strip()
        if not content:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        lines.append(Line(start, start + len(content), content, count_words(content), max(breaks - 1, 0)))
        last = start + len(content)
    return tuple(lines)
