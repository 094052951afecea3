"""Subjects: the whole noun phrase before a verb, as written, whatever its noun.

The voice grammar knows names, bodies and roles; "the airline", "several friends" or "a new poll" speak, too.
"""

from __future__ import annotations

from dataclasses import replace

from stemma.model.voice import Voice
from stemma.read.frames import QUOTES, Scene
from stemma.read.voices import ARTICLES, Phrase

SUBJECT_TOKENS = 14
"""Longest subject without a comma; longer ones are a clause that was not seen."""
BETWEEN_COMMAS = 24
"""Longest apposition or relative clause between a subject and its verb."""
BRACKETED = 9
"""Longest bracket between a name and its verb ("(R-Ohio)")."""
STOPS = frozenset(";:()[]–—-/|") | frozenset(QUOTES)
RELATIVE = frozenset({"who", "which", "that"})
EVENTS = ("attacks.nouns", "casualties.toll", "casualties.noun", "means.weapons", "means.aircraft", "cues.mute")
LEAVING = (
    "grammar.auxiliary", "grammar.relative", "grammar.conjunction", "grammar.breaks", "grammar.preposition",
    "grammar.pronoun", "grammar.adverb", "cues.verbs", "cues.clauses", "time.weekdays", "time.months", "time.relative",
)  # fmt: skip
SKIPPED = ("grammar.auxiliary", "grammar.adverb", "hedges.negations", "cues.between")


def subject_before(scene: Scene, at: int) -> Phrase | None:
    """The noun phrase that ends before a verb group, with its apposition or relative clause, as written."""
    low = scene.marked.tokens.low
    if not at:
        return None
    if low[at - 1] == "that":
        return None
    if low[at - 1] in RELATIVE:
        return as_phrase(scene, at - 1, at)
    if low[at - 1] == ",":
        return before_aside(scene, at - 1)
    if low[at - 1] == ")":
        opening = next((i for i in range(at - 1, max(0, at - BRACKETED), -1) if low[i] == "("), 0)
        begin = _begin(scene, opening) if opening else None
    else:
        begin = _begin(scene, at)
    return None if begin is None else as_phrase(scene, begin, at)


def verb_group(scene: Scene, at: int) -> int:
    """Where the auxiliaries, adverbs and negations before a verb begin."""
    marked = scene.marked
    while at and (any(marked.covering(s, at - 1) for s in SKIPPED) or _adverb(marked.tokens.text[at - 1])):
        at -= 1
    return at


def _adverb(word: str) -> bool:
    """An adverb or a negated auxiliary by its ending."""
    return (word.endswith("ly") and word.islower() and len(word) > 4) or word.endswith(("n't", "n’t"))


def before_aside(scene: Scene, comma: int) -> Phrase | None:
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
            return None if begin is None else as_phrase(scene, begin, comma + 1)
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
    own = [at for at in range(i + 2, end) if scene.is_at("grammar.determiner", at)]
    if own:
        return own[-1]
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


def as_phrase(scene: Scene, begin: int, end: int) -> Phrase:
    marked = scene.marked
    pronoun = marked.tokens.low[begin] if end - begin == 1 and scene.is_at("grammar.pronoun", begin) else None
    inside = next((p for p in scene.speakers if begin <= p.begin and p.end <= end), None)
    voice = inside.voice if inside is not None else Voice(None, marked.words(begin, end))
    first = next((i for i, e in enumerate(scene.entities) if e.last > begin), 0)
    last = next((i for i, e in enumerate(scene.entities) if e.last >= end), 0) + 1
    return Phrase(first, last, begin, end, voice, pronoun=pronoun)


def head_speaker(scene: Scene, found: Phrase) -> Phrase | None:
    """The voice that a noun phrase begins with: none behind a preposition ("the mayor of the town" is no town)."""
    known = next((p for p in scene.speakers if found.begin <= p.begin and p.end <= found.end), None)
    if known is None:
        return None
    slots = ("grammar.preposition", "grammar.of")
    led = any(scene.is_at(slot, i) for i in range(found.begin, known.begin) for slot in slots)
    return None if led else known


def begins_clause(scene: Scene, token: int) -> bool:
    """Whether a clause may begin here: at the start, behind a mark, a day, a quotation or a connecting word."""
    before = token - 1
    if token == 0 or not scene.marked.tokens.text[before][0].isalnum():
        return True
    slots = ("grammar.joins", "grammar.breaks", "time.weekdays", "time.relative")
    return any(scene.marked.covering(slot, before) is not None for slot in slots)


def is_event(scene: Scene, found: Phrase) -> bool:
    """Whether a noun phrase names what happened, which says nothing ("the strike kills", "the toll puts")."""
    return any(scene.marked.covering(slot, i) is not None for i in range(found.begin, found.end) for slot in EVENTS)


def phrase_after(scene: Scene, at: int) -> Phrase | None:
    """The noun phrase that begins at a token, as a voice; none where no noun stands there or it names an event."""
    end = at
    while end < scene.size and end - at < SUBJECT_TOKENS and not _leaves(scene, end, at):
        end += 1
    while end > at and scene.is_at("grammar.determiner", end - 1):
        end -= 1
    if end == at or scene.is_at("grammar.pronoun", at):
        return None
    found = as_phrase(scene, at, end)
    return None if is_event(scene, found) else as_voice(scene, found)


def _leaves(scene: Scene, token: int, begin: int) -> bool:
    """Whether a token no longer belongs to the noun phrase that began before it."""
    word = scene.marked.tokens.text[token]
    if not (word[0].isalnum() or scene.marked.tokens.low[token] == "'s"):
        return True
    if scene.is_at("cues.tight", token) and scene.is_at("grammar.determiner", token - 1):
        return False
    return any(scene.is_at(slot, token) for slot in LEAVING) and (token > begin or not word[0].isupper())


def as_voice(scene: Scene, found: Phrase) -> Phrase:
    """A noun phrase that no list knows as a voice: what the text calls definite is a body, the rest has no name."""
    low = scene.marked.tokens.low
    head = next((i for i in range(found.begin, found.end) if low[i] == ","), found.end)
    begin = found.begin + (low[found.begin] in ARTICLES and head - found.begin > 1)
    words = scene.marked.words(begin, head)
    if all(word[0].isupper() for word in words.split()):
        return replace(found, voice=Voice(words))
    definite = low[found.begin] == "the"
    voice = Voice(None, None, words) if definite else Voice(None, words, None, anonymous=True)
    return replace(found, voice=voice, definite=definite)
