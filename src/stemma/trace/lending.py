"""What one sentence tells of a figure's source, lent to the others that give the same figure.

A headline or a lead often gives a toll without a voice that the page then credits with it, "Syria" says what its army
command says further down, a copy loses the credit that its source has, and a page names the outlet where the outlet's
own page, held too, names the voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stemma.model.origin import Origin
from stemma.trace.chains import followed
from stemma.trace.traced import Figure, Traced, figure_of, is_body, lineage, on, one_event
from stemma.trace.voices import Voices

SENTENCE = 80
"""Characters by which the same figure may stand elsewhere in the other page's sentence: words were changed before
it."""


def lend(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """The same claims, each with the innermost origin that any page tells of its figure."""
    return followed(_to_held_pages(_within_pages(_along_copies(found, voices), voices), voices), voices)


def _voiceless(one: Traced) -> bool:
    """Whether nobody says it but the page's own outlet, or one whose text it carries."""
    claim = one[0]
    return all(voice.name is not None and voice.name in claim.relays for voice in claim.voices)


def _along_copies(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """A figure without a voice in a sentence that another page has with one: copies lose their credits."""
    voiced: dict[tuple[str, Figure], list[Traced]] = defaultdict(list)
    for one in found:
        figure = figure_of(one[0])
        if figure is not None and not _voiceless(one):
            voiced[one[0].document_id, figure].append(one)
    return [_copied(one, voiced, voices) for one in found]


def _copied(one: Traced, voiced: Mapping[tuple[str, Figure], Sequence[Traced]], voices: Voices) -> Traced:
    claim, _, path = one
    figure = figure_of(claim)
    if figure is None or not _voiceless(one):
        return one
    places = voices.carriers.places(claim.document_id, claim.mention)
    there = [
        other
        for label, at in places.items()
        for other in voiced.get((label, figure), ())
        if label != claim.document_id and abs(other[0].mention.start - at) <= SENTENCE
    ]
    if not there:
        return one
    _, origin, _ = min(there, key=lambda other: _before(other, voices))
    return claim, origin, on(path, origin.label)


def _within_pages(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """A figure without a voice, or of a state as such, belongs to the voice that the same page credits with it."""
    voiced: dict[tuple[str, str, Figure], list[Traced]] = defaultdict(list)
    for one in found:
        figure = figure_of(one[0])
        if figure is not None and not _voiceless(one):
            voiced[one[0].document_id, one[0].event.ref, figure].append(one)
    lent = []
    for one in found:
        figure = figure_of(one[0])
        speaking = voiced.get((one[0].document_id, one[0].event.ref, figure), ()) if figure is not None else ()
        lent.append(_lent(one, speaking, voices))
    return lent


def _lent(one: Traced, speaking: Sequence[Traced], voices: Voices) -> Traced:
    claim, origin, _ = one
    bodies = [other for other in speaking if _is_within(other[1], origin, voices)]
    chosen = bodies or (speaking if _voiceless(one) else ())
    if not chosen:
        return one
    _, lent, path = min(chosen, key=lambda other: _before(other, voices))
    return claim, lent, path


def _before(one: Traced, voices: Voices) -> tuple[bool, int, str]:
    """Which of several voices a page is taken to mean: a body before a state, then the first one named."""
    return not is_body(one[1], voices), one[0].mention.start, one[1].key


def _to_held_pages(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """A figure that a page credits to an outlet has the voice that the outlet's own page gives it, where that is
    held."""
    told: dict[tuple[str, Figure], list[Traced]] = defaultdict(list)
    for one in found:
        figure, outlet = figure_of(one[0]), voices.carriers.outlet(one[0].document_id)
        if figure is not None and outlet is not None and not _voiceless(one):
            told[outlet, figure].append(one)
    return [_joined(one, told, voices) for one in found]


def _joined(one: Traced, told: Mapping[tuple[str, Figure], Sequence[Traced]], voices: Voices) -> Traced:
    claim, origin, path = one
    figure = figure_of(claim)
    if figure is None or origin.kind != "outlet" or not _voiceless(one):
        return one
    there = [o for o in told.get((origin.label, figure), ()) if one_event(o[0].event.date, claim.event.date)]
    if not there or voices.carriers.outlet(claim.document_id) == origin.label:
        return one
    _, source, way = min(there, key=lambda other: (_before(other, voices), other[0].id))
    return claim, source, tuple(dict.fromkeys((*path, *way)))


def _is_within(inner: Origin, outer: Origin, voices: Voices) -> bool:
    """Whether an origin is a body of the state that the other is."""
    return not is_body(outer, voices) and is_body(inner, voices) and outer.party in lineage(inner, voices)
