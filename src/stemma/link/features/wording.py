"""What two reports have in common in their words."""

from __future__ import annotations

from stemma.data.linking import LinkingRules
from stemma.link.features.seen import NOTHING, SHOWN, Seen, one_page, share
from stemma.link.sketch import Sketch
from stemma.link.vocabulary import RARE, cosine

MANY = 8
"""Shared rare words from which more say nothing new: copies share dozens."""


def text(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The reports use the same words, uncommon ones counting most."""
    likeness = 0.0 if one_page(a, b) else cosine(a.words, b.words)
    return Seen(likeness, f"{likeness:.0%} alike") if likeness else NOTHING


def lead(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Their first sentences use the same words."""
    likeness = 0.0 if one_page(a, b) else cosine(a.lead, b.lead)
    return Seen(likeness, f"{likeness:.0%} alike") if likeness else NOTHING


def rare(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They share words that few reports have."""
    both = (word for word in a.telling if word in b.telling and a.telling[word] >= RARE)
    return NOTHING if one_page(a, b) else share(both, MANY)


def rarest(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """How few reports have the rarest word that both use: 1 where no third one has it."""
    both = a.telling.keys() & b.telling.keys()
    if not both or one_page(a, b):
        return NOTHING
    word = min(both, key=lambda word: (-a.telling[word], word))
    return Seen(a.telling[word], word)


def names(a: Sketch, b: Sketch, rules: LinkingRules) -> Seen:
    """Both name the same persons, units or villages."""
    likeness = 0.0 if one_page(a, b) else cosine(a.names, b.names)
    shared = sorted((n for n in a.names if n in b.names and n not in rules.common), key=lambda n: (-a.names[n], n))
    return Seen(likeness, ", ".join(shared[:SHOWN])) if likeness else NOTHING
