"""Speech: which voice speaks over which stretch of a sentence.

A cue (a verb of saying, "according to") hands a stretch to the phrase that is its subject or object. Frames nest: the outer
one is the speaker nearest the page, the innermost the authority.
"""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.voice import Voice
from stemma.read.entities import Entity
from stemma.read.marks import Mark, Marked
from stemma.read.voices import Phrase

SUBJECT_REACH = 14
"""Entities between a subject and its verb ("The Observatory, which relies on … , said"): longest seen in the development texts, rounded up."""
CONTENT_WORDS = 3
"""Fewer words than this after a verb of saying are an adjunct ("said Sunday"): the content then stands before the subject."""
INNER_ONLY = frozenset(
    {
        "citing",
        "quoting",
        "on the word of",
        "information from",
        "information received from",
        "based on information from",
        "by way of",
    }
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens `first` to `last` are said by `voice`; `act` is the cue's section key. `cue` are the cue's tokens."""

    first: int
    last: int
    voice: Voice
    act: str
    cue: tuple[int, int]
    phrase: Phrase | None = None
    pronoun: str | None = None
    hearer: str | None = None
    inner: bool = False


def frames(marked: Marked, found: tuple[Entity, ...], speakers: tuple[Phrase, ...]) -> tuple[Frame, ...]:
    """All frames of a sentence, in the order of their cues."""
    result: list[Frame] = []
    for mark in sorted((*marked.slot("cues.according"), *marked.slot("cues.verbs")), key=lambda m: m.first):
        frame = (
            _according(marked, mark, speakers)
            if mark.entry.section == "according"
            else _spoken(marked, found, mark, speakers)
        )
        if frame is not None:
            result.append(frame)
    return _fit(marked, result)


def _according(marked: Marked, mark: Mark, speakers: tuple[Phrase, ...]) -> Frame | None:
    speaker = next((p for p in speakers if mark.last <= p.begin <= mark.last + 2), None)
    if speaker is None:
        return None
    inner = mark.entry.phrase in INNER_ONLY
    size = len(marked.tokens)
    if mark.first <= 1 and not inner:
        return Frame(speaker.end, size, speaker.voice, "asserts", (mark.first, mark.last), speaker, speaker.pronoun)
    return Frame(
        _clause_start(marked, mark.first),
        mark.first,
        speaker.voice,
        "asserts",
        (mark.first, mark.last),
        speaker,
        speaker.pronoun,
        inner=inner,
    )


def _spoken(marked: Marked, found: tuple[Entity, ...], mark: Mark, speakers: tuple[Phrase, ...]) -> Frame | None:
    if mark.first and marked.tokens.low[mark.first - 1] in ("a", "an", "the", "to", "'s"):
        return None
    after = next((p for p in speakers if p.begin == mark.last), None)
    subject = _subject(marked, found, mark, speakers)
    size = len(marked.tokens)
    cue = (mark.first, mark.last)
    if after is not None and after.pronoun is None and _inverted(marked, mark, subject):
        start = _clause_start(marked, mark.first)
        return Frame(start, mark.first, after.voice, mark.entry.key, cue, after) if start < mark.first else None
    if subject is None:
        return None
    hearer, content = _hearer(marked, mark, speakers)
    if _has_content(marked, content, size):
        return Frame(content, size, subject.voice, mark.entry.key, cue, subject, subject.pronoun, hearer)
    start = _clause_start(marked, subject.begin)
    return (
        Frame(start, subject.begin, subject.voice, mark.entry.key, cue, subject, subject.pronoun, hearer)
        if start < subject.begin
        else None
    )


def _hearer(marked: Marked, mark: Mark, speakers: tuple[Phrase, ...]) -> tuple[str | None, int]:
    """ "told CNN that …": who was told, and where the content begins."""
    if marked.tokens.low[mark.first] not in ("told", "tells", "telling", "informed", "informs"):
        return None, mark.last
    told = next((p for p in speakers if mark.last <= p.begin <= mark.last + 1), None)
    if told is None:
        return None, mark.last
    return (told.voice.name if told.outlet else None), told.end


def _subject(marked: Marked, found: tuple[Entity, ...], mark: Mark, speakers: tuple[Phrase, ...]) -> Phrase | None:
    """The nearest phrase to the left that is no object of a preposition and not cut off by another clause."""
    at = next((i for i, e in enumerate(found) if e.first <= mark.first < e.last), 0)
    for phrase in reversed([p for p in speakers if p.last <= at]):
        if at - phrase.last > SUBJECT_REACH or ";" in marked.tokens.text[phrase.end : mark.first]:
            return None
        between = "".join(e.code for e in found[phrase.last : at])
        before = found[phrase.first - 1].code if phrase.first else ""
        if before in ("f", "y") or (before == "v" and phrase.first and not _starts_clause(marked, phrase)):
            continue
        if _passable(between):
            return phrase
        return None
    return None


def _starts_clause(marked: Marked, phrase: Phrase) -> bool:
    return marked.tokens.text[phrase.begin][0].isupper()


def _passable(between: str) -> bool:
    """Between subject and verb: adverbs, auxiliaries, a time, an apposition or relative clause in commas; no second verb of saying."""
    if not between or set(between) <= set("vBWfd0x,") and len(between) <= 6:
        return True
    return between[0] in ",wqf.x" and "c" not in between.replace("wc", "") and "y" not in between


def _inverted(marked: Marked, mark: Mark, subject: Phrase | None) -> bool:
    """ "…," said X: nothing that could be the subject stands right before the verb."""
    before = marked.tokens.text[mark.first - 1] if mark.first else ""
    return before in (",", '"', "”", "'", "’", "") or subject is None or subject.end < mark.first - 1


def _has_content(marked: Marked, first: int, size: int) -> bool:
    words = [i for i in range(first, size) if marked.tokens.text[i][0].isalnum()]
    if len(words) < CONTENT_WORDS:
        return False
    if marked.tokens.low[words[0]] == "that" or marked.tokens.text[first] in ('"', "“", ":"):
        return True
    verbs = (
        "grammar.auxiliary",
        "casualties.participle",
        "casualties.transitive",
        "casualties.state",
        "casualties.intransitive",
        "attacks.verbs",
        "cues.verbs",
        "casualties.noun",
        "casualties.toll",
    )
    taken = [m for slot in verbs for m in marked.slot(slot) if m.first >= first]
    return bool(taken)


def _clause_start(marked: Marked, before: int) -> int:
    """Where the content before a closing cue begins: after the last semicolon, else at the sentence's start."""
    text = marked.tokens.text
    return next((i + 1 for i in range(before - 1, -1, -1) if text[i] == ";"), 0)


def _fit(marked: Marked, found: list[Frame]) -> tuple[Frame, ...]:
    """Cut a frame's stretch where the next clause has a subject and cue of its own."""
    fitted: list[Frame] = []
    for i, frame in enumerate(found):
        last = frame.last
        first = frame.first
        for other in found[i + 1 :]:
            begin = min(other.phrase.begin if other.phrase else other.cue[0], other.cue[0])
            if frame.first <= begin < last and _breaks(marked, begin) and other.first >= begin:
                last = begin
                break
        for other in found[:i]:
            if (
                frame.last <= frame.cue[0]
                and other.first > other.cue[0]
                and other.cue[0] >= frame.first
                and not frame.inner
            ):
                joint = _break_between(marked, other.cue[1], frame.last)
                first = max(first, joint)
        if first < last:
            fitted.append(
                Frame(
                    first,
                    last,
                    frame.voice,
                    frame.act,
                    frame.cue,
                    frame.phrase,
                    frame.pronoun,
                    frame.hearer,
                    frame.inner,
                )
            )
    return tuple(fitted)


def _breaks(marked: Marked, token: int) -> bool:
    """A new clause begins here: after a semicolon, a comma, a dash, or a conjunction."""
    i = token - 1
    while i >= 0 and marked.tokens.text[i] in ('"', "“", "”"):
        i -= 1
    if i < 0:
        return True
    return marked.tokens.text[i] in (",", ";", ":", "-", "–", "—") or marked.tokens.low[i] in (
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "when",
        "as",
        "that",
    )


def _break_between(marked: Marked, first: int, last: int) -> int:
    low = marked.tokens.low
    return next(
        (i for i in range(last - 1, first, -1) if low[i] in ("while", "but", "whereas", ";")), first if False else 0
    )
