"""Why reports were linked, in words, and the reports themselves as lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator

from stemma.desk.wording import dates, labels
from stemma.ledger.selectors import ReferenceRow
from stemma.model.claim import Quote
from stemma.model.document import Document
from stemma.model.incident import Reason

LONGEST = 260
"""Characters of a report's first sentence: three lines of a column."""
SHORTEST = 40
"""Characters below which a full stop ends a dateline or an abbreviation rather than a sentence."""
SLIGHT = 0.05
"""Weights below it print as 0.0 and are left out."""
_END = re.compile(r"[.!?][\"”’')]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that was compared, what was found, and its weight with its sign."""

    name: str
    detail: str
    weight: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report of an incident: the reference that it was linked by, its page, how its text begins; where the page tells
    of the event in passing (`recalled`) the sentence that does. `chance` is how alike it is to its nearest fellow, in
    per cent."""

    reference: str
    document: str
    outlet: str
    title: str
    published: str
    sentence: str
    recalled: bool
    chance: str
    features: tuple[Feature, ...]
    lang: str


def features(reasons: Iterable[Reason]) -> tuple[Feature, ...]:
    """The weightiest first."""
    told = sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.feature))
    return tuple(
        Feature(
            labels.likeness(one.feature),
            one.detail.replace("_", " "),
            f"{one.weight:+.1f}".replace("-", "−"),
            one.weight > 0,
        )
        for one in told
        if abs(one.weight) >= SLIGHT
    )


def report_lines(
    rows: Sequence[ReferenceRow], papers: Mapping[str, Document], told: Mapping[str, Quote]
) -> tuple[ReportLine, ...]:
    """By day of publication. `told` has by reference the first words that a claim about it rests on."""
    lines = [_line(row, papers[row.document], told.get(row.id)) for row in rows]
    return tuple(
        sorted(lines, key=lambda line: (papers[line.document].published or "9999", line.outlet, line.reference))
    )


def outlets(lines: Iterable[ReportLine]) -> tuple[str, ...]:
    """Each once, the first to publish first."""
    return tuple(dict.fromkeys(line.outlet for line in lines))


def _line(row: ReferenceRow, page: Document, told: Quote | None) -> ReportLine:
    return ReportLine(
        reference=row.id,
        document=page.id,
        outlet=page.outlet or page.label,
        title=page.title or page.label,
        published=dates.short_day(page.published) if page.published else "",
        sentence=sentence_around(page, told) if row.background and told is not None else first_sentence(page),
        recalled=row.background,
        chance="" if row.score is None or _alone(row) else f"{row.score:.0%}",
        features=() if _alone(row) else features(row.reasons),
        lang=page.lang or "",
    )


def _alone(row: ReferenceRow) -> bool:
    return any(reason.feature == "alone" for reason in row.reasons)


def first_sentence(page: Document) -> str:
    """How the report itself begins, without headline, dateline and what was cut."""
    body = next((b for b in page.blocks if b.kept and b.kind in ("body", "update", "relayed")), None)
    text = " ".join(page.text[body.start : body.end].split()) if body is not None else " ".join(page.text.split())
    end = next((found.end() for found in _END.finditer(text) if found.end() >= SHORTEST), len(text))
    return str(Truncator(text[:end]).chars(LONGEST))


def sentence_around(page: Document, quote: Quote) -> str:
    """The sentence that some words of a page stand in."""
    starts = [found.end() for found in _END.finditer(page.text, 0, quote.start)]
    start = max([0, page.text.rfind("\n", 0, quote.start) + 1, *starts[-1:]])
    found = _END.search(page.text, quote.end)
    end = found.end() if found is not None else len(page.text)
    return str(Truncator(" ".join(page.text[start:end].split())).chars(LONGEST))
