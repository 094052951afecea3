"""What one sentence tells of a figure's source, lent to the others that give the same figure.

A headline or a lead often gives a toll without a voice that the page then credits with it; "Syria" says what its army
command says further down; and a body that is quoted for a figure may be told, on another page, to have had it from
somebody. All are the same figure of the same event: the word is that of the voice further in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stemma.model.claim import Claim
from stemma.model.origin import Origin
from stemma.model.time import DateRange
from stemma.model.value import Toll
from stemma.trace.voices import Voices

Figure = tuple[str, int, int]
"""State and both ends; how a figure is qualified does not tell one source from another."""
Traced = tuple[Claim, Origin, tuple[str, ...]]
"""A claim, its origin and the way to it."""
SAME_EVENT_DAYS = 3
"""Days between the dates that two pages give one event: time zones, night raids, the day of saying for the day of the
deed. With the speaker and the figure the same, a wider window would change nothing in the development case."""
SENTENCE = 80
"""Characters by which the same figure may stand elsewhere in the other page's sentence: words were changed before
it."""
LONGEST_CHAIN = 5
"""Steps of one chain that are followed; real ones have three."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Somebody had a figure from `origin`, as a page says that dates the event at `when`."""

    origin: Origin
    when: DateRange


Sources = Mapping[tuple[str, Figure], Sequence[_Source]]
"""By the key of whoever is quoted and the figure: the sources that pages name for it, the narrowest body first."""


