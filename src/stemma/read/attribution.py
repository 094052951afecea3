"""Attributions without a verb of saying: "according to X", "citing X", "X as saying", "his figures come from X"."""

from __future__ import annotations

from dataclasses import replace

from stemma.model.voice import Voice
from stemma.read.frames import DEEDS, Frame, Scene
from stemma.read.marks import Mark
from stemma.read.saying import closes, subject_of
from stemma.read.subjects import phrase_after
from stemma.read.voices import Phrase

OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def attributed(scene: Scene, mark: Mark) -> list[Frame]:
    """The frames of one attribution; none where no voice follows it."""
    speaker = scene.speaker_at(mark.last, mark.last + 2)
    if scene.is_at("cues.accounts", mark.first):
        speaker = _account(scene, mark, speaker)
    if speaker is None:
        return []
    passive = scene.marked.tokens.low[mark.last : mark.last + 1] == ("by",)
    inner = scene.is_at("cues.inner", mark.first)
    cue = (mark.first, mark.last)
    base = Frame(0, 0, speaker.voice, "asserts", cue, speaker, speaker.pronoun, inner=inner)
    if scene.is_at("cues.sources", mark.first):
        return _sourced(scene, base)
    if scene.is_at("cues.quoting", mark.first) and scene.is_at("cues.saying_of", speaker.end):
        return _as_saying(scene, base, mark, passive=passive)
    if passive and scene.is_at("cues.quoting", mark.first):
        return []
    if mark.first <= 1 and not inner:
        return [replace(base, first=speaker.end, last=scene.size)]
    if not inner and _interrupts(scene, mark.first, speaker.end):
        return [replace(base, first=_interrupted(scene, mark.first), last=scene.size, aside=True)]
    start = scene.clause_start(mark.first)
    if inner and not scene.holds_verb(start, mark.first) and scene.holds_verb(speaker.end, scene.size):
        return [replace(base, first=speaker.end, last=scene.size)]
    return [replace(base, first=start, last=mark.first)]


def is_deed(scene: Scene, mark: Mark) -> bool:
    """Whether what somebody is said to have "claimed" is an attack ("a blast claimed by the group"): no saying."""
    claimed = scene.marked.tokens.low[mark.first] == "claimed"
    return claimed and any(m.last == mark.first for m in scene.marked.slot("attacks.nouns"))


def _account(scene: Scene, mark: Mark, speaker: Phrase | None) -> Phrase | None:
    """The source behind "according to": whatever noun follows, of which a body may be but the first word ("hospital
    records")."""
    if speaker is not None and (speaker.voice.name or speaker.known or speaker.outlet or speaker.pronoun):
        return speaker
    whole = phrase_after(scene, mark.last)
    return whole if whole is not None and (speaker is None or whole.end > speaker.end) else speaker


def _interrupts(scene: Scene, first: int, last: int) -> bool:
    """Whether an attribution stands inside its clause: between commas, or right before the clause's verb."""
    text = scene.marked.tokens.text
    between = text[first - 1] == "," and text[last : last + 1] == (",",)
    return between or any(scene.is_at(slot, last) for slot in DEEDS)


def _interrupted(scene: Scene, before: int) -> int:
    """The clause that an aside interrupts begins after the last connecting word."""
    return next((i for i in range(before - 1, -1, -1) if scene.is_at("grammar.clause_signs", i)), 0)


def _sourced(scene: Scene, base: Frame) -> list[Frame]:
    """A speaker's figures on another's word: "His figures, 62 killed …, come from the authorities"."""
    if not any(m.first < base.cue[0] for m in scene.marked.slot("cues.nouns")):
        return []
    owner = OWNERS.get(scene.marked.tokens.low[0])
    inner = replace(base, first=0, last=base.cue[0], inner=True)
    if owner is None:
        return [inner]
    return [replace(inner, voice=Voice(None), phrase=None, pronoun=owner, inner=False), inner]


def _as_saying(scene: Scene, base: Frame, mark: Mark, *, passive: bool) -> list[Frame]:
    """What a quoted source says, through the one who quotes it: "SANA quotes a military source as saying …", "a
    military source was quoted by SANA as saying …"."""
    assert base.phrase is not None
    subject = subject_of(scene, mark)
    if subject is not None and closes(scene, subject, base.phrase.end):
        whole = replace(base, first=scene.clause_start(mark.first), last=subject.begin)
    else:
        whole = replace(base, first=base.phrase.end, last=scene.size)
    if subject is None:
        return [whole]
    other = replace(whole, voice=subject.voice, phrase=subject, pronoun=subject.pronoun, inner=False)
    return [replace(whole, inner=False), replace(other, inner=True)] if passive else [other, whole]
