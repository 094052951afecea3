"""Made-up reports and known copies of them, from a seed: what copies are measured on where no real gold is large.

The language is invented: some thousand words by Zipf's law, little ones in between, so that any two texts share no more
than texts of one language do. Names are capitals, each report has its own. The table of synonyms that spinning uses is
made here and read by nobody else.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from bench.texts import document
from stemma.model.document import Block, Document, Relay
from stemma.model.span import Span

KINDS = ("identical", "near", "partial", "reworded")
OUTLETS = 60
VOCABULARY, LITTLE = 6000, 60
PARAGRAPHS = (5, 11)
ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "st", "tr", "sh")
SYLLABLES = [onset + rest for onset in ONSETS for rest in ("a", "e", "i", "o", "u", "ai", "or", "en")]
START = datetime(2031, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as paragraphs of sentences, with who published it and when; `credit` names its source, if it does."""

    outlet: str
    published: datetime | None
    paragraphs: tuple[tuple[str, ...], ...]
    credit: str | None = None
    head: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A copy and its original, by their places in the documents."""

    original: int
    copy: int
    kind: str


class Language:
    """Words with their weights, and for each a word of like meaning."""

    def __init__(self, chance: random.Random) -> None:
        words = set[str]()
        while len(words) < VOCABULARY:
            words.add("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))))
        self.words = sorted(words)
        chance.shuffle(self.words)
        self.little = ["".join(chance.choices(SYLLABLES, k=1)) for _ in range(LITTLE)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self.synonyms = dict(zip(self.words, chance.sample(self.words, VOCABULARY), strict=True))

    def content(self, chance: random.Random) -> str:
        return chance.choices(self.words, cum_weights=self._weights)[0]


def make(
    seed: int, originals: int, copies: int, paragraphs: tuple[int, int] = PARAGRAPHS
) -> tuple[list[Document], list[Made]]:
    """`originals` reports, and of each kind `copies` copies of some of them; the same for the same seed. `paragraphs`
    are the fewest and the most of a report, of some 45 words each."""
    chance = random.Random(seed)
    language = Language(chance)
    outlets = [f"{language.content(chance).title()} {language.content(chance).title()}" for _ in range(OUTLETS)]
    footers = {outlet: _sentence(language, chance, [], 30) for outlet in outlets}
    reports = [_report(language, chance, outlets, footers, paragraphs) for _ in range(originals)]
    made: list[Made] = []
    for kind in KINDS:
        for original in chance.sample(range(originals), copies):
            reports.append(_copied(reports[original], kind, language, chance, outlets=outlets, footers=footers))
            made.append(Made(original, len(reports) - 1, kind))
    return [_document(i, report) for i, report in enumerate(reports)], made


def _report(
    language: Language,
    chance: random.Random,
    outlets: Sequence[str],
    footers: dict[str, str],
    paragraphs: tuple[int, int] = PARAGRAPHS,
) -> Report:
    names = [language.content(chance).title() + chance.choice(SYLLABLES) for _ in range(chance.randint(6, 14))]
    told = tuple(
        tuple(_sentence(language, chance, names, chance.randint(8, 28)) for _ in range(chance.randint(1, 4)))
        for _ in range(chance.randint(*paragraphs))
    )
    outlet = chance.choice(outlets)
    published = START + timedelta(hours=chance.randint(0, 8000))
    return Report(outlet, published, told, foot=footers[outlet])


def _sentence(language: Language, chance: random.Random, names: Sequence[str], size: int) -> str:
    words = []
    for _ in range(size):
        draw = chance.random()
        if draw < 0.45:
            words.append(chance.choice(language.little))
        elif draw < 0.57 and names:
            words.append(chance.choice(names))
        elif draw < 0.61:
            words.append(str(chance.randint(2, 400)))
        else:
            words.append(language.content(chance))
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def _copied(
    report: Report,
    kind: str,
    language: Language,
    chance: random.Random,
    *,
    outlets: Sequence[str],
    footers: dict[str, str],
) -> Report:
    outlet = chance.choice([name for name in outlets if name != report.outlet])
    made = {"identical": _reprinted, "near": _edited, "partial": _lifted, "reworded": _spun}[kind]
    own = _report(language, chance, outlets, footers)
    assert report.published is not None
    delay = timedelta(hours=chance.randint(1, 200))
    published = {0: None, 1: report.published - timedelta(days=900), 2: report.published.replace(hour=0) + delay}.get(
        chance.randint(0, 5), report.published + delay
    )
    credit = report.outlet if chance.random() < 0.35 else None
    return replace(
        made(report, own, language, chance), outlet=outlet, published=published, credit=credit, foot=footers[outlet]
    )


def _reprinted(report: Report, _own: Report, _language: Language, chance: random.Random) -> Report:
    """The same words under another header, perhaps with its paragraphs run together."""
    paragraphs = report.paragraphs
    if chance.random() < 0.5:
        paragraphs = (tuple(s for p in paragraphs for s in p),)
    return replace(report, paragraphs=paragraphs)


def _edited(report: Report, own: Report, language: Language, chance: random.Random) -> Report:
    """A sentence cut, one added, paragraphs moved, words and numbers changed: less than a fifth in all."""
    sentences = [list(paragraph) for paragraph in report.paragraphs]
    for paragraph in sentences:
        for i, sentence in enumerate(paragraph):
            paragraph[i] = " ".join(_slip(word, language, chance) for word in sentence.split(" "))
    sentences[chance.randrange(len(sentences))].append(own.paragraphs[0][0])
    longest = max(sentences, key=len)
    del longest[chance.randrange(len(longest))]
    if chance.random() < 0.5:
        at = chance.randrange(len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
    return replace(report, paragraphs=tuple(tuple(paragraph) for paragraph in sentences if paragraph))


def _slip(word: str, language: Language, chance: random.Random) -> str:
    draw = chance.random()
    if word.isdigit() and draw < 0.1:
        return str(chance.randint(2, 400))
    return language.synonyms.get(word, word) if draw < 0.04 else word


def _lifted(report: Report, own: Report, _language: Language, chance: random.Random) -> Report:
    """Two to four paragraphs of the report in a story of the other's own."""
    taken = chance.randint(2, 4)
    first = chance.randrange(max(1, len(report.paragraphs) - taken))
    at = chance.randrange(len(own.paragraphs))
    paragraphs = (*own.paragraphs[:at], *report.paragraphs[first : first + taken], *own.paragraphs[at:])
    return replace(report, paragraphs=paragraphs)


