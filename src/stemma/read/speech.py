"""Speech: which voice speaks over which stretch of a sentence.

A cue (a verb of saying, "according to") hands a stretch to the phrase that is its subject or object. Frames nest: the outer
one is the speaker nearest the page, the innermost the authority.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stemma.model.voice import Voice
from stemma.read.entities import Entity
from stemma.read.marks import Mark, Marked
from stemma.read.voices import Phrase

SUBJECT_REACH = 16
"""Entities between a subject and its verb ("The Observatory, which relies on … , said"): longest seen in the development texts, rounded up."""
INNER_ONLY = frozenset(
    {
        "citing",
        "quoting",
        "on the word of",
        "information from",
        "information received from",
        "based on information from",
        "by way of",
        "attributed to",
        "quoted",
        "quotes",
        "cited",
        "cites",
    }
)
SOURCES = frozenset({"come from", "comes from", "came from"})
OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
QUOTING = frozenset({"quoted", "quotes", "cited", "cites", "quoting", "citing"})
HANDS_ON = frozenset({"told", "tells", "telling", "informed", "informs"})
VERBS = (
    "grammar.auxiliary",
    "casualties.participle",
    "casualties.transitive",
    "casualties.state",
    "casualties.intransitive",
    "casualties.noun",
    "casualties.toll",
    "casualties.leave",
    "attacks.verbs",
    "cues.verbs",
)
QUOTES = '"“”'


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens `first` to `last` are said by `voice`; `act` is the cue's section key, `cue` its tokens.

    `inner` marks a source cited inside a statement; `aside` an attribution set between commas, which speaks for its
    clause alone; `joint` a second voice of one credit.
    """

    first: int
    last: int
    voice: Voice
    act: str
    cue: tuple[int, int]
    phrase: Phrase | None = None
    pronoun: str | None = None
    hearer: str | None = None
    inner: bool = False
    aside: bool = False
    joint: bool = False


def frames(marked: Marked, found: tuple[Entity, ...], speakers: tuple[Phrase, ...]) -> tuple[Frame, ...]:
    """All frames of a sentence, in the order of their cues."""
    result: list[Frame] = []
    codes = {i: e.code for e in found for i in range(e.first, e.last)}
    for mark in sorted((*marked.slot("cues.according"), *marked.slot("cues.verbs")), key=lambda m: m.first):
        if codes.get(mark.first) not in ("c", "y", "x", "v", "B"):
            continue
        made = (
            _according(marked, found, mark, speakers)
            if mark.entry.section == "according"
            else _spoken(marked, found, mark, speakers)
        )
        result.extend(made)
    result.extend(_before_colon(marked, speakers, result))
    result.extend(_headline_voice(marked, found, speakers, result))
    return _fit(marked, result)


def _according(marked: Marked, found: tuple[Entity, ...], mark: Mark, speakers: tuple[Phrase, ...]) -> list[Frame]:
    speaker = next((p for p in speakers if mark.last <= p.begin <= mark.last + 2), None)
    if speaker is None:
        return []
    text, size = marked.tokens.text, len(marked.tokens)
    base = Frame(
        0,
        0,
        speaker.voice,
        "asserts",
        (mark.first, mark.last),
        speaker,
        speaker.pronoun,
        inner=mark.entry.phrase in INNER_ONLY,
    )
    if mark.entry.phrase in SOURCES:
        return _sourced(marked, base, mark)
    if mark.entry.phrase in QUOTING and marked.at("cues.saying_of", speaker.end) is not None:
        return _quoted_as_saying(marked, found, base, mark, speakers)
    if mark.first <= 1 and not base.inner:
        return [replace(base, first=speaker.end, last=size)]
    start = _clause_start(marked, mark.first)
    killing = any(m.first == speaker.end for slot in VERBS[1:3] for m in marked.slot(slot))
    aside = not base.inner and (
        killing or (text[mark.first - 1] == "," and text[speaker.end : speaker.end + 1] == (",",))
    )
    if aside:
        return [
            replace(base, first=_aside_start(marked, mark.first), last=_clause_end(marked, speaker.end), aside=True)
        ]
    return [replace(base, first=start, last=mark.first)]


