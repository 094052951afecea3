"""The line model for texts without structure: menus, votes, adverts and comments in one text with the article.

Every line is judged alone (furniture, advert, end of the article, prose), then the run of lines with the greatest sum
of evidence is the article. Before it only headlines stay, known by words that the article uses too; after it nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from stemma.clean.blocks import Label, overlay
from stemma.clean.core import best_run, best_sums, is_sentence, weight
from stemma.clean.furniture import Verdict, ending, judge, promotes, tokens
from stemma.clean.lines import Line, split_lines
from stemma.clean.stamps import stamp_at
from stemma.data.cleaning import Cleaning
from stemma.model.span import Span

ARTICLE = 7.0
"""Evidence from which what stands before the comments is an article: two sentences of twenty words."""
TITLE_WORDS = 12
REGIONS = frozenset({"comment", "related"})
HEADLINE_WORDS = (3, 32)
HEADLINE_REACH = 14
"""Lines above the article in which its headline is looked for: share bars and view counters stand between."""
HEADLINE_SHARED = 2
"""Content words that a headline shares with its article; a third of them where it has fewer than six."""
MOST_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A line and what it is taken for when seen alone; `end` is what begins after it where it closes the article."""

    line: Line
    verdict: Verdict | None
    end: Verdict | None

    @property
    def weight(self) -> float:
        """For the article above zero, against it below."""
        promo = self.verdict is not None and self.verdict.kind == "promo"
        return weight(self.line, furniture=self.verdict is not None, promo=promo, end=self.end is not None)


def label_plain(text: str, headline: Span | None, cleaning: Cleaning) -> list[Label]:
    """Labels over the lines of a text without structure; `headline` is the title where a row gave one."""
    lines = [line for line in split_lines(text) if headline is None or line.end > headline.end]
    labels = _label(_titled([_judged(line, cleaning) for line in lines], cleaning), cleaning)
    return overlay(labels, [Label(headline.start, headline.end, "headline")]) if headline is not None else labels


def _judged(line: Line, cleaning: Cleaning) -> Judged:
    verdict = judge(line.text, cleaning)
    if verdict is None and promotes(line.text, cleaning):
        verdict = Verdict("promo", cleaning.reasons["promo"])
    return Judged(line, verdict, ending(line.text, cleaning))


def _titled(judged: list[Judged], cleaning: Cleaning) -> list[Judged]:
    """The lines with the titles of adverts told: short lines above one that are no sentence, or that speak to "you"."""
    result = list(judged)
    for i in range(len(judged) - 2, -1, -1):
        below, line = result[i + 1].verdict, judged[i].line
        if judged[i].verdict is None and below is not None and below.kind == "promo" and line.words <= TITLE_WORDS:
            spoken = any(word in cleaning.promo.you for word in tokens(line.text))
            if spoken or not line.stops:
                result[i] = Judged(line, below, None)
    return result


def _label(judged: list[Judged], cleaning: Cleaning) -> list[Label]:
    weights = [j.weight for j in judged]
    run = best_run(weights[: _discussion(judged, weights)])
    first, last = run if run is not None else (0, len(judged) - 1)
    last = _closing(judged, last)
    heads = _headlines(judged, first, last, cleaning)
    outside = _outside(judged, last, cleaning)
    labels = []
    for i, j in enumerate(judged):
        start, end = j.line.start, j.line.end
        if i in heads:
            labels.append(Label(start, end, "headline"))
        elif j.verdict is None and first <= i <= last:
            labels.append(Label(start, end, "body"))
        else:
            verdict = j.verdict or outside.get(i) or Verdict("other", cleaning.reasons["other"])
            labels.append(Label(start, end, verdict.kind, verdict.reason))
    return labels


def _discussion(judged: list[Judged], weights: list[float]) -> int:
    """Index at which the readers' comments begin: a line that opens them, an article above, their controls below."""
    opening = [i for i, j in enumerate(judged) if j.end is not None and j.end.kind == "comment"]
    controls = [i for i, j in enumerate(judged) if j.verdict is not None and j.verdict.kind == "comment"]
    article = next((i for i, total in enumerate(best_sums(weights)) if total >= ARTICLE), len(judged))
    return next((i for i in opening if i > article and controls and controls[-1] > i), len(judged))


def _closing(judged: list[Judged], last: int) -> int:
    """Index of the article's last line with the short sentences that close it ("The investigation goes on.")."""
    while last + 1 < len(judged) and judged[last + 1].verdict is None and is_sentence(judged[last + 1].line):
        last += 1
    return last


def _outside(judged: list[Judged], last: int, cleaning: Cleaning) -> dict[int, Verdict]:
    """What lines behind the article are that nothing tells when seen alone: they go with the mark above them."""
    found: dict[int, Verdict] = {}
    region: Verdict | None = None
    for i in range(last + 1, len(judged)):
        j = judged[i]
        if j.end is not None:
            region = j.end if j.end.kind in REGIONS else None
        elif j.verdict is not None:
            region = Verdict(j.verdict.kind, cleaning.reasons[j.verdict.kind]) if j.verdict.kind in REGIONS else None
        if region is not None:
            found[i] = region
        elif j.end is not None:
            found[i] = Verdict(j.end.kind, cleaning.reasons[j.end.kind])
    return found


def _headlines(judged: list[Judged], first: int, last: int, cleaning: Cleaning) -> frozenset[int]:
    core = {w for j in judged[first : last + 1] for w in _content(j.line.text, cleaning)}
    above = range(first - 1, max(first - 1 - HEADLINE_REACH, -1), -1)
    found = [i for i in above if judged[i].verdict is None and _heads(judged[i].line, core, cleaning)]
    return frozenset(found[:MOST_HEADLINES])


def _heads(line: Line, core: set[str], cleaning: Cleaning) -> bool:
    if not HEADLINE_WORDS[0] <= line.words <= HEADLINE_WORDS[1]:
        return False
    if cleaning.credit_line.fullmatch(line.text) is not None or stamp_at(line.text, 0, cleaning) is not None:
        return False
    words = _content(line.text, cleaning)
    return len(words & core) >= min(HEADLINE_SHARED, max(len(words) / 3, 1))


def _content(text: str, cleaning: Cleaning) -> set[str]:
    return {w for w in tokens(text) if len(w) > 2 and w not in cleaning.functions}
