"""Web pages: trafilatura says what is article, and its output, aligned with the visible text, labels that text's lines.

Only which lines it kept is taken from it, never its string. What it leaves out or lets in by its own known habits is
mended by the same evidence that the line model uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trafilatura import bare_extraction

from stemma.clean.align import aligned
from stemma.clean.blocks import Label
from stemma.clean.core import is_prose
from stemma.clean.furniture import Verdict, ending, judge, promo_words, promotes, tokens
from stemma.clean.lines import WORD, Line, split_lines
from stemma.clean.plain_page import label_plain
from stemma.data.cleaning import Cleaning

ALIGNED = 0.5
"""Share of a line's tokens that must align for it to be article; .3 to .7 give the same figures on `maintext`."""
LOST = 0.5
"""Unaligned share of the output above which it was not taken from the visible text (but from metadata)."""
WHOLE_LINES, WHOLE_PROSE = 0.6, 0.25
"""Share of lines kept above which, and of words in prose below which, the output is the page with its menus."""
FILL_WORDS, FILL_REACH = 30, 2
"""A sentence line this long and this near below an article line is article too: pages part stories at adverts."""
HEAD_ABOVE, HEAD_BELOW = 12, 3
TITLE_SHARE = 0.8
TAIL = 2
TAIL_SHARE = 0.34
"""Closing lines that are no prose, when there are two or more and fewer than a third of all, are links."""
OUTSIDE = "Stands outside what the page's structure marks as its article."
CLOSING = "Closing lines without a sentence: links to other pages."
LATEST = "2100-01-01"
"""Fixed, because the library's own limit is today and would make results depend on the clock."""
FORMAT = {"original_date": True, "extensive_search": False, "max_date": LATEST, "outputformat": "%Y-%m-%d"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's structure tells: labels over its visible text, metadata, the share of output not found in it."""

    labels: tuple[Label, ...]
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    unaligned: float = 0.0


def read_page(html: str, text: str, cleaning: Cleaning) -> Page:
    """Label the visible `text` of a page by its `html`."""
    found = bare_extraction(
        html, fast=True, include_comments=False, with_metadata=True, date_extraction_params=dict(FORMAT)
    )
    lines = split_lines(text)
    share, unaligned = _shares(lines, _text(found))
    article = [i for i, s in enumerate(share) if s >= ALIGNED]
    title = _string(found, "title")
    if unaligned > LOST or _is_whole_page(lines, article):
        labels = label_plain(text, None, cleaning)
    else:
        labels = _labels(lines, article, title, cleaning)
    return Page(
        tuple(labels),
        title=title,
        author=_string(found, "author"),
        outlet=_string(found, "sitename"),
        url=_string(found, "url"),
        published=_string(found, "date"),
        unaligned=round(unaligned, 4),
    )


def _text(found: Any) -> str:
    return (getattr(found, "text", None) or "") if found is not None else ""


def _string(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _shares(lines: tuple[Line, ...], output: str) -> tuple[list[float], float]:
    """For each line the share of its tokens that the output has in order; the share of the output that no line has."""
    visible: list[str] = []
    owner: list[int] = []
    for i, line in enumerate(lines):
        words = WORD.findall(line.text)
        visible.extend(words)
        owner.extend([i] * len(words))
    kept = WORD.findall(output)
    if not kept:
        return [0.0] * len(lines), 1.0
    matches = aligned(visible, kept)
    total, hits = [0] * len(lines), [0] * len(lines)
    for i in owner:
        total[i] += 1
    for m in matches:
        hits[owner[m]] += 1
    return [h / t if t else 0.0 for h, t in zip(hits, total, strict=True)], 1 - len(matches) / len(kept)


def _is_whole_page(lines: tuple[Line, ...], article: list[int]) -> bool:
    words = sum(lines[i].words for i in article)
    prose = sum(lines[i].words for i in article if is_prose(lines[i]))
    return not article or (len(article) > WHOLE_LINES * len(lines) and prose < WHOLE_PROSE * words)


def _labels(lines: tuple[Line, ...], article: list[int], title: str | None, cleaning: Cleaning) -> list[Label]:
    verdicts = [_verdict(line, cleaning) for line in lines]
    inside = _filled(lines, article, verdicts)
    promo = _adverts(lines, inside, cleaning)
    headline = _headline(lines, article, title)
    kept = [i for i in inside if verdicts[i] is None and i not in promo and i != headline]
    closing = _closing(lines, kept)
    labels = []
    for i, line in enumerate(lines):
        if i == headline:
            labels.append(Label(line.start, line.end, "headline"))
        elif (verdict := verdicts[i] or promo.get(i)) is not None:
            labels.append(Label(line.start, line.end, verdict.kind, verdict.reason))
        elif i in closing:
            labels.append(Label(line.start, line.end, "related", CLOSING))
        elif i in inside:
            labels.append(Label(line.start, line.end, "body"))
        else:
            labels.append(Label(line.start, line.end, "other", OUTSIDE))
    return labels


def _verdict(line: Line, cleaning: Cleaning) -> Verdict | None:
    return judge(line.text, cleaning) or ending(line.text, cleaning)


def _filled(lines: tuple[Line, ...], article: list[int], verdicts: list[Verdict | None]) -> set[int]:
    """The article's lines, and long sentence lines close below them that the extraction lost."""
    inside = set(article)
    for i in range(article[0] + 1, len(lines)):
        near = any(k in inside for k in range(i - FILL_REACH, i))
        if near and verdicts[i] is None and lines[i].words >= FILL_WORDS and is_prose(lines[i]):
            inside.add(i)
    return inside


def _adverts(lines: tuple[Line, ...], inside: set[int], cleaning: Cleaning) -> dict[int, Verdict]:
    """Adverts among the article's lines; none where the whole page speaks like one, as a page of offers does."""
    found = {i for i in inside if promotes(lines[i].text, cleaning)}
    words = sum(lines[i].words for i in inside)
    if sum(lines[i].words for i in found) > promo_words(words):
        return {}
    return {i: Verdict("promo", cleaning.reasons["promo"]) for i in found}


def _headline(lines: tuple[Line, ...], article: list[int], title: str | None) -> int | None:
    """The last line near the article's begin that says the page's title."""
    wanted = set(tokens(title or ""))
    first = article[0]
    near = range(min(first + HEAD_BELOW, len(lines) - 1), max(first - HEAD_ABOVE, 0) - 1, -1)
    return next((i for i in near if wanted and _says(set(tokens(lines[i].text)), wanted)), None)


def _says(words: set[str], title: set[str]) -> bool:
    shared = len(words & title)
    return bool(words) and shared >= TITLE_SHARE * len(words) and 2 * shared >= len(title)


def _closing(lines: tuple[Line, ...], kept: list[int]) -> set[int]:
    last = next((n for n, i in enumerate(reversed(kept)) if is_prose(lines[i])), 0)
    return set(kept[len(kept) - last :]) if TAIL <= last < TAIL_SHARE * len(kept) else set()
