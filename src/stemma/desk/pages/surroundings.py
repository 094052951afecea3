"""A claim's sentence with its mention marked, and what stands before and after it in the text."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.data.lexicon import load_lexicon
from stemma.desk.pages.graphic import warning
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.read.sentences import Sentence, sentences

LONGEST = 700
"""Characters of a sentence that are shown on either side of what is quoted: some texts have no full stops."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentence in five pieces: what stands before the quoted words, these up to the mention, the mention, the rest
    of them, what stands behind. `before` and `after` are its neighbours, each empty where there is none. `graphic` says
    what it tells of that is hard to read."""

    before: str
    lead: str
    quoted: str
    mention: str
    quoted_on: str
    trail: str
    after: str
    graphic: str

    @property
    def whole(self) -> str:
        """The sentence as one text."""
        return f"{self.lead}{self.quoted}{self.mention}{self.quoted_on}{self.trail}"


def surroundings(document: Document, claim: Claim) -> Surroundings:
    """Sentences of kept blocks alone: a cut advertisement is nobody's neighbour."""
    text, found = document.text, sentences(document, load_lexicon().abbreviations)
    start, end = claim.mention.start, claim.mention.end
    first = min(claim.quote.start, start)
    last = max(claim.quote.end, end)
    within = [s for s in found if s.start < last and s.end > first]
    opens = min((s.start for s in within), default=first)
    closes = max((s.end for s in within), default=last)
    opens, closes = min(max(opens, first - LONGEST), first), max(min(closes, last + LONGEST), last)
    near = (
        _neighbour([s for s in found if s.end <= opens][-1:], text),
        _neighbour([s for s in found if s.start >= closes][:1], text),
    )
    pieces = (
        text[opens:first], text[first:start], text[start:end], text[end:last], text[last:closes],
    )  # fmt: skip
    return Surroundings(near[0], *pieces, near[1], warning(" ".join((near[0], text[opens:closes], near[1]))))


def _neighbour(found: list[Sentence], text: str) -> str:
    return text[found[0].start : found[0].end][:LONGEST] if found else ""
