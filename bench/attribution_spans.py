"""The spans of PolNeAR (source, cue, content) from the reader's frames: its conventions, none of its words.

There a source is a whole noun phrase with its appositions, a cue a verb group with its auxiliaries and adverbs, and a
content the clause with its "that" and its quotation marks but without its closing stop; a quotation that goes on in
the next sentences of the line is a part of the same attribution.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.read.attitudes import PASSIVE, SELF, attitudes, whole_subject
from stemma.read.frames import Frame, Scene
from stemma.read.speech import frames as said
from stemma.read.subjects import BRACKETED, verb_group
from stemma.read.view import View

Span = tuple[int, int]

QUOTATION = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|''(?:[^'\n]|'(?!'))*(?:''|$)", re.MULTILINE)
PHRASAL = "cues.according"
OPENS = ("“", '"', "''")
ENDS_SPEECH = re.compile(r"[.?!…]['’]?(?:”|\"|'')$")
HEARER_REACH = 12
"""Tokens after a verb of saying in which the content's "that", colon or quotation mark is looked for."""
TRAILING = re.compile(r"[\s.,;:—–-]+$")
LEADING = re.compile(r"^[\s,:;—–-]+")
NO_CONTENT = frozenset(
    {"who", "when", "which", "as", "while", "after", "before", "during", "referring", "in", "at", "on"}
)
HEARERS = frozenset({"reporters", "supporters", "me", "us", "him", "them", "her", "you", "voters", "people"})
CUT = frozenset({"who", "which", "as", "while", "but", "when", "where", "after", "whom", "whose", "because"})
ENDS = frozenset({",", "but", "and", ";", "—", "–"})
FINITE = ("ed", "said", "told", "ing")
TIMES = ("time.weekdays", "time.months")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Offsets into the text: who, the words that say so, and what, in fragments. `spoken` where the words are a verb
    of saying, not one of thinking or acting."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    spoken: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its quotations, left to right."""

    text: str
    quotations: tuple[Span, ...]
    begins: tuple[int, ...]

    def around(self, offset: int) -> Span | None:
        """The quotation that an offset lies in."""
        at = bisect_right(self.begins, offset) - 1
        return self.quotations[at] if at >= 0 and offset < self.quotations[at][1] else None

    def line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end


def attributions(text: str, seen: Sequence[View]) -> list[Attribution]:
    """Every attribution of a document, in the order of its cues."""
    quotations = tuple(m.span() for m in QUOTATION.finditer(text))
    page = Page(text, quotations, tuple(s for s, _ in quotations))
    found = []
    for view in seen:
        scene = Scene(view.marked, view.entities, view.phrases)
        made = said(view.marked, view.entities, view.phrases)
        by_cue: dict[Span, list[Frame]] = {}
        for frame in [*made, *attitudes(scene, made)]:
            by_cue.setdefault(frame.cue, []).append(frame)
        for cue, frames in sorted(by_cue.items()):
            if _is_quoted(page, view.marked.begin(cue[0]), frames[0]):
                continue
            attribution = _attribution(page, scene, frames)
            if attribution is not None:
                found.append(attribution)
    return _flat(found)


def _flat(found: list[Attribution]) -> list[Attribution]:
    """Without what is said inside another's content: the data marks the outer attribution alone.

    Of two that lie in one another ("… a rival who backs the plan, said the mayor") the statement is the outer one.
    """
    spans = sorted((span, i) for i, a in enumerate(found) for span in a.content)
    inside: dict[int, set[int]] = {}
    for i, made in enumerate(found):
        around = {j for (start, end), j in spans if j != i and start <= made.cue[0] and made.cue[1] <= end}
        inside[i] = around
    strength = [(a.spoken, sum(end - start for start, end in a.content), -i) for i, a in enumerate(found)]
    mutual = {(i, j) for i, around in inside.items() for j in around if i in inside[j]}
    beaten = {i for i, j in mutual if strength[i] < strength[j]}
    return [a for i, a in enumerate(found) if not {j for j in inside[i] if j not in beaten}]


def _is_quoted(page: Page, offset: int, frame: Frame) -> bool:
    """Whether a pronoun's view stands inside a quotation, where the outer voice is what counts."""
    return page.around(offset) is not None and (
        frame.pronoun in SELF or (frame.act == "holds" and frame.pronoun is not None)
    )


