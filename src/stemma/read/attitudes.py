"""Attitudes: whose view, wish or judgement a stretch is, where no claim rests on it ("X opposes …", "calling it …").

Verbs of saying whose subject the voice grammar cannot name ("seven people say …") come here too: the subject is then
the noun phrase before the verb, as written.
"""

from __future__ import annotations

from stemma.model.voice import Voice
from stemma.read.frames import QUOTES, Frame, Scene
from stemma.read.marks import Mark
from stemma.read.voices import Phrase

SUBJECT_TOKENS = 14
"""Longest subject without a comma; longer ones are a clause that was not seen."""
BETWEEN_COMMAS = 24
"""Longest apposition or relative clause between a subject and its verb."""
HEADING_TOKENS = 6
"""Longest name before a colon; a longer stretch of capitals is a headline of its own."""
BRACKETED = 9
"""Longest bracket between a name and its verb ("(R-Ohio)")."""
STOPS = frozenset(";:()[]–—-/|") | frozenset(QUOTES)
RELATIVE = frozenset({"who", "which", "that"})
SKIPPED = ("grammar.auxiliary", "grammar.adverb", "hedges.negations", "cues.between")
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
    phrase = _phrase(scene, 0, colon)
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
    return subject(scene, at)


def subject(scene: Scene, at: int) -> Phrase | None:
    """The noun phrase that ends before a verb group, with its apposition or relative clause, as written."""
    low = scene.marked.tokens.low
    if not at:
        return None
    if low[at - 1] == "that":
        return None
    if low[at - 1] in RELATIVE:
        return _phrase(scene, at - 1, at)
    if low[at - 1] == ",":
        return _before_aside(scene, at - 1)
    if low[at - 1] == ")":
        opening = next((i for i in range(at - 1, max(0, at - BRACKETED), -1) if low[i] == "("), 0)
        begin = _begin(scene, opening) if opening else None
    else:
        begin = _begin(scene, at)
    return None if begin is None else _phrase(scene, begin, at)


def verb_group(scene: Scene, at: int) -> int:
    """Where the auxiliaries, adverbs and negations before a verb begin."""
    marked = scene.marked
    while at and (any(marked.covering(s, at - 1) for s in SKIPPED) or _adverb(marked.tokens.text[at - 1])):
        at -= 1
    return at


def _adverb(word: str) -> bool:
    """An adverb or a negated auxiliary by its ending."""
    return (word.endswith("ly") and word.islower() and len(word) > 4) or word.endswith(("n't", "n’t"))


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
    whole = subject(scene, group) if group else None
    return whole if whole is not None and whole.begin <= phrase.begin < whole.end else phrase


def _before_aside(scene: Scene, comma: int) -> Phrase | None:
    """A subject parted from its verb by an apposition or a relative clause: with it, as written."""
    low = scene.marked.tokens.low
    for i in range(comma - 1, max(0, comma - BETWEEN_COMMAS), -1):
        if low[i] != ",":
            continue
        if (
            scene.is_at("cues.asides", i + 1)
            or scene.is_at("speakers.roles", i + 1)
            or scene.marked.tokens.text[i + 1].isdigit()
        ):
            begin = _begin(scene, i)
            return None if begin is None else _phrase(scene, begin, comma + 1)
    return None


def _begin(scene: Scene, end: int) -> int | None:
    """Where the noun phrase that ends before `end` begins; none where no noun stands there."""
    marked = scene.marked
    low, text = marked.tokens.low, marked.tokens.text
    if scene.is_at("grammar.pronoun", end - 1):
        return end - 1
    if not text[end - 1][0].isalnum() or any(
        scene.is_at(s, end - 1) for s in ("grammar.determiner", "grammar.preposition", "grammar.of")
    ):
        return None
    if scene.is_at("cues.clauses", end - 1) or low[end - 1] == "'s":
        return None
    i = end
    while i and i > end - SUBJECT_TOKENS and not _parts(scene, i - 1, end):
        i -= 1
    while i < end and (
        low[i] in (",", "on") or marked.covering("time.weekdays", i) or _led_by_preposition(scene, i, end)
    ):
        i = _past_preposition(scene, i, end)
    return i if i < end else None


def _led_by_preposition(scene: Scene, i: int, end: int) -> bool:
    return scene.is_at("grammar.preposition", i) and end - i > 1


def _past_preposition(scene: Scene, i: int, end: int) -> int:
    """After an opening adjunct the subject is the last chunk: from its determiner or first capital on."""
    if not _led_by_preposition(scene, i, end):
        return i + 1
    text = scene.marked.tokens.text
    at = end - 1
    while at > i + 1 and not scene.is_at("grammar.determiner", at) and text[at - 1][0].isupper():
        at -= 1
    return at


def _parts(scene: Scene, i: int, end: int) -> bool:
    """Whether a token cannot be inside the noun phrase that ends before `end`."""
    low = scene.marked.tokens.low[i]
    if low in STOPS or low == "," or low in RELATIVE or _double_quote(scene, i):
        return True
    if scene.is_at("cues.clauses", i):
        return not (low == "and" and _capital(scene, i - 1) and _capital(scene, i + 1))
    marked = scene.marked
    slots = ("grammar.auxiliary", "cues.verbs", "attacks.verbs", "grammar.pronoun")
    if low in ("his", "her", "their", "its"):
        return False
    capital = marked.tokens.text[i][0].isupper() and i
    return any(marked.covering(s, i) is not None for s in slots) and not (capital and i + 1 < end)


def _double_quote(scene: Scene, i: int) -> bool:
    """Whether an apostrophe is half of a quotation mark typed as two."""
    text = scene.marked.tokens.text
    return text[i] == "'" and "'" in (text[i - 1] if i else "", text[i + 1] if i + 1 < len(text) else "")


def _capital(scene: Scene, i: int) -> bool:
    text = scene.marked.tokens.text
    return 0 <= i < len(text) and text[i][0].isupper()


def _phrase(scene: Scene, begin: int, end: int) -> Phrase:
    marked = scene.marked
    pronoun = marked.tokens.low[begin] if end - begin == 1 and scene.is_at("grammar.pronoun", begin) else None
    inside = next((p for p in scene.speakers if begin <= p.begin and p.end <= end), None)
    voice = inside.voice if inside is not None else Voice(None, marked.words(begin, end))
    first = next((i for i, e in enumerate(scene.entities) if e.last > begin), 0)
    last = next((i for i, e in enumerate(scene.entities) if e.last >= end), 0) + 1
    return Phrase(first, last, begin, end, voice, pronoun=pronoun)
