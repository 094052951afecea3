"""Speech: which voice speaks over which stretch of a sentence.

A cue (a verb of saying, "according to") hands a stretch to the phrase that is its subject or object. Frames nest: the
outer one is the speaker nearest the page, the innermost the authority.
"""

from __future__ import annotations

from dataclasses import replace

from stemma.read.attribution import attributed, is_deed
from stemma.read.entities import Entity
from stemma.read.frames import QUOTES, Frame, Scene
from stemma.read.headings import before_colon, headline_end
from stemma.read.marks import Marked
from stemma.read.saying import said
from stemma.read.voices import Phrase

CUES = frozenset("cyxvB")
"""Entities that a cue may lie in: a verb of saying inside a party's name ("Islamic State") is none."""


def frames(marked: Marked, found: tuple[Entity, ...], speakers: tuple[Phrase, ...]) -> tuple[Frame, ...]:
    """All frames of a sentence, in the order of their cues."""
    scene = Scene(marked, found, speakers)
    codes = {i: e.code for e in found for i in range(e.first, e.last)}
    result: list[Frame] = []
    for mark in sorted((*marked.slot("cues.according"), *marked.slot("cues.verbs")), key=lambda m: m.first):
        if codes.get(mark.first) in CUES and not is_deed(scene, mark):
            result.extend(attributed(scene, mark) if mark.entry.section == "according" else said(scene, mark, result))
    result.extend(before_colon(scene, result))
    result.extend(headline_end(scene, result))
    return _fit(scene, result)


def _fit(scene: Scene, found: list[Frame]) -> tuple[Frame, ...]:
    """Cut a frame's stretch where the next clause has a subject and cue of its own."""
    fitted = []
    for frame in found:
        others = [o for o in found if o is not frame and o.cue != frame.cue and not o.inner]
        first = max((_begins_after(scene, frame, o) for o in others), default=frame.first)
        last = min((_ends_before(scene, frame, o) for o in others), default=frame.last)
        if first < last:
            fitted.append(replace(frame, first=first, last=last))
    return tuple(fitted)


def _ends_before(scene: Scene, frame: Frame, other: Frame) -> int:
    """Where an opening credit's stretch ends for the next credit's clause."""
    begin = min(other.phrase.begin if other.phrase else other.cue[0], other.cue[0])
    own = frame.cue[0] < begin < frame.last and frame.first <= begin
    return begin if own and _starts_clause(scene, begin) else frame.last


def _begins_after(scene: Scene, frame: Frame, other: Frame) -> int:
    """Where a closing credit's stretch begins after the clause of the credit before it."""
    end = max(other.cue[1], other.phrase.end if other.phrase else 0)
    closing = frame.last <= frame.cue[0] and not frame.inner
    if not (closing and other.cue[0] < frame.cue[0] and frame.first < end <= frame.cue[0]):
        return frame.first
    parted = (i for i in range(frame.last - 1, end, -1) if scene.is_at("grammar.parts", i))
    return next(parted, frame.first)


def _starts_clause(scene: Scene, token: int) -> bool:
    """Whether a new clause begins at a token: after a comma, a semicolon, a dash, a colon, or a connecting word."""
    text = scene.marked.tokens.text
    i = token - 1
    while i >= 0 and text[i] in QUOTES:
        i -= 1
    return i < 0 or text[i] in (";", "–", "—", ",", ":") or scene.is_at("grammar.connects", i)
