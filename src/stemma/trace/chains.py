"""Chains over pages: whoever is quoted for a figure is told, on another page, to have had it from somebody.

All are the same figure of the same event, and the word is that of the voice furthest in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model.origin import Origin
from stemma.model.time import DateRange
from stemma.trace.traced import Figure, Traced, figure_of, is_body, lineage, on, one_event
from stemma.trace.voices import Voices

LONGEST_CHAIN = 5
"""Steps of one chain that are followed; real ones have three."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Somebody had a figure from `origin`, as a page says that dates the event at `when`."""

    origin: Origin
    when: DateRange


Sources = Mapping[tuple[str, Figure], Sequence[_Source]]
"""By the key of whoever is quoted and the figure: the sources that pages name for it, the narrowest body first."""


def followed(found: Sequence[Traced], voices: Voices) -> list[Traced]:
    """The same claims, each with the origin at the end of its figure's chain."""
    known = _sources(found, voices)
    return [_followed(one, known) for one in found]


def _sources(found: Sequence[Traced], voices: Voices) -> Sources:
    """Who had which figure from whom. Of several sources on one side ("the authorities", "the general command") the
    narrowest body is meant by all."""
    named: dict[tuple[str, Figure], dict[_Source, None]] = defaultdict(dict)
    for claim, origin, _ in found:
        figure = figure_of(claim)
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
        figure = figure_of(claim)
        if figure is not None and origin.kind == "voice" and origin.bloc:
            said[figure, origin.bloc].setdefault(origin, claim.event.date)
    for (figure, _), origins in said.items():
        people = [origin for origin in origins if voices.parties.find(origin.label) is None]
        bodies = {origin.key: origin for origin in origins if origin not in people and is_body(origin, voices)}
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
    return -len(lineage(source.origin, voices)), source.origin.key, source.when.from_ or ""


def _followed(one: Traced, known: Sources) -> Traced:
    claim, origin, path = one
    figure = figure_of(claim)
    seen = {origin.key}
    while figure is not None and len(seen) <= LONGEST_CHAIN:
        steps = (s for s in known.get((origin.key, figure), ()) if one_event(s.when, claim.event.date))
        step = next(steps, None)
        if step is None or step.origin.key in seen:
            break
        origin, path = step.origin, on(path, step.origin.label)
        seen.add(origin.key)
    return claim, origin, path
