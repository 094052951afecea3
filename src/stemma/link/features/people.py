"""Who is in two reports: persons, their ages, the sides."""

from __future__ import annotations

from stemma.data.linking import LinkingRules
from stemma.link.features.seen import NOTHING, SHOWN, Seen, one_page, share
from stemma.link.sketch import Sketch

MANY = 4
"""Shared names from which more say nothing new."""


def persons(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They share full names that few reports have, other than those of who speaks."""
    return NOTHING if one_page(a, b) else share(sorted(a.persons & b.persons), MANY)


def ages(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Persons of one age are in both: the share of the ages of the one that has fewer."""
    both = sorted(a.ages & b.ages)
    return Seen(len(both) / min(len(a.ages), len(b.ages)), ", ".join(map(str, both[:SHOWN]))) if both else NOTHING


def other_ages(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Both give ages of persons, and none is in both."""
    if not a.ages or not b.ages or a.ages & b.ages:
        return NOTHING
    return Seen(1.0, f"{min(a.ages)} / {min(b.ages)}")


def parties(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The same sides are said to have struck or been struck."""
    if not a.parties or not b.parties:
        return NOTHING
    shared = sorted(a.parties & b.parties)
    part = len(shared) / min(len(a.parties), len(b.parties))
    return Seen(part, ", ".join(shared)) if shared else Seen(-0.3, "no side in common")