def _sourced(marked: Marked, base: Frame, mark: Mark) -> list[Frame]:
    """ "His figures, 62 killed …, come from the authorities": a speaker's figures on another's word."""
    if not any(m.first < mark.first for m in marked.slot("cues.nouns")):
        return []
    owner = OWNERS.get(marked.tokens.low[0])
    inner = replace(base, first=0, last=mark.first, inner=True)
    return (
        [inner]
        if owner is None
        else [replace(inner, voice=Voice(None), phrase=None, pronoun=owner, inner=False), inner]
    )


def _quoted_as_saying(
    marked: Marked, found: tuple[Entity, ...], base: Frame, mark: Mark, speakers: tuple[Phrase, ...]
) -> list[Frame]:
    """ "SANA quotes a military source as saying …": what follows is the source's, through the one who quotes it."""
    assert base.phrase is not None
    subject = _subject(marked, found, mark, speakers)
    size = len(marked.tokens)
    start = (
        _clause_start(marked, mark.first)
        if subject is not None and _closes(marked, subject, base.phrase.end)
        else base.phrase.end
    )
    end = subject.begin if subject is not None and start < base.phrase.end else size
    said = replace(base, first=start, last=end)
    outer = (
        [replace(said, voice=subject.voice, phrase=subject, pronoun=subject.pronoun, inner=False)]
        if subject is not None
        else []
    )
    return [*outer, said]


def _aside_start(marked: Marked, before: int) -> int:
    """The clause that an aside interrupts begins after the last connecting word."""
    low = marked.tokens.low
    return next((i for i in range(before - 1, -1, -1) if low[i] in ("that", "which", "who", ";", "and", "but")), 0)


def _adjacent(marked: Marked, subject: Phrase, mark: Mark) -> bool:
    """Whether only adverbs, auxiliaries or a relative clause in "who" stand between subject and verb."""
    return all(
        marked.tokens.text[i] == "," or marked.covering(_slot_of(marked, i), i) for i in range(subject.end, mark.first)
    ) or marked.tokens.low[subject.end : subject.end + 1] == ("who",)


def _slot_of(marked: Marked, token: int) -> str:
    return "grammar.adverb" if marked.covering("grammar.adverb", token) else "grammar.auxiliary"


def _spoken(marked: Marked, found: tuple[Entity, ...], mark: Mark, speakers: tuple[Phrase, ...]) -> list[Frame]:
    low = marked.tokens.low
    if mark.first and low[mark.first - 1] in (
        "a",
        "an",
        "the",
        "to",
        "'s",
        "of",
        "no",
        "took",
        "take",
        "takes",
        "taking",
        "taken",
    ):
        return []
    if any(m.last == mark.first for m in marked.slot("grammar.preposition")):
        return []
    bare_noun = marked.at("cues.tight", mark.first) is not None
    subject = _subject(marked, found, mark, speakers)
    if subject is not None and bare_noun and not _adjacent(marked, subject, mark):
        return []
    base = Frame(0, 0, Voice(None), mark.entry.key, (mark.first, mark.last))
    after = next((p for p in speakers if p.begin == mark.last), None) if not bare_noun else None
    if (
        after is not None
        and after.pronoun is None
        and low[mark.first] not in HANDS_ON
        and _inverted(marked, mark, subject)
    ):
        return _two_sided(marked, replace(base, voice=after.voice, phrase=after), mark.first, after.end)
    if subject is None:
        return []
    hearer, content = _hearer(marked, mark, speakers)
    base = replace(base, voice=subject.voice, phrase=subject, pronoun=subject.pronoun, hearer=hearer)
    made = (
        _two_sided(marked, base, subject.begin, content)
        if _closes(marked, subject, content)
        else [replace(base, first=content, last=_clause_end(marked, content))]
    )
    partner = _partner(found, subject, speakers)
    return [
        *made,
        *(
            replace(f, voice=partner.voice, phrase=partner, pronoun=partner.pronoun, joint=True)
            for f in made
            if partner is not None
        ),
    ]


