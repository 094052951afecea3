"""What one reference to an event shows for comparing it with others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stemma.data.parties import Parties
from stemma.data.rules import Rules
from stemma.link.nearness import Spot, spot
from stemma.link.neighbours import neighbours
from stemma.link.telling import LEAD, ages, clock, days_told, full_names, names, spelled, words
from stemma.link.timing import Timing, timing
from stemma.link.vocabulary import RARE, Vector, Vocabulary, vocabulary
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.place import Place
from stemma.model.value import Party, Toll

FIGURED = frozenset({"killed", "injured", "casualties"})
PLACES = 4
"""Places compared of one reference: its own, then those first named as its scene."""

SCENE = frozenset({"date", "place"})
CORE = frozenset({"toll", "perpetrator"})
"""Kinds of claims that only set the scene, and those that make an event of it."""

SENTENCE_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything that features compare. `figures` are (state, number); `places` the reference's own first.

    `telling` are its uncommon words with their weights, `persons` its rare full names but those of who speaks, `ages`
    those of persons, `clock` minutes of the day, `told` the days that it names. `nearest` are the ids of the references
    whose words are most like its own, nearest first.
    """

    reference: EventReference
    document: Document
    timing: Timing
    places: tuple[Spot, ...]
    figures: frozenset[tuple[str, int]]
    parties: frozenset[str]
    words: Vector
    lead: Vector
    names: Vector
    telling: Mapping[str, float]
    persons: frozenset[str]
    ages: frozenset[int]
    clock: frozenset[int]
    told: frozenset[int]
    nearest: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.reference.id


def sketches(
    documents: Iterable[Document], claims: Iterable[Claim], events: Iterable[EventReference], rules: Rules
) -> tuple[Sketch, ...]:
    """Sketch every reference that can be one event, sorted by id.

    A war's whole is none, and neither is a date or a page of which nothing more is told.
    """
    pages = {document.id: document for document in documents}
    by_reference: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_reference[claim.event.ref].append(claim)
    single = sorted((e for e in events if e.document_id in pages and _tells(e, by_reference[e.id])), key=lambda e: e.id)
    recalled: dict[str, list[Claim]] = defaultdict(list)
    for e in single:
        if e.background:
            recalled[e.document_id].extend(by_reference[e.id])
    texts = {e.id: _text(e, pages[e.document_id], by_reference[e.id], recalled[e.document_id]) for e in single}
    counts = {e.id: _counts(texts[e.id], by_reference[e.id]) for e in single}
    main = {e.document_id: counts[e.id] for e in single if not e.background}
    reports = [main[page] for page in sorted(main)]
    known = _Known(
        vocabulary(
            (one.words for one in reports), rules.linking.common | _nations(rules.parties), rules.linking.background
        ),
        vocabulary((one.persons for one in reports), frozenset(), {}),
    )
    made = [_sketch(e, pages[e.document_id], by_reference[e.id], counts[e.id], known, rules.parties) for e in single]
    near = neighbours([sketch.words for sketch in made])
    return tuple(
        replace(one, nearest=tuple(made[i].id for i in others)) for one, others in zip(made, near, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often what stands in a text about one event."""

    words: Counter[str]
    lead: Counter[str]
    names: Counter[str]
    persons: Counter[str]
    text: str


def _counts(text: str, claims: Sequence[Claim]) -> _Counts:
    row = spelled(text)
    speakers = {name for claim in claims for voice in claim.voices for name in full_names(voice.label)}
    persons = Counter({name: n for name, n in full_names(text).items() if name not in speakers})
    return _Counts(Counter(row), Counter(row[:LEAD]), names(text), persons, text)


def _tells(reference: EventReference, claims: Sequence[Claim]) -> bool:
    """Whether a reference is one event of which something is told.

    A page that names no kind of attack has to tell of victims or of who did it, or every page about a match or a share
    price would found an incident; a recalled event, of more than its day and place.
    """
    kinds = {claim.kind for claim in claims} - SCENE
    if reference.whole:
        return False
    if reference.background:
        return bool(kinds)
    return reference.type != "other" or bool(kinds & CORE)


@dataclass(frozen=True, slots=True)
class _Known:
    """How common what is over all reports."""

    words: Vocabulary
    persons: Vocabulary


def _sketch(
    reference: EventReference,
    document: Document,
    claims: Sequence[Claim],
    counts: _Counts,
    known: _Known,
    parties: Parties,
) -> Sketch:
    told = [claim for claim in claims if claim.stance == "asserts"]
    stated = [claim.value for claim in sorted(told, key=lambda c: (c.mention, c.id)) if isinstance(claim.value, Place)]
    places = dict.fromkeys(p for p in (reference.place, *stated) if p is not None and p.lat is not None)
    tolls = [claim.value for claim in told if isinstance(claim.value, Toll) and claim.value.state in FIGURED]
    named = [claim.value.party for claim in claims if isinstance(claim.value, Party)]
    when = timing(reference, document)
    return Sketch(
        reference=reference,
        document=document,
        timing=when,
        places=tuple(spot(place) for place in places)[:PLACES],
        figures=frozenset((toll.state, figure) for toll in tolls for figure in toll.count.figures),
        parties=frozenset(parties.bloc(name) or name for name in (*reference.parties, *named)),
        words=known.words.vector(counts.words),
        lead=known.words.vector(counts.lead),
        names=known.words.vector(_without(counts.names, places)),
        telling=known.words.telling(_without(counts.words, places)),
        persons=frozenset(n for n in _without(counts.persons, places) if known.persons.weight(n) >= RARE),
        ages=ages(counts.text),
        clock=clock(counts.text),
        told=days_told(counts.text, None if when.published is None else date.fromordinal(when.published)),
    )


def _nations(parties: Parties) -> frozenset[str]:
    """Words of states and their adjectives: every report of one war names them."""
    spelled = [entry.name for entry in parties.entries.values() if entry.kind == "state"]
    spelled += [adjective for adjectives in parties.adjectives.values() for adjective in adjectives]
    return frozenset(word for name in spelled for word in words(name))


def _without(counts: Counter[str], places: Iterable[Place]) -> Counter[str]:
    """Words and names but those of the places, which are compared as places."""
    placed = {word for place in places for word in words(place.name)}
    return Counter({name: number for name, number in counts.items() if not placed.intersection(name.split())})


def _text(reference: EventReference, document: Document, claims: Sequence[Claim], others: Sequence[Claim]) -> str:
    """The sentences about an event: those of its claims for a recalled one, all kept but those for the page's own."""
    if reference.background:
        spans = _merged(_sentence(document.text, claim) for claim in claims)
        return "\n".join(document.text[start:end] for start, end in spans)
    kept = []
    recalled = _merged(_sentence(document.text, claim) for claim in others)
    for block in document.blocks:
        at = block.start
        for start, end in [span for span in recalled if block.kept and span[0] < block.end and span[1] > block.start]:
            kept.append(document.text[at : max(start, at)])
            at = max(at, min(end, block.end))
        if block.kept:
            kept.append(document.text[at : block.end])
    return "\n".join(kept)


def _sentence(text: str, claim: Claim) -> tuple[int, int]:
    """From the last end of a sentence before a claim's quote to the next one after it."""
    before = max(text.rfind(mark, 0, claim.quote.start) for mark in SENTENCE_ENDS)
    after = [at for mark in SENTENCE_ENDS if (at := text.find(mark, claim.quote.end)) >= 0]
    return (before + 1 if before >= 0 else 0), (min(after) + 1 if after else len(text))


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