def lend(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """The same claims, each with the innermost origin that any page tells of its figure."""
    within = _to_held_pages(_within_pages(_along_copies(found, voices), voices), voices)
    known = _sources(within, voices)
    return [_followed(one, known) for one in within]


def _figure(claim: Claim) -> Figure | None:
    """What is lent along: an asserted toll in numbers."""
    value = claim.value
    if not isinstance(value, Toll) or claim.stance != "asserts" or not value.count.figures:
        return None
    return value.state, min(value.count.figures), max(value.count.figures)


def _voiceless(one: Traced) -> bool:
    """Whether nobody says it but the page's own outlet, or one whose text it carries."""
    claim = one[0]
    return all(voice.name is not None and voice.name in claim.relays for voice in claim.voices)


def _along_copies(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """A figure without a voice in a sentence that another page has with one: copies lose their credits."""
    voiced: dict[tuple[str, Figure], list[Traced]] = defaultdict(list)
    for one in found:
        figure = _figure(one[0])
        if figure is not None and not _voiceless(one):
            voiced[one[0].document_id, figure].append(one)
    return [_copied(one, voiced, voices) for one in found]


def _copied(one: Traced, voiced: Mapping[tuple[str, Figure], Sequence[Traced]], voices: Voices) -> Traced:
    claim, _, path = one
    figure = _figure(claim)
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
    return claim, origin, _on(path, origin.label)


def _within_pages(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """A figure without a voice, or of a state as such, belongs to the voice that the same page credits with it."""
    voiced: dict[tuple[str, str, Figure], list[Traced]] = defaultdict(list)
    for one in found:
        figure = _figure(one[0])
        if figure is not None and not _voiceless(one):
            voiced[one[0].document_id, one[0].event.ref, figure].append(one)
    lent = []
    for one in found:
        figure = _figure(one[0])
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
    return not _is_body(one[1], voices), one[0].mention.start, one[1].key


def _is_body(origin: Origin, voices: Voices) -> bool:
    """Whether an origin is more than a state as such."""
    entry = voices.parties.find(origin.party) if origin.party else None
    return entry is None or entry.kind != "state"


def _to_held_pages(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """A figure that a page credits to an outlet has the voice that the outlet's own page gives it, where that is
    held."""
    told: dict[tuple[str, Figure], list[Traced]] = defaultdict(list)
    for one in found:
        figure, outlet = _figure(one[0]), voices.carriers.outlet(one[0].document_id)
        if figure is not None and outlet is not None and not _voiceless(one):
            told[outlet, figure].append(one)
    return [_joined(one, told, voices) for one in found]


def _joined(one: Traced, told: Mapping[tuple[str, Figure], Sequence[Traced]], voices: Voices) -> Traced:
    claim, origin, path = one
    figure = _figure(claim)
    if figure is None or origin.kind != "outlet" or not _voiceless(one):
        return one
    there = [o for o in told.get((origin.label, figure), ()) if _one_event(o[0].event.date, claim.event.date)]
    if not there or voices.carriers.outlet(claim.document_id) == origin.label:
        return one
    _, source, way = min(there, key=lambda other: (_before(other, voices), other[0].id))
    return claim, source, tuple(dict.fromkeys((*path, *way)))


def _is_within(inner: Origin, outer: Origin, voices: Voices) -> bool:
    """Whether an origin is a body of the state that the other is."""
    return not _is_body(outer, voices) and _is_body(inner, voices) and outer.party in _lineage(inner, voices)


def _lineage(origin: Origin, voices: Voices) -> tuple[str, ...]:
    return voices.parties.lineage(origin.party) if origin.party else ()


def _sources(found: Sequence[Traced], voices: Voices) -> Sources:
    """Who had which figure from whom. Of several sources on one side ("the authorities", "the general command") the
    narrowest body is meant by all."""
    named: dict[tuple[str, Figure], dict[_Source, None]] = defaultdict(dict)
    for claim, origin, _ in found:
        figure = _figure(claim)
        if figure is None:
            continue
        for upto in range(1, len(claim.voices)):
            outer, _ = voices.origin(replace(claim, voices=claim.voices[:upto]))
            if outer.key != origin.key:
                named[outer.key, figure][_Source(origin, claim.event.date)] = None
    _spokesmen(found, named, voices)
    for (_, figure), held in list(named.items()):
        for broad, narrow in _same_side(held, voices):
            named[broad.origin.key, figure][narrow] = None
    return {key: sorted(held, key=lambda source: _rank(source, voices)) for key, held in named.items()}


def _spokesmen(found: Sequence[Traced], named: dict[tuple[str, Figure], dict[_Source, None]], voices: Voices) -> None:
    """A person who speaks for a state gives the figure of the one body of that state that gives it, and has it from
    where that body has it: pages name the spokesman here and the ministry there."""
    said: dict[tuple[Figure, str], dict[Origin, DateRange]] = defaultdict(dict)
    for claim, origin, _ in found:
        figure = _figure(claim)
        if figure is not None and origin.kind == "voice" and origin.bloc:
            said[figure, origin.bloc].setdefault(origin, claim.event.date)
    for (figure, _), origins in said.items():
        people = [origin for origin in origins if voices.parties.find(origin.label) is None]
        bodies = {origin.key: origin for origin in origins if origin not in people and _is_body(origin, voices)}
        if len(bodies) != 1:
            continue
        (body,) = bodies.values()
        for person in people:
            named[body.key, figure].update(named.get((person.key, figure), {}))
            named[person.key, figure][_Source(body, origins[person])] = None


def _same_side(held: Iterable[_Source], voices: Voices) -> list[tuple[_Source, _Source]]:
    """(broader, narrowest) of sources that speak for one side."""
    by_bloc: dict[str, list[_Source]] = defaultdict(list)
    for source in held:
        if source.origin.bloc:
            by_bloc[source.origin.bloc].append(source)
    pairs = []
    for sources in by_bloc.values():
        narrow = min(sources, key=lambda source: _rank(source, voices))
        pairs += [(source, narrow) for source in sources if source.origin.key != narrow.origin.key]
    return pairs


def _rank(source: _Source, voices: Voices) -> tuple[int, str, str]:
    return -len(_lineage(source.origin, voices)), source.origin.key, source.when.from_ or ""


def _followed(one: Traced, known: Sources) -> Traced:
    claim, origin, path = one
    figure = _figure(claim)
    seen = {origin.key}
    while figure is not None and len(seen) <= LONGEST_CHAIN:
        steps = (s for s in known.get((origin.key, figure), ()) if _one_event(s.when, claim.event.date))
        step = next(steps, None)
        if step is None or step.origin.key in seen:
            break
        origin, path = step.origin, _on(path, step.origin.label)
        seen.add(origin.key)
    return claim, origin, path


def _on(path: tuple[str, ...], label: str) -> tuple[str, ...]:
    return (*(name for name in path if name != label), label)


def _one_event(a: DateRange, b: DateRange) -> bool:
    """Whether two dates can be one event's; an open end reaches as far as it must."""
    return _gap(a.to, b.from_) <= SAME_EVENT_DAYS and _gap(b.to, a.from_) <= SAME_EVENT_DAYS


def _gap(end: str | None, start: str | None) -> int:
    if end is None or start is None:
        return 0
    return (date.fromisoformat(start[:10]) - date.fromisoformat(end[:10])).days
