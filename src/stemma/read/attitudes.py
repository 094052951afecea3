"""Attitudes: whose view, wish or judgement a stretch is, where no claim rests on it ("X opposes …", "calling it …").

Verbs of saying whose subject the voice grammar cannot name ("seven people say …") come here too: the subject is then
the noun phrase before the verb, as written.
"""

from __future__ import annotations

from stemma.read.frames import Frame, Scene
from stemma.read.marks import Mark
from stemma.read.subjects import as_phrase, subject_before, verb_group
from stemma.read.voices import Phrase

HEADING_TOKENS = 6
"""Longest name before a colon; a longer stretch of capitals is a headline of its own."""
SELF = frozenset({"i", "you", "we"})
"""Pronouns of those who speak and are spoken to: inside a quotation, where the outer voice is what counts."""
PASSIVE = frozenset({"was", "were", "is", "are", "been", "be", "being", "am"})


def attitudes(scene: Scene, made: tuple[Frame, ...]) -> list[Frame]:
    """The frames of a sentence beyond those that claims rest on, in the order of their cues."""
    marked = scene.marked
    taken = {i for f in made for i in range(*f.cue)}
    found: list[Frame] = []
    marks = sorted((*marked.slot("cues.attitudes"), *marked.slot("cues.verbs")), key=lambda m: (m.first, -m.last))
    for mark in marks:
        if scene.is_at("cues.tight", mark.first) and mark.entry.section == "verbs" and not _pronominal(scene, mark):
            continue
        if taken & set(range(mark.first, mark.last)):
            continue
        phrase = _subject(scene, mark, [*made, *found])
        if phrase is None or mark.last >= scene.size or phrase.pronoun in SELF or _titled(scene, mark):
            continue
        taken |= set(range(mark.first, mark.last))
        voice = phrase.voice
        found.append(
            Frame(mark.last, scene.size, voice, "holds", (mark.first, mark.last), phrase, pronoun=phrase.pronoun)
        )
    heading = None if made else _heading(scene)
    return [heading, *found] if heading is not None else found


def _heading(scene: Scene) -> Frame | None:
    """A name before a sentence's first colon speaks after it ("Smith: The bridge is safe")."""
    text = scene.marked.tokens.text
    colon = next((i for i in range(min(len(text), HEADING_TOKENS)) if text[i] == ":"), 0)
    if not colon or colon + 1 >= len(text) or not all(word[0].isupper() for word in text[:colon]):
        return None
    phrase = as_phrase(scene, 0, colon)
    return Frame(colon + 1, scene.size, phrase.voice, "holds", (colon, colon + 1), phrase)


def _pronominal(scene: Scene, mark: Mark) -> bool:
    """Whether a pronoun shows that a word which is also a noun is a verb here."""
    at = verb_group(scene, mark.first)
    return bool(at) and (scene.is_at("grammar.pronoun", at - 1) or scene.marked.tokens.low[at - 1] == "who")


def _titled(scene: Scene, mark: Mark) -> bool:
    """A capital outside a headline makes a name of the word ("the United States")."""
    capital = scene.marked.tokens.text[mark.first][0].isupper()
    return capital and bool(mark.first) and scene.marked.sentence.block.kind != "headline"


def _subject(scene: Scene, mark: Mark, known: list[Frame]) -> Phrase | None:
    """Who holds the attitude; none where the word is a noun, an infinitive or a passive."""
    marked = scene.marked
    low = marked.tokens.low
    at = mark.first
    at = verb_group(scene, at)
    helped = set(low[at : mark.first])
    participle = low[mark.first].endswith("ing")
    if helped & PASSIVE and not participle and "'s" not in helped:
        return None
    if participle and not helped & PASSIVE:
        return _absent(scene, mark, known)
    if at and low[at - 1] in ("and", "but", "then"):
        before = [whole_subject(scene, f) for f in known if f.cue[0] < at and f.last > at and f.phrase is not None]
        return before[-1] if before else None
    return subject_before(scene, at)


def _absent(scene: Scene, mark: Mark, known: list[Frame]) -> Phrase | None:
    """The subject of a participle after a comma ("…, adding that") or a joining word: that of the verb before it."""
    if not mark.first or scene.marked.tokens.low[mark.first - 1] not in (",", "and", "while", "after", "before", "by"):
        return None
    before = [whole_subject(scene, f) for f in known if f.cue[0] < mark.first and f.phrase is not None]
    if before:
        return before[-1]
    return next((p for p in scene.speakers if p.end <= mark.first), None)


def whole_subject(scene: Scene, frame: Frame) -> Phrase | None:
    """The phrase of a frame's voice, grown to the whole noun phrase where it stands before its verb."""
    phrase = frame.phrase
    if phrase is None or frame.act == "holds" or phrase.pronoun or phrase.end > frame.cue[0]:
        return phrase
    group = verb_group(scene, frame.cue[0])
    whole = subject_before(scene, group) if group else None
    return whole if whole is not None and whole.begin <= phrase.begin < whole.end else phrase
