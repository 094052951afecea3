"""Every place that a document names, whether or not anything is claimed of it, each put on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stemma.data.rules import Rules
from stemma.model.document import Document
from stemma.model.place import Place
from stemma.read.capitals import in_mixed_case
from stemma.read.marks import mark
from stemma.read.senses import resolve
from stemma.read.sentences import sentences
from stemma.read.toponyms import toponyms


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name at `document.text[start:end]`."""

    start: int
    end: int
    place: Place


def place_mentions(document: Document, rules: Rules) -> tuple[PlaceMention, ...]:
    """All place names of the kept blocks in the order of the text; one in capitals is read as if in mixed case."""
    document = replace(document, text=in_mixed_case(document.text, rules))
    marked = [mark(document.text, s, rules.lexicon) for s in sentences(document, rules.lexicon.abbreviations)]
    found = toponyms(marked, rules.gazetteer)
    meant = resolve(found, rules.gazetteer)
    return tuple(
        PlaceMention(marked[t.sentence].begin(t.first), marked[t.sentence].finish(t.last), meant[t.key, t.within])
        for t in found
        if (t.key, t.within) in meant
    )
