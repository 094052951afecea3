"""Voices across sentences: pronouns, short forms and statements that go on without a new cue."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from stemma.model.voice import Voice
from stemma.read.frames import Frame
from stemma.read.marks import Marked
from stemma.read.voices import Phrase

PERSONS = ("he", "she", "him", "her")
BODIES = ("it", "they")
GENERIC = frozenset(
    {
        "watchdog",
        "statement",
        "communique",
        "announcement",
        "monitor",
        "group",
        "agency",
        "organisation",
        "organization",
        "charity",
        "ministry",
        "monitors",
        "network",
        "movement",
        "coalition",
        "command",
        "alliance",
    }
)


@dataclass(slots=True)
class Memory:
    """Who has spoken so far in a document: the last person, the last body, the last anonymous source, and names
    in full."""

    person: Voice | None = None
    body: Voice | None = None
    last: Voice | None = None
    named: Voice | None = None
    spoke_of_dead: bool = False
    quoting: bool = False
    full: dict[str, Voice] = field(default_factory=dict)
    sources: dict[str, Voice] = field(default_factory=dict)

    def hear(self, voice: Voice, *, listed: bool = False) -> None:
        """Remember a voice that has just been named; `listed` where the data files know it, whatever it is called."""
        self.last = voice
        if voice.name:
            self.person = voice
            known = self.full.get(surname(voice.name))
            if known is None or (known.party is None and voice.party is not None):
                self.full[surname(voice.name)] = voice
        elif voice.anonymous and voice.role:
            self.person = self.person if voice.role.endswith("s") else voice
            self.body = voice if voice.role.endswith("s") else self.body
            self.sources[voice.role.split()[-1].lower()] = voice
            for word in voice.role.lower().split():
                self.sources.setdefault(word, voice)
        else:
            self.body = voice
            if listed or not _generic(voice):
                self.named = voice


def surname(name: str) -> str:
    """The last word of a person's name, without an article joined to it."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return last.split("-", 1)[1] if last.startswith(("al-", "el-")) else last


def resolve(frame: Frame, memory: Memory) -> Frame | None:
    """The frame with its voice in full: a pronoun's antecedent, a surname's whole name, "the source" as first
    described.

    None where a pronoun has nobody to stand for.
    """
    voice = frame.voice
    if frame.pronoun is not None:
        if frame.pronoun in PERSONS:
            found = memory.person or memory.last
        elif frame.pronoun in BODIES:
            found = memory.body or memory.last if frame.pronoun == "it" else memory.last
        else:
            found = None
        return None if found is None else replace(frame, voice=found)
    if voice.name is not None:
        known = memory.full.get(surname(voice.name))
        if (
            known is not None
            and known.name is not None
            and (" " not in voice.name or surname(known.name) == surname(voice.name))
            and voice.party is None
        ):
            voice = replace(known, role=voice.role or known.role)
    elif voice.anonymous and voice.role is not None and frame.phrase is not None and frame.phrase.definite:
        voice = memory.sources.get(voice.role.split()[-1].lower(), voice) if len(voice.role.split()) <= 2 else voice
    elif (
        frame.phrase is not None
        and _generic(voice)
        and frame.phrase.definite
        and not frame.phrase.known
        and memory.named is not None
    ):
        voice = memory.named
    memory.hear(voice, listed=frame.phrase is not None and frame.phrase.known)
    return replace(frame, voice=voice)


def _generic(voice: Voice) -> bool:
    """A body called only by what it is ("the watchdog", "the Britain-based monitoring group")."""
    return (
        voice.name is None
        and not voice.anonymous
        and voice.party is not None
        and voice.role is None
        and voice.party.lower().split()[-1] in GENERIC
    )


def goes_on(marked: Marked, speakers: tuple[Phrase, ...], *, quoted: bool) -> bool:
    """Whether a sentence without a cue continues what the voice before it said: inside its quotation (`quoted` where
    one is open when the sentence begins), or further back in time ("At first 20 bodies had been pulled out")."""
    text, low = marked.tokens.text, marked.tokens.low
    quotes = sum(t in '"“”' for t in text)
    whole = quotes == 2 and text[0] in '"“' and text[-1] in '"”'
    inside = whole or (
        quotes % 2 == 1 and (text[0] in '"“' or text[-1] in '"”' or (len(text) > 1 and text[-2] in '"”'))
    )
    someone = any(p.voice.name or p.voice.anonymous for p in speakers)
    recalled = not someone and "had" in low and any(slot.startswith("casualties.") for slot in marked.by_slot)
    return quoted or inside or recalled


def still_quoting(marked: Marked, *, quoted: bool) -> bool:
    """Whether a quotation is open when the sentence ends, given whether one was when it began."""
    for word in marked.tokens.text:
        quoted = word == "“" or (quoted != (word == '"') and word != "”")
    return quoted


def closes_quotation(marked: Marked) -> bool:
    """Whether a quotation that began in an earlier sentence ends here, before the credit that says whose it is."""
    quotes = [i for i, t in enumerate(marked.tokens.text) if t in '"“”']
    return len(quotes) % 2 == 1


def opens_quotation(marked: Marked) -> bool:
    """Whether the sentence begins a quotation that it does not end."""
    text = marked.tokens.text
    return text[0] in '"“' and sum(t in '"“”' for t in text) % 2 == 1
