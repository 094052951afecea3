"""Credits by punctuation and place alone: before a colon, and at a headline's end."""

from __future__ import annotations

from stemma.read.frames import Frame, Scene


def before_colon(scene: Scene, made: list[Frame]) -> list[Frame]:
    """The subject before a colon speaks after it: "Officials: 22 dead", "Friendly sources disagree: versions
    range …"."""
    text = scene.marked.tokens.text
    colon = next((i for i in range(1, len(text) - 1) if text[i] == ":" and not text[i + 1][0].isdigit()), None)
    if colon is None or any(f.first <= colon + 1 < f.last for f in made):
        return []
    subject = next((p for p in scene.speakers if p.begin <= 1 and p.end <= colon and p.pronoun is None), None)
    if subject is None or not (subject.known or subject.voice.role or subject.outlet):
        return []
    return [Frame(colon + 1, len(text), subject.voice, "asserts", (colon, colon + 1), subject)]


def headline_end(scene: Scene, made: list[Frame]) -> list[Frame]:
    """A headline that ends in its source ("… hits 43: Monitor"), the colon often lost."""
    if scene.marked.sentence.block.kind != "headline" or made or not scene.speakers:
        return []
    last = scene.speakers[-1]
    if last.last != len(scene.entities) or not last.first:
        return []
    before = scene.marked.tokens.text[last.begin - 1]
    closing = before.isdigit() or before in ":-–"
    return [Frame(0, last.begin, last.voice, "asserts", (last.begin, last.end), last, last.pronoun)] if closing else []
