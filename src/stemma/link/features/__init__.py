"""The visible list of what makes two references one event. Each function's docstring is its explanation to
readers."""

from __future__ import annotations

from stemma.link.features.kinds import figures, kind, other_figures, same_document, telling
from stemma.link.features.people import ages, other_ages, parties, persons
from stemma.link.features.seen import Feature, Seen
from stemma.link.features.when import apart, day, long_before, other_clock, other_day, told
from stemma.link.features.where import elsewhere, place, unplaced
from stemma.link.features.wording import lead, names, rare, rarest, text

__all__ = ["FEATURES", "Feature", "Seen", "telling"]

FEATURES: tuple[tuple[str, Feature], ...] = (
    ("text", text),
    ("lead", lead),
    ("rare", rare),
    ("rarest", rarest),
    ("names", names),
    ("persons", persons),
    ("ages", ages),
    ("other_ages", other_ages),
    ("place", place),
    ("elsewhere", elsewhere),
    ("unplaced", unplaced),
    ("day", day),
    ("other_day", other_day),
    ("told", told),
    ("long_before", long_before),
    ("other_clock", other_clock),
    ("apart", apart),
    ("figures", figures),
    ("other_figures", other_figures),
    ("type", kind),
    ("parties", parties),
    ("same_document", same_document),
)
"""In the order in which a link shows them; weights by these names in data/linking/weights.yml."""
