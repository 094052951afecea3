"""The line model for texts without structure: menus, votes, adverts and comments in one text with the article.

Every line is judged alone (furniture, advert, end of the article, prose), then the run of lines with the greatest sum
of evidence is the article. Before it only headlines stay, known by words that the article uses too; after it nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from stemma.clean.blocks import Label, carve
from stemma.clean.core import best_run, weight
from stemma.clean.furniture import Verdict, judge, promotes, tokens
from stemma.clean.lines import Line, split_lines
from stemma.data.cleaning import Cleaning
from stemma.model.span import Span

END_LENGTH = 120
HEADLINE_WORDS = (3, 32)
HEADLINE_REACH = 14
"""Lines above the article in which its headline is looked for: share bars and view counters stand between."""
HEADLINE_SHARED = 2
"""Content words that a headline shares with its article; a third of them where it has fewer than six."""
MOST_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A line and what it is taken for when seen alone."""

    line: Line
    verdict: Verdict | None
    end: bool

    @property
    def weight(self) -> float:
        promo = self.verdict is not None and self.verdict.kind == "promo"
        return weight(self.line, furniture=self.verdict is not None, promo=promo, end=self.end)


def label_plain(text: str, headline: Span | None, cleaning: Cleaning) -> list[Label]:
    """Labels over the lines of a text without structure; `headline` is the title where a row gave one."""
    lines = [line for line in split_lines(text) if headline is None or line.end > headline.end]
    labels = _label([_judged(line, cleaning) for line in lines], cleaning)
    return carve(labels, Label(headline.start, headline.end, "headline")) if headline is not None else labels


def is_end(line: Line, cleaning: Cleaning) -> bool:
    """Whether a line closes the article."""
    return len(line.text) <= END_LENGTH and cleaning.ends.fullmatch(line.text) is not None


def _judged(line: Line, cleaning: Cleaning) -> Judged:
    end = is_end(line, cleaning)
    verdict = judge(line.text, cleaning)
    if verdict is None and promotes(line.text, cleaning):
        verdict = Verdict("promo", cleaning.reasons["promo"])
    return Judged(line, verdict, end)


def _label(judged: list[Judged], cleaning: Cleaning) -> list[Label]:
    run = best_run([j.weight for j in judged])
    first, last = run if run is not None else (0, len(judged) - 1)
    heads = _headlines(judged, first, last, cleaning)
    return [_one(j, cleaning, headline=i in heads, inside=first <= i <= last) for i, j in enumerate(judged)]


def _one(judged: Judged, cleaning: Cleaning, *, headline: bool, inside: bool) -> Label:
    start, end = judged.line.start, judged.line.end
    if headline:
        return Label(start, end, "headline")
    if judged.verdict is not None:
        return Label(start, end, judged.verdict.kind, judged.verdict.reason)
    if inside:
        return Label(start, end, "body")
    return Label(start, end, "other", cleaning.reasons["other"])


def _headlines(judged: list[Judged], first: int, last: int, cleaning: Cleaning) -> frozenset[int]:
    core = {w for j in judged[first : last + 1] for w in _content(j.line.text, cleaning)}
    above = range(first - 1, max(first - 1 - HEADLINE_REACH, -1), -1)
    found = [i for i in above if judged[i].verdict is None and _heads(judged[i].line, core, cleaning)]
    return frozenset(found[:MOST_HEADLINES])


def _heads(line: Line, core: set[str], cleaning: Cleaning) -> bool:
    if not HEADLINE_WORDS[0] <= line.words <= HEADLINE_WORDS[1]:
        return False
    words = _content(line.text, cleaning)
    return len(words & core) >= min(HEADLINE_SHARED, max(len(words) / 3, 1))


def _content(text: str, cleaning: Cleaning) -> set[str]:
    return {w for w in tokens(text) if len(w) > 2 and w not in cleaning.functions}