def _partner(found: tuple[Entity, ...], subject: Phrase, speakers: tuple[Phrase, ...]) -> Phrase | None:
    """The first voice of "Russia and a war monitor reported"."""
    if subject.first < 2 or found[subject.first - 1].code != "&":
        return None
    first = next((p for p in speakers if p.last == subject.first - 1), None)
    return (
        first
        if first is not None
        and first.pronoun is None
        and (first.first == 0 or found[first.first - 1].code not in ("f", "y", "v"))
        else None
    )


def _two_sided(marked: Marked, base: Frame, before: int, after: int) -> list[Frame]:
    """A credit that closes or interrupts a clause speaks for what stands before it, and for what goes on after it."""
    start = _clause_start(marked, before)
    end = _clause_end(marked, after)
    made = []
    if _first_word(marked, start, before) is not None:
        made.append(replace(base, first=start, last=before))
    if any(
        after <= m.first < end for slot in (*VERBS, "numbers.share", "numbers.vague") for m in marked.slot(slot)
    ) or marked.tokens.text[after : after + 1] == (":",):
        if marked.tokens.low[after : after + 1] not in (("and",), ("but",)):
            made.append(replace(base, first=after, last=end))
    return made


def _first_word(marked: Marked, first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if marked.tokens.text[i][0].isalnum()), None)


def _closes(marked: Marked, subject: Phrase, content: int) -> bool:
    """Whether a credit comes after what it credits: a clause with a verb stands before it, and no connecting word between."""
    text, low = marked.tokens.text, marked.tokens.low
    if low[content : content + 1] == ("that",) or text[content : content + 1] in (('"',), ("“",), (":",)):
        return False
    start = _clause_start(marked, subject.begin)
    first = _first_word(marked, start, subject.begin)
    if first is None:
        return False
    before = text[subject.begin - 1]
    if before in QUOTES or (subject.begin >= 2 and before == "," and text[subject.begin - 2] in QUOTES):
        return True
    if low[subject.begin - 1] in (
        "and",
        "but",
        "while",
        "that",
        "as",
        "when",
        "although",
        "though",
        "because",
        "whereas",
        "whom",
        "which",
        ";",
        ":",
        "meanwhile",
        "however",
    ):
        return False
    verb = any(start <= m.first < subject.begin for slot in VERBS for m in marked.slot(slot))
    subordinate = any(m.first == first for m in marked.slot("grammar.breaks")) or low[first] in (
        "after",
        "before",
        "following",
        "in",
        "on",
        "speaking",
        "citing",
    )
    return verb and not (subordinate and before == ",")


def _hearer(marked: Marked, mark: Mark, speakers: tuple[Phrase, ...]) -> tuple[str | None, int]:
    """ "told CNN that …": who was told, and where the content begins."""
    if marked.tokens.low[mark.first] not in HANDS_ON:
        return None, mark.last
    told = next((p for p in speakers if mark.last <= p.begin <= mark.last + 1), None)
    if told is None:
        return None, mark.last
    return (told.voice.name if told.outlet else None), told.end


def _subject(marked: Marked, found: tuple[Entity, ...], mark: Mark, speakers: tuple[Phrase, ...]) -> Phrase | None:
    """The nearest phrase to the left that is no object of a preposition and not cut off by another clause."""
    at = next((i for i, e in enumerate(found) if e.first <= mark.first < e.last), 0)
    for phrase in reversed([p for p in speakers if p.last <= at]):
        between = "".join(e.code for e in found[phrase.last : at])
        if at - phrase.last > SUBJECT_REACH or ";" in marked.tokens.text[phrase.end : mark.first]:
            return None
        before = found[phrase.first - 1].code if phrase.first else ""
        if before in ("f", "y") or phrase.pronoun in ("who", "whom"):
            continue
        if before == "v" and between and not marked.tokens.text[phrase.begin][0].isupper():
            continue
        if _passable(between):
            return phrase
        return None
    return None


def _passable(between: str) -> bool:
    """Between subject and verb: adverbs, auxiliaries, a time, an apposition or relative clause; no other verb of saying."""
    if not between or set(between) <= set("vBWfd0x,l") and len(between) <= 7:
        return True
    return between[0] in ",wf(." and "c" not in between.replace("wc", "") and "y" not in between


