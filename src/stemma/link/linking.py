"""References to events into incidents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.data.linking import LinkingRules
from stemma.data.rules import Rules
from stemma.link.blocking import pairs
from stemma.link.clustering import Clusters, Pair, average_linkage
from stemma.link.naming import incident
from stemma.link.scoring import Score, score
from stemma.link.sketch import Sketch, sketches
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.incident import Incident, Link, Linking, Reason, Suggestion
from stemma.model.made_by import MadeBy
from stemma.model.ruling import Ruling, Sameness, SamenessRuling, rejected

VERSION = "1"

SURE = 2.0
"""Log-odds at which a pair's say in a mean ends: one copy among fifty reports shall not hold the other forty-nine, nor
one short report that shares no word with another keep them apart. Of 1 to 4 tried on the case and on a collection of
local shootings, 1.5 to 2.5 do best on the case and all from 1.5 alike on the shootings."""


def link(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    events: Iterable[EventReference],
    rules: Rules,
    rulings: Iterable[Ruling] = (),
) -> Linking:
    """Join references to incidents. A war's whole joins nothing; a claim that a person rejected says nothing.

    Order does not matter, but for rulings: of two about one pair the later holds.
    """
    decided = tuple(rulings)
    out = rejected(decided)
    known = sketches(documents, (c for c in claims if (c.mention_id, c.id) not in out), events, rules)
    ruled = _ruled(known, decided)
    scored = _Scored(known, rules.linking)
    near = [pair for pair in pairs(known) if scored.of(*pair).value >= rules.linking.suggest]
    clusters = average_linkage(
        len(known),
        near,
        scored.odds,
        log_odds(rules.linking.link),
        must=ruled["same"],
        cannot=ruled["different"],
    )
    found = {cluster[0]: incident([known[i] for i in cluster], rules) for cluster in clusters.members}
    return Linking(
        incidents=tuple(sorted(found.values(), key=lambda i: i.id)),
        links=tuple(sorted(_links(clusters, found, scored), key=lambda one: one.event_ref_id)),
        suggestions=tuple(sorted(_suggestions(clusters, found, scored, ruled["unsure"]), key=lambda s: (s.a, s.b))),
        made_by=MadeBy("link", VERSION, rules.hash),
    )


@dataclass(frozen=True, slots=True)
class _Scored:
    """Scores of pairs, each worked out once and when it is asked for."""

    known: Sequence[Sketch]
    rules: LinkingRules
    cache: dict[Pair, Score] = field(default_factory=dict)

    def of(self, a: int, b: int) -> Score:
        pair = (a, b) if a < b else (b, a)
        if pair not in self.cache:
            self.cache[pair] = score(self.known[pair[0]], self.known[pair[1]], self.rules)
        return self.cache[pair]

    def odds(self, a: int, b: int) -> float:
        return held(self.of(a, b).value)


def held(chance: float) -> float:
    """A chance as log-odds, as far as one pair may speak."""
    return max(-SURE, min(SURE, log_odds(chance)))


def log_odds(chance: float) -> float:
    """The logarithm of a chance against its opposite; infinite for 0 and 1."""
    return math.log(chance / (1 - chance)) if 0 < chance < 1 else math.copysign(math.inf, chance - 0.5)


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _ruled(known: Sequence[Sketch], rulings: Iterable[Ruling]) -> Mapping[Sameness, set[Pair]]:
    """Pairs by what was last ruled of them; rulings about references that are not there wait."""
    place = {sketch.id: index for index, sketch in enumerate(known)}
    last: dict[Pair, Sameness] = {}
    for ruling in rulings:
        if isinstance(ruling, SamenessRuling) and ruling.a in place and ruling.b in place and ruling.a != ruling.b:
            a, b = sorted((place[ruling.a], place[ruling.b]))
            last[(a, b)] = ruling.act
    kinds: tuple[Sameness, ...] = ("same", "different", "unsure")
    return {kind: {pair for pair, act in last.items() if act == kind} for kind in kinds}


def _links(clusters: Clusters, found: Mapping[int, Incident], scored: _Scored) -> Iterable[Link]:
    """Each reference with its nearest fellow in the incident and what joins the two."""
    for cluster in clusters.members:
        for i in cluster:
            best = max((scored.of(i, j) for j in cluster if j != i), key=_strength, default=_ALONE)
            yield Link(scored.known[i].id, found[cluster[0]].id, round(best.value, 4), best.reasons)


def _suggestions(
    clusters: Clusters, found: Mapping[int, Incident], scored: _Scored, unsure: set[Pair]
) -> Iterable[Suggestion]:
    """Incidents near enough to ask about, with their nearest pair; not those that a person could not decide."""
    members = {cluster[0]: cluster for cluster in clusters.members}
    for (a, b), mean in clusters.between.items():
        across = [(min(i, j), max(i, j)) for i in members[a] for j in members[b]]
        if _chance(mean) >= scored.rules.suggest and not unsure.intersection(across):
            best = max((scored.of(*pair) for pair in across), key=_strength)
            first, second = sorted((found[a].id, found[b].id))
            yield Suggestion(first, second, round(_chance(mean), 4), best.reasons)


_ALONE = Score(1.0, (Reason("alone", 0.0, "no other reference"),))


def _strength(one: Score) -> tuple[float, tuple[tuple[str, float, str], ...]]:
    return one.value, tuple((r.feature, r.weight, r.detail) for r in one.reasons)