def _attribution(page: Page, scene: Scene, frames: list[Frame]) -> Attribution | None:
    marked = scene.marked
    first, last = frames[0].cue
    start = verb_group(scene, first) if frames[0].act != "according" else first
    source = _source(scene, frames)
    if source is not None and source[0] < first < source[1]:
        start = max(start, source[1])
    while last - first > 1 and marked.tokens.low[last - 1] in ("reporters", "to") and not scene.is_at(PHRASAL, first):
        last -= 1
    cue = (marked.begin(min(start, first)), marked.finish(last))
    contents = _contents(page, scene, frames, source)
    if not contents:
        return None
    passive = bool(set(marked.tokens.low[start:first]) & PASSIVE) and marked.tokens.low[first].endswith("ed")
    whole = None if source is None or passive else (marked.begin(source[0]), marked.finish(source[1]))
    return Attribution(whole, cue, contents, frames[0].act != "holds")


def _source(scene: Scene, frames: list[Frame]) -> Span | None:
    """Tokens of the source: the whole noun phrase before the verb, or after it with its apposition."""
    spoken = [p for f in frames if (p := whole_subject(scene, f)) is not None]
    if not spoken or scene.is_at("cues.seeming", frames[0].cue[0]):
        return None
    begin, end = min(p.begin for p in spoken), max(p.end for p in spoken)
    frame = frames[0]
    return (begin, end) if frame.act == "holds" or frame.pronoun or end <= frame.cue[0] else (begin, _grown(scene, end))


def _grown(scene: Scene, end: int) -> int:
    """To the right over the rest of a noun phrase and an apposition that closes the sentence."""
    text, low = scene.marked.tokens.text, scene.marked.tokens.low
    size = scene.size
    while end + 1 < size and (
        (text[end][0].isalnum() and not _leaves(scene, end)) or (text[end] == "." and len(text[end - 1]) <= 3)
    ):
        end += 1
    if end < size and text[end] == "(":
        end = next((i + 1 for i in range(end, min(size, end + BRACKETED)) if text[i] == ")"), end)
    aside = scene.is_at("cues.asides", end + 1) or scene.is_at("speakers.roles", end + 1) if end + 1 < size else False
    if not aside or text[end] != ",":
        return end
    close = end + 1
    while close + 1 < size and text[close] not in (";", "“", '"'):
        if text[close] == "," and low[close + 1].endswith("ing"):
            return close
        close += 1
    return close if close + 1 >= size else end


def _leaves(scene: Scene, token: int) -> bool:
    """Whether a token no longer belongs to the noun phrase before it."""
    slots = ("grammar.auxiliary", "cues.verbs", "grammar.relative", "grammar.conjunction", "grammar.breaks", *TIMES)
    return any(scene.is_at(s, token) for s in (*slots, "grammar.preposition", "grammar.pronoun", "grammar.adverb"))


def _contents(page: Page, scene: Scene, frames: list[Frame], source: Span | None) -> tuple[Span, ...]:
    """What is said, in fragments: before the credit, after it, and in the quotations that go on behind it."""
    marked = scene.marked
    cue = frames[0].cue
    low = marked.tokens.low
    found: list[Span] = []
    before = next((f for f in frames if f.last <= cue[0]), None)
    edge = min(cue[0], source[0]) if source is not None else cue[0]
    if before is not None and _closed(low, min(before.last, edge)):
        found += _trimmed(page, marked.begin(before.first), marked.finish(min(before.last, edge)), back=True)
    after = next((f for f in frames if f.first >= cue[1]), None)
    if after is not None and (not found or _resumes(page, scene, after.first, found)):
        first = _content_first(scene, after)
        last = _clause_end(page, scene, first, _inside(page, scene, after))
        if first < last:
            found += _trimmed(page, marked.begin(first), marked.finish(last), back=False)
    if not found:
        return ()
    return tuple(sorted({*found, *_following(page, marked.sentence.end, found)}))


