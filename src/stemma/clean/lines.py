"""The lines of a text, as the line model sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

FEWEST_WRAPPED, MANY_WRAPPED = 2, 6
WIDTHS = (40, 110)
FULL_LINE = 0.85
WRAPPED_SHARE = 0.8
"""A line is full where the next word would pass .85 of the usual width; of wrapped texts nine lines in ten are."""

WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSEEN = " \t\u200b\u200c\u200d\u2060\ufeff"
_END = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]}*_\s\u200b]*(?:[\[(][^\[\]()]{1,40}[\])]\s*)?$")
LONGEST_REMARK = 60


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
        return _END.search(self.text[-LONGEST_REMARK:]) is not None


def count_words(text: str) -> int:
    """Words, for lengths; scripts that do not part words are counted by characters."""
    return max(len(WORD.findall(text)), len(_WIDE.findall(text)) // 2)


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line that holds anything but white space, in order; the lines of a paragraph that was wrapped are one."""
    lines = _physical(text)
    return _unwrapped(lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Whether lines break where the next word would no longer have fitted, as menus and headlines do not."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    if len(pairs) < FEWEST_WRAPPED:
        return False
    share = WRAPPED_SHARE if len(pairs) >= MANY_WRAPPED else 1.0
    width = sorted(len(a.text) for a, _ in pairs)[9 * len(pairs) // 10]
    full = sum(len(a.text) + 1 + len(b.text.split(None, 1)[0]) > FULL_LINE * width for a, b in pairs)
    return WIDTHS[0] <= width <= WIDTHS[1] and full >= share * len(pairs)


def _unwrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    joined: list[Line] = []
    for line in lines:
        if joined and line.gap == 0:
            last = joined[-1]
            joined[-1] = Line(
                last.start, line.end, f"{last.text} {line.text}", last.words + line.words, last.gap
            )  # fmt: skip
        else:
            joined.append(line)
    return tuple(joined)


def _physical(text: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        content = raw.strip()
        if not content.strip(_UNSEEN):
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        lines.append(Line(start, start + len(content), content, count_words(content), max(breaks - 1, 0)))
        last = start + len(content)
    return tuple(lines)
