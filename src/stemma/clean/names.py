"""From a name as a page writes it to an outlet."""

from __future__ import annotations

from stemma.clean.draft import CleanRules
from stemma.data.outlets import Outlet, fold, host_of

LONGEST_NAME = 6
SPEAKERS = frozenset({"monitor", "ministry"})
"""Kinds that are voices more often than relays: a bracket after their name is an abbreviation, not a credit."""


def outlet_named(name: str, rules: CleanRules, *, unknown: bool = False) -> str | None:
    """The outlet that `name` stands for. With `unknown`, a name that outlets.csv lacks counts if it looks like one."""
    bare = without_unnamed(name, rules)
    known = rules.outlets.by_name(bare)
    if known is not None:
        return known.name
    return bare if unknown and looks_like_outlet(bare, rules) else None


def carrier_named(name: str, rules: CleanRules) -> Outlet | None:
    """The known outlet of this name, unless it is one that rather speaks than carries."""
    known = rules.outlets.by_name(without_unnamed(name, rules))
    return known if known is not None and known.kind not in SPEAKERS else None


def without_unnamed(name: str, rules: CleanRules) -> str:
    """`name` without quotes and without the agencies that it does not name ("TRTWorld and agencies")."""
    bare = name.strip(" \t\u00a0\"'“”‘’*_-–—,:;")
    for word in rules.cleaning.unnamed:
        if bare.casefold().endswith(f" {word}"):
            bare = bare[: -len(word)].rstrip(" ,&+/")
    return bare


def looks_like_outlet(name: str, rules: CleanRules) -> bool:
    """A short capitalised name with a word that outlets bear, or a host name."""
    words = name.split()
    if not words or len(words) > LONGEST_NAME or "," in name or not (name[0].isupper() or name[0].isdigit()):
        return False
    if words[0].casefold() in rules.cleaning.functions and words[0].casefold() != "the":
        return False
    if len(words) == 1 and host_of(name) is not None:
        return True
    return any(word in rules.cleaning.outlet_words for word in fold(name).split())


def outlet_of_url(url: str, rules: CleanRules) -> str | None:
    """The outlet behind an address: its known name, else its host."""
    known = rules.outlets.by_url(url)
    return known.name if known is not None else host_of(url)