def _inside(page: Page, scene: Scene, frame: Frame) -> int:
    """Where a view ends at the latest: one that stands inside a quotation ends with it."""
    around = page.around(scene.marked.begin(frame.cue[0]))
    if frame.act != "holds" or around is None:
        return frame.last
    return max(frame.first, bisect_right(scene.marked.tokens.start, around[1] - 1, hi=frame.last))


def _closed(low: Sequence[str], edge: int) -> bool:
    return edge > 0 and low[edge - 1] in (",", "”", '"', "'", "’", "?", "!", "…", "–", "—", "-")


def _resumes(page: Page, scene: Scene, first: int, found: list[Span]) -> bool:
    """Whether a statement goes on behind the credit that interrupts it."""
    low = scene.marked.tokens.low
    if low[first] != "," and low[first - 1] != ",":
        return False
    at = first + (low[first] == ",")
    if at >= scene.size or low[at] in NO_CONTENT or low[at].endswith("ing"):
        return False
    quoted = page.around(found[-1][1] - 1) is not None
    return not quoted or page.text.startswith(OPENS, scene.marked.begin(at))


def _content_first(scene: Scene, frame: Frame) -> int:
    """Past the hearer, the day and the manner of saying, where a "that", a colon or a quotation mark follows."""
    marked = scene.marked
    low, first = marked.tokens.low, frame.first
    if frame.act != "holds":
        for i in range(first, min(frame.last, first + HEARER_REACH)):
            if low[i] == "that" or (low[i] in ("“", '"') and (i == first or low[i - 1] in (",", ":"))):
                return i
            if low[i] == ":":
                return i + 1
            if scene.is_at("cues.verbs", i):
                break
    at = first
    while at + 1 < frame.last and (any(marked.covering(s, at) for s in TIMES) or (low[at] in HEARERS and at == first)):
        at += 1
    return at


def _clause_end(page: Page, scene: Scene, first: int, last: int) -> int:
    """Where a clause ends: before a participle of saying after a comma, a verb that shares its subject, a dash."""
    marked = scene.marked
    low = marked.tokens.low
    for i in range(first + 1, last - 1):
        if low[i] not in ENDS or page.around(marked.begin(i)) is not None:
            continue
        if low[i] in (";", "—", "–") or (low[i] == "," and low[i + 1] in CUT):
            return i
        verb = any(scene.is_at(s, i + 1) for s in ("cues.verbs", "cues.attitudes"))
        if low[i] == "," and verb and low[i + 1].endswith("ing"):
            return i
        shared = low[i] in ("and", "but")
        at = i - 1 if shared and low[i - 1] == "," else i
        if shared and (scene.is_at("grammar.auxiliary", i + 1) or (verb and low[i + 1].endswith(FINITE))):
            return at
    return last


def _trimmed(page: Page, start: int, end: int, *, back: bool) -> list[Span]:
    """A stretch without its outer punctuation, drawn over the whole of the quotation at its end (`back`) or start."""
    part = page.text[start:end]
    lead, trail = LEADING.match(part), TRAILING.search(part)
    start, end = start + (lead.end() if lead else 0), end - (len(trail.group()) if trail else 0)
    if start >= end:
        return []
    quotation = page.around(end - 1) if back else page.around(start)
    if quotation is not None and back:
        opening = page.around(start)
        own = opening is None or opening == quotation or quotation[0] <= start
        start = quotation[0] if own and (opening == quotation or quotation[0] <= start) else start
        end = max(end, min(quotation[1], page.line_end(end)))
    elif quotation is not None and quotation[0] == start:
        end = max(end, quotation[1])
    closing = page.around(end)
    if closing is not None and closing[0] >= start and closing[1] - end <= 3:
        end = closing[1]
    return [(start, end)]


def _following(page: Page, end: int, found: list[Span]) -> list[Span]:
    """Quotations that follow in the same line and end as speech does, so that no credit of their own comes."""
    end = max(end, found[-1][1])
    if not any(page.around(s) is not None for s, _ in found):
        return []
    added = []
    limit = page.line_end(end)
    while end < limit:
        at = next((i for i in range(end, limit) if not page.text[i].isspace()), limit)
        quotation = page.around(at)
        if quotation is None or quotation[0] != at or not ENDS_SPEECH.search(page.text[at : quotation[1]]):
            break
        added.append(quotation)
        end = quotation[1]
    return added
