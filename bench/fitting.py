"""Weights of linking, fitted on pairs of references of which it is known whether they are one event.

The model is a logistic regression over the features that `stemma.link.features` lists, on raw values, every collection
weighed by how many pairs of one event it has. Weights that `data/linking/weights.yml` holds stay, and the others are
fitted around them. Cross-fitting (each pair judged by weights that saw neither of its two incidents) says what the
weights are worth on events they have not seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

import numpy as np

from bench.logistic import logistic
from stemma.data.linking import LinkingRules
from stemma.data.rules import Rules
from stemma.link.blocking import pairs
from stemma.link.clustering import average_linkage
from stemma.link.features import FEATURES
from stemma.link.linking import held, log_odds
from stemma.link.scoring import score
from stemma.link.sketch import Sketch, sketches
from stemma.model.claim import Reading
from stemma.model.document import Document

FOLDS = 5
"""Parts that the incidents are dealt into by a hash of their names."""
STRENGTH = 3.0
"""Inverse of the L2 penalty: cross-fitted, at .3 pairwise F1 is two points lower, at 10 two tenths."""
NAMES = tuple(name for name, _ in FEATURES)


@dataclass(frozen=True, slots=True)
class Collection:
    """The main references of some pages, the incident of each, and their candidate pairs as rows of features.

    A page whose incident is None is about something else: it is one event with no page of an incident, and of two such
    pages nothing is known.
    """

    sketches: tuple[Sketch, ...]
    incidents: tuple[str | None, ...]
    pairs: tuple[tuple[int, int], ...]
    values: np.ndarray
    same: np.ndarray


def collect(
    documents: Sequence[Document], readings: Sequence[Reading], incident_of: Mapping[str, str | None], rules: Rules
) -> Collection:
    """`incident_of` maps the labels of documents; those that it leaves out are not taken."""
    claims = [claim for reading in readings for claim in reading.claims]
    events = [event for reading in readings for event in reading.events]
    made = sketches(documents, claims, events, rules)
    own = tuple(s for s in made if not s.reference.background and s.document.label in incident_of)
    homes = tuple(incident_of[s.document.label] for s in own)
    among = {s.id for s in own}
    own = tuple(replace(s, nearest=tuple(key for key in s.nearest if key in among)) for s in own)
    known = tuple((a, b) for a, b in pairs(own) if homes[a] is not None or homes[b] is not None)
    values = np.array([[f(own[a], own[b], rules.linking).value for _, f in FEATURES] for a, b in known])
    return Collection(own, homes, known, values, np.array([homes[a] == homes[b] for a, b in known]))


def fitted(parts: Sequence[tuple[Collection, float]], rules: LinkingRules, *, without: frozenset[int]) -> LinkingRules:
    """Rules with the weights that tell the pairs of some collections apart best, each at the weight given beside the
    first; pairs of the folds in `without` are not looked at. Held weights stay."""
    rows, same, weights = [], [], []
    pivot = parts[0][0].same.sum()
    for collection, weight in parts:
        folds = [_fold(home) for home in collection.incidents]
        kept = np.array([not without & {folds[a], folds[b]} for a, b in collection.pairs])
        rows.append(collection.values[kept])
        same.append(collection.same[kept])
        weights.append(np.full(kept.sum(), weight * pivot / max(collection.same.sum(), 1)))
    values, free = np.vstack(rows), [i for i, name in enumerate(NAMES) if name not in rules.held]
    offset = sum(values[:, i] * rules.weights[name] for i, name in enumerate(NAMES) if name in rules.held)
    found = logistic(values[:, free], np.concatenate(same), np.concatenate(weights), offset, STRENGTH)
    fresh = {NAMES[i]: float(weight) for i, weight in zip(free, found, strict=False)}
    return replace(rules, weights=MappingProxyType({**rules.weights, **fresh}), bias=float(found[-1]))


def crossfitted(collection: Collection, rules: LinkingRules) -> tuple[tuple[int, ...], ...]:
    """Clusters of the references of a collection, each pair scored by weights fitted without either one's fold."""
    folds = [_fold(home) for home in collection.incidents]
    model: Callable[[frozenset[int]], LinkingRules] = cache(
        lambda without: fitted([(collection, 1.0)], rules, without=without)
    )

    @cache
    def odds(a: int, b: int) -> float:
        chosen = model(frozenset({folds[a], folds[b]}))
        return held(score(collection.sketches[a], collection.sketches[b], chosen).value)

    near = [pair for pair in collection.pairs if odds(*pair) >= log_odds(rules.suggest)]
    size = len(collection.sketches)
    return average_linkage(size, near, odds, log_odds(rules.link), must=(), cannot=()).members


def _fold(incident: str | None) -> int:
    """The fold of an incident, the same in every process; pages about something else are in none."""
    return -1 if incident is None else int(hashlib.sha256(incident.encode()).hexdigest(), 16) % FOLDS
