"""The passes of reading, in order: each lays one layer over the sentences and says what it needs and gives.

`PASSES` documents the chain and a test checks that it closes; `views` runs it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stemma.data.rules import Rules
from stemma.model.document import Document
from stemma.read.capitals import in_mixed_case
from stemma.read.continuation import Memory, closes_quotation, goes_on, opens_quotation, resolve, still_quoting
from stemma.read.counted import counted
from stemma.read.entities import Entity, entities
from stemma.read.found import Found
from stemma.read.frames import Frame
from stemma.read.items import items
from stemma.read.marks import Marked, mark
from stemma.read.named import named_victims
from stemma.read.places import country_prior, places
from stemma.read.quantities import quantities
from stemma.read.sentences import sentences
from stemma.read.speech import frames
from stemma.read.times import Published, dates, published
from stemma.read.tolls import tolls
from stemma.read.view import View
from stemma.read.voices import Phrase, phrases

QUOTED_SENTENCES = 4
"""Sentences of one quotation before its credit; longer quotations repeat the credit in news style."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One step: the layers it reads and the layer it lays."""

    gives: str
    needs: tuple[str, ...]


PASSES = (
    Pass("sentences", ("document",)),
    Pass("marks", ("document", "sentences")),
    Pass("quantities", ("marks",)),
    Pass("entities", ("document", "marks")),
    Pass("named victims", ("marks", "entities")),
    Pass("counted", ("marks", "quantities", "named victims")),
    Pass("items", ("marks", "counted")),
    Pass("tolls", ("marks", "items")),
    Pass("phrases", ("marks", "entities")),
    Pass("frames", ("marks", "entities", "phrases")),
    Pass("dates", ("document", "marks")),
    Pass("places", ("marks", "entities")),
    Pass("voices", ("frames",)),
    Pass("events", ("document", "dates", "places", "tolls")),
    Pass("claims", ("tolls", "entities", "voices", "dates", "places", "events")),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every sentence of a document: its text, its date, the parties it names, the country it is
    about."""

    text: str
    rules: Rules
    page: Published
    known: frozenset[str]
    country: str | None


def views(document: Document, rules: Rules) -> tuple[View, ...]:
    """Every kept sentence with all its layers, voices resolved over the document.

    A text in capitals is read as if it were in mixed case; offsets stay the document's.
    """
    document = replace(document, text=in_mixed_case(document.text, rules))
    marked = [mark(document.text, s, rules.lexicon) for s in sentences(document, rules.lexicon.abbreviations)]
    known = frozenset(e.name for _, _, e in rules.parties.scan(document.text))
    named = [entities(document.text, m, rules.parties, rules.outlets, known) for m in marked]
    country = country_prior(rules.gazetteer, marked, named)
    setting = Setting(document.text, rules, published(document.published), known, country)
    memory = Memory()
    result: list[View] = []
    for m, found in zip(marked, named, strict=True):
        result.append(_view(setting, m, found, memory, result[-1] if result else None))
    return tuple(_credited(view, result[i + 1 : i + 1 + QUOTED_SENTENCES]) for i, view in enumerate(result))


def _credited(view: View, following: list[View]) -> View:
    """A quotation of several sentences whose credit closes it belongs to that voice from its first sentence on."""
    if view.frames or view.carried is not None or not opens_quotation(view.marked):
        return view
    closing = next((v for v in following if v.frames and closes_quotation(v.marked)), None)
    credited = closing is not None and closing.frames[0].first == 0
    return replace(view, carried=closing.frames[0]) if closing is not None and credited else view


def _view(setting: Setting, m: Marked, found: tuple[Entity, ...], memory: Memory, before: View | None) -> View:
    rules = setting.rules
    sequence = items(m, counted(m, quantities(m, rules.lexicon), named_victims(m, found)))
    speakers = phrases(m, found)
    said = tuple(f for f in (resolve(f, memory) for f in frames(m, found, speakers)) if f is not None)
    same = before is not None and before.marked.sentence.paragraph == m.sentence.paragraph
    quoted = memory.quoting and same
    memory.quoting = still_quoting(m, quoted=quoted)
    view = View(
        marked=m,
        items=sequence,
        tolls=tuple(f for f in tolls(m, sequence, counting=memory.spoke_of_dead) if not _speaks(f, said)),
        entities=found,
        phrases=speakers,
        frames=said,
        dates=dates(setting.text, m, setting.page),
        places=places(m, found, rules.gazetteer, setting.country),
        carried=_carried(m, speakers, said, before, quoted=quoted),
        country=setting.country,
    )
    memory.spoke_of_dead = memory.spoke_of_dead or any(f.state == "killed" for f in view.tolls)
    return view


def _speaks(toll: Found, said: tuple[Frame, ...]) -> bool:
    """Whether the counted people behind a casualty word are those who say it ("12 died, several survivors said")."""
    phrases_said = (f.phrase for f in said if f.phrase is not None and f.cue[0] - f.phrase.end in (0, 1))
    behind = toll.anchor[1] <= toll.thing.first
    return behind and any(p.begin < toll.thing.last == p.end for p in phrases_said)


def _carried(
    m: Marked, speakers: tuple[Phrase, ...], said: tuple[Frame, ...], before: View | None, *, quoted: bool
) -> Frame | None:
    """The frame of the sentence before, where this one goes on inside its quotation without a cue of its own."""
    if said or before is None or before.marked.sentence.paragraph != m.sentence.paragraph:
        return None
    last = before.frames[-1] if before.frames else before.carried
    return last if last is not None and goes_on(m, speakers, quoted=quoted) else None