def _inverted(marked: Marked, mark: Mark, subject: Phrase | None) -> bool:
    """ "…," said X: nothing that could be the subject stands right before the verb."""
    before = marked.tokens.text[mark.first - 1] if mark.first else ""
    return before in (",", '"', "”", "'", "’", "") or subject is None


def _clause_start(marked: Marked, before: int) -> int:
    """Where the content before a closing cue begins: after the last semicolon, else at the sentence's start."""
    text = marked.tokens.text
    return next((i + 1 for i in range(before - 1, -1, -1) if text[i] == ";"), 0)


def _clause_end(marked: Marked, after: int) -> int:
    """Where the content after an opening cue ends: at the sentence's end (a semicolon goes on in the same voice)."""
    _ = after
    return len(marked.tokens)


def _before_colon(marked: Marked, speakers: tuple[Phrase, ...], made: list[Frame]) -> list[Frame]:
    """ "Friendly sources disagree: versions range …", "Officials: 22 dead": the subject before a colon speaks after it."""
    text = marked.tokens.text
    colon = next((i for i in range(1, len(text) - 1) if text[i] == ":" and not text[i + 1][0].isdigit()), None)
    if colon is None or any(f.first <= colon + 1 < f.last for f in made):
        return []
    subject = next((p for p in speakers if p.begin <= 1 and p.end <= colon and p.pronoun is None), None)
    if subject is None or not (subject.known or subject.voice.role or subject.outlet):
        return []
    return [Frame(colon + 1, len(text), subject.voice, "asserts", (colon, colon + 1), subject)]


def _headline_voice(
    marked: Marked, found: tuple[Entity, ...], speakers: tuple[Phrase, ...], made: list[Frame]
) -> list[Frame]:
    """A headline that ends in its source ("… hits 43: Monitor"), the colon often lost."""
    if marked.sentence.block.kind != "headline" or made or not speakers:
        return []
    last = speakers[-1]
    closing = (
        last.last == len(found)
        and last.first > 0
        and found[last.first - 1].code in "0.,x"
        and found[last.first - 1].code not in "f"
    )
    counted = marked.tokens.text[last.begin - 1 : last.begin] and (
        marked.tokens.text[last.begin - 1].isdigit() or marked.tokens.text[last.begin - 1] in ":-–"
    )
    return (
        [Frame(0, last.begin, last.voice, "asserts", (last.begin, last.end), last, last.pronoun)]
        if closing and counted
        else []
    )


def _fit(marked: Marked, found: list[Frame]) -> tuple[Frame, ...]:
    """Cut a frame's stretch where the next clause has a subject and cue of its own."""
    fitted: list[Frame] = []
    for frame in found:
        first, last = frame.first, frame.last
        for other in found:
            if other is frame or other.cue == frame.cue or other.inner:
                continue
            begin = min(other.phrase.begin if other.phrase else other.cue[0], other.cue[0])
            if frame.cue[0] < begin < last and first <= begin and _breaks(marked, begin):
                last = min(last, begin)
            end = max(other.cue[1], other.phrase.end if other.phrase else 0)
            if (
                other.cue[0] < frame.cue[0]
                and first < end <= frame.cue[0]
                and frame.last <= frame.cue[0]
                and not frame.inner
            ):
                joint = _joint(marked, end, frame.last)
                first = max(first, joint) if joint is not None else first
        if first < last:
            fitted.append(replace(frame, first=first, last=last))
    return tuple(fitted)


def _breaks(marked: Marked, token: int) -> bool:
    """A new clause begins here: after a semicolon, a comma and a connecting word, a dash, or a connecting word alone."""
    i = token - 1
    while i >= 0 and marked.tokens.text[i] in QUOTES:
        i -= 1
    if i < 0:
        return True
    return marked.tokens.text[i] in (";", "–", "—", ",", ":") or marked.tokens.low[i] in (
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
    )


def _joint(marked: Marked, first: int, last: int) -> int | None:
    """Where, between an earlier credit and this closing one, the earlier one's content ends."""
    low = marked.tokens.low
    return next((i for i in range(last - 1, first, -1) if low[i] in ("while", "but", "whereas", ";")), None)
