"""Verbs of saying: their subject, their hearer, and which side of them the words stand on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.model.voice import Voice
from stemma.read.frames import QUOTES, Frame, Scene
from stemma.read.marks import Mark
from stemma.read.subjects import (
    RELATIVE,
    as_voice,
    begins_clause,
    head_speaker,
    is_event,
    phrase_after,
    subject_before,
    verb_group,
)
from stemma.read.voices import Phrase

BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
SUBJECT_REACH = 16
"""Entities between a subject and its verb ("The Observatory, which relies on … , said"): longest seen, rounded up."""
TAIL = 7
"""Tokens after a closing verb of saying: "in a statement late on Monday." has seven."""
TAIL_WORDS = (
    "time.weekdays", "time.months", "time.relative", "grammar.preposition", "grammar.adverb", "grammar.determiner",
    "cues.nouns",
)  # fmt: skip
SMALL = frozenset("vBWfd0x,l")
INSERTED = re.compile(r",y[^,cy;]*,")
"""A source named between commas ("Reuters, citing an official, reported")."""
SMALL_REACH = 7
"""Adverbs, times and places that may stand between subject and verb: "the ministry on Monday in a statement said" has
six."""


def said(scene: Scene, mark: Mark, made: Sequence[Frame] = ()) -> list[Frame]:
    """The frames of one verb of saying; none where it is a noun or nobody says it. `made` are the frames of the cues
    before it: a participle ("…, adding that") shares their voice."""
    marked = scene.marked
    noun = scene.is_at("grammar.noun_signs", mark.first - 1) if mark.first else False
    if noun or _passive(scene, mark) or any(m.last == mark.first for m in marked.slot("grammar.preposition")):
        return []
    tight = scene.is_at("cues.tight", mark.first)
    shared = _shared(scene, mark, made)
    if shared is not None:
        return [shared]
    subject = subject_of(scene, mark) if tight else _sayer(scene, mark, subject_of(scene, mark))
    if subject is not None and tight and not _adjacent(scene, subject, mark):
        return []
    base = Frame(0, 0, Voice(None), mark.entry.key, (mark.first, mark.last))
    after = None if tight else scene.speaker_at(mark.last, mark.last)
    hands_on = scene.is_at("cues.hands_on", mark.first)
    if after is None and not tight and _closes_quotation(scene, mark.first):
        after = phrase_after(scene, mark.last)
    if after is not None and after.pronoun is None and not hands_on and _inverted(scene, mark, subject):
        return two_sided(scene, replace(base, voice=after.voice, phrase=after), mark.first, after.end)
    if subject is None:
        return []
    hearer, content = _hearer(scene, mark) if hands_on else (None, mark.last)
    base = replace(base, voice=subject.voice, phrase=subject, pronoun=subject.pronoun, hearer=hearer)
    accuses = mark.entry.key == "blames" and scene.speaker_at(mark.last, mark.last) is not None
    joined = scene.is_at("grammar.joins", subject.begin - 1) or marked.tokens.low[subject.begin] in RELATIVE
    objected = mark.entry.key == "denies" and joined
    if not accuses and not objected and closes(scene, subject, content):
        made = two_sided(scene, base, subject.begin, content)
    else:
        made = [replace(base, first=content, last=scene.size)]
    partner = _partner(scene, subject)
    return made if partner is None else [*made, *(_spoken_by(f, partner) for f in made)]


def _passive(scene: Scene, mark: Mark) -> bool:
    """As in "gases believed to be sarin", "is said to have": nobody is named who says it."""
    low = scene.marked.tokens.low
    before = low[mark.first - 1] if mark.first else ""
    to = low[mark.last : mark.last + 1] == ("to",) and scene.is_at("cues.passives", mark.first)
    return to or (before in BE and low[mark.first].endswith("ed") and scene.is_at("cues.passives", mark.first))


def _shared(scene: Scene, mark: Mark, made: Sequence[Frame]) -> Frame | None:
    """What a participle goes on to say, in the voice of the last verb before it."""
    low = scene.marked.tokens.low
    before = made[-1] if made else None
    if before is None or before.inner or not low[mark.first].endswith("ing"):
        return None
    if mark.first and scene.is_at("grammar.auxiliary", mark.first - 1):
        return None
    return replace(before, first=mark.last, last=scene.size, act=mark.entry.key, cue=(mark.first, mark.last))


def _sayer(scene: Scene, mark: Mark, found: Phrase | None) -> Phrase | None:
    """Who says it: the phrase that was found, or the noun phrase right before the verb where that one is nearer.

    What stands in a relative clause or an apposition between two commas is not the subject of the verb behind it.
    """
    at = verb_group(scene, mark.first)
    near = subject_before(scene, at)
    if near is None or scene.marked.tokens.low[near.begin] in RELATIVE or is_event(scene, near):
        return found
    aside = scene.marked.tokens.low[at - 1] == ","
    if not aside and not begins_clause(scene, near.begin):
        return found
    if found is not None and (found.begin <= near.begin if aside else found.end > near.begin):
        return found
    return head_speaker(scene, near) or as_voice(scene, near)


def _spoken_by(frame: Frame, partner: Phrase) -> Frame:
    return replace(frame, voice=partner.voice, phrase=partner, pronoun=partner.pronoun, joint=True)


def _adjacent(scene: Scene, subject: Phrase, mark: Mark) -> bool:
    """Whether only commas, adverbs, auxiliaries or a relative clause in "who" stand between subject and verb."""
    marked = scene.marked
    if marked.tokens.low[subject.end : subject.end + 1] == ("who",):
        return True
    slots = ("grammar.adverb", "grammar.auxiliary")
    between = range(subject.end, mark.first)
    return all(marked.tokens.text[i] == "," or any(marked.covering(slot, i) for slot in slots) for i in between)


def _partner(scene: Scene, subject: Phrase) -> Phrase | None:
    """The first voice of a joint credit ("Russia and a war monitor reported")."""
    if subject.first < 2 or scene.code_before(subject) != "&":
        return None
    first = next((p for p in scene.speakers if p.last == subject.first - 1), None)
    named = first is not None and first.pronoun is None and scene.code_before(first) not in ("f", "y", "v")
    return first if named else None


def two_sided(scene: Scene, base: Frame, before: int, after: int) -> list[Frame]:
    """A credit that closes or interrupts a clause speaks for what stands before it, and for what goes on after it."""
    start = scene.clause_start(before)
    made = []
    if scene.first_word(start, before) is not None:
        made.append(replace(base, first=start, last=before))
    low = scene.marked.tokens.low[after : after + 1]
    goes_on = low == (":",) or scene.holds_verb(after, scene.size, "numbers.share", "numbers.vague")
    if goes_on and low not in (("and",), ("but",)):
        made.append(replace(base, first=after, last=scene.size))
    return made


def closes(scene: Scene, subject: Phrase, content: int) -> bool:
    """Whether a credit comes after what it credits: a clause with a verb stands before it, and no connecting word
    between."""
    text, low = scene.marked.tokens.text, scene.marked.tokens.low
    if low[content : content + 1] in (("that",), (":",)) or text[content : content + 1] in (('"',), ("“",)):
        return False
    start = scene.clause_start(subject.begin)
    first = scene.first_word(start, subject.begin)
    if first is None:
        return False
    before = text[subject.begin - 1]
    ahead = text[subject.begin - 2] if subject.begin >= 2 else ""
    if before in QUOTES or (before == "," and ahead in QUOTES) or before == ahead == "'":
        return True
    if ends(scene, content) and low[subject.begin - 1] not in RELATIVE:
        return True
    if scene.is_at("grammar.joins", subject.begin - 1):
        return False
    if before == "," and text[content : content + 1] == (",",):
        return True
    subordinate = scene.is_at("grammar.breaks", first) or scene.is_at("grammar.opens", first)
    return scene.holds_verb(start, subject.begin) and not (subordinate and before == ",")


def ends(scene: Scene, token: int) -> bool:
    """Whether nothing but a time and a stop follows ("…, the airline said late on Monday."): what is credited there
    cannot come after."""
    marked = scene.marked
    return scene.size - token <= TAIL and all(
        not marked.tokens.text[i][0].isalnum() or any(marked.covering(slot, i) for slot in TAIL_WORDS)
        for i in range(token, scene.size)
    )


def _hearer(scene: Scene, mark: Mark) -> tuple[str | None, int]:
    """Who was told ("told CNN that …"), where that is an outlet, and where the content begins."""
    told = scene.speaker_at(mark.last, mark.last + 1)
    if told is None:
        return None, mark.last
    return (told.voice.name if told.outlet else None), told.end


def subject_of(scene: Scene, mark: Mark) -> Phrase | None:
    """The nearest phrase to the left that is no object of a preposition and not cut off by another clause."""
    at = next((i for i, e in enumerate(scene.entities) if e.first <= mark.first < e.last), 0)
    for phrase in reversed([p for p in scene.speakers if p.last <= at]):
        between = "".join(e.code for e in scene.entities[phrase.last : at])
        if at - phrase.last > SUBJECT_REACH or ";" in scene.marked.tokens.text[phrase.end : mark.first]:
            return None
        before = scene.code_before(phrase)
        of_a_verb = before == "v" and between and not scene.marked.tokens.text[phrase.begin][0].isupper()
        if before in ("f", "y") or of_a_verb:
            continue
        return phrase if _passable(between) else None
    return None


def _passable(between: str) -> bool:
    """Between subject and verb: adverbs, auxiliaries, a time, an apposition or relative clause; no other verb of
    saying."""
    if INSERTED.fullmatch(between):
        return True
    if not between or (set(between) <= SMALL and len(between) <= SMALL_REACH):
        return True
    return between[0] in ",wf(." and "c" not in between.replace("wc", "") and "y" not in between


def _closes_quotation(scene: Scene, token: int) -> bool:
    """Whether a verb of saying stands right behind a quotation, so that who said it can only follow."""
    text = scene.marked.tokens.text
    before = text[token - 1] if token else ""
    return before in QUOTES or (before == "'" and token > 1 and text[token - 2] == "'") or before == "’"


def _inverted(scene: Scene, mark: Mark, subject: Phrase | None) -> bool:
    """Whether the subject follows ("…," said X): nothing that could be it stands right before the verb."""
    before = scene.marked.tokens.text[mark.first - 1] if mark.first else ""
    return subject is None or before in (",", *QUOTES, "'", "’", "")