def _spun(report: Report, _own: Report, language: Language, chance: random.Random) -> Report:
    """Nearly every word swapped for its synonym, little words at times too, halves of sentences at times turned round;
    names and numbers stay."""
    paragraphs = tuple(tuple(_respun(s, language, chance) for s in paragraph) for paragraph in report.paragraphs)
    return replace(report, paragraphs=paragraphs)


def _respun(sentence: str, language: Language, chance: random.Random) -> str:
    words = [language.synonyms.get(w, w) if chance.random() < 0.85 else w for w in sentence.rstrip(".").split(" ")]
    words = [chance.choice(language.little) if w in language.little and chance.random() < 0.4 else w for w in words]
    if chance.random() < 0.15:
        half = len(words) // 2
        words = [*words[half:], *words[:half]]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]]) + "."


def _document(index: int, report: Report) -> Document:
    body = "\n\n".join(" ".join(paragraph) for paragraph in report.paragraphs)
    text = "\n\n".join([body, report.foot])
    made = document(f"{index:06}", text, published=report.published.isoformat() if report.published else None)
    relays = (Relay(report.credit, 0, len(body), Span(0, 1)),) if report.credit else ()
    return replace(made, outlet=report.outlet, relays=relays, blocks=(Block("body", 0, len(text)),))
