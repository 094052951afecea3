"""Named victims: a person called by name beside what happened to them counts as one ("Omar Haddad, 45, was killed")."""

from __future__ import annotations

from stemma.model.count import Count
from stemma.read.ages import is_age
from stemma.read.entities import Entity
from stemma.read.marks import Marked
from stemma.read.quantities import Quantity

ASIDE = 9
"""Tokens of an apposition or a bracket between a name and its verb ("(28 years old)", ", a doctor at the clinic,")."""
COMPANY = 25
"""Tokens in which a clause names who else was hit before its verb comes."""
FATES = ("casualties.participle", "casualties.state", "casualties.intransitive")
DEEDS = ("casualties.transitive", "casualties.participle")
Name = tuple[int, int]
"""Tokens of a name with the age behind it."""
LED = ("grammar.preposition", "grammar.of")


def named_victims(marked: Marked, found: tuple[Entity, ...]) -> tuple[Quantity, ...]:
    """Names in full that are the subject or the object of a casualty word, each with the age that follows it."""
    if not any(marked.slot(slot) for slot in (*FATES, *DEEDS, "casualties.noun")):
        return ()
    last_of = {entity.first: entity.last for entity in found if entity.code == "n"}
    chains = _chains(marked, [(first, _with_age(marked, last)) for first, last in last_of.items()])
    hit = [span for chain in chains if _is_hit(marked, chain) for span in chain]
    return tuple(Quantity(first, end, (first, last_of[first]), Count(1, 1, "exact"), "name") for first, end in hit)


def _chains(marked: Marked, names: list[Name]) -> list[list[Name]]:
    """Names that "and" joins ("Omar Haddad, Ali Farid and Nura Farid"); names between which only commas stand are no
    list, for the second may say who the first is."""
    chains: list[list[Name]] = []
    for name in names:
        if chains and _only_joined(marked, chains[-1][-1][1], name[0]):
            chains[-1].append(name)
        else:
            chains.append([name])
    return [chain for chain in chains if len(chain) == 1 or "and" in marked.tokens.low[chain[-2][1] : chain[-1][0]]]


def _is_hit(marked: Marked, chain: list[Name]) -> bool:
    return _is_subject(marked, chain[0][0], chain[-1][1]) or _is_object(marked, *chain[0])


def _with_age(marked: Marked, at: int) -> int:
    """The end of a name with the age after it: "Omar Haddad, 45", "Omar Haddad (45)"."""
    low, text = marked.tokens.low, marked.tokens.text
    if low[at : at + 1] == ("(",):
        closing = next((i for i in range(at, min(len(low), at + ASIDE)) if low[i] == ")"), None)
        return at if closing is None else closing + 1
    if low[at : at + 1] == (",",) and at + 1 < len(text) and text[at + 1].isdigit():
        return at + 2 if is_age(marked, at + 1, at + 2, int(text[at + 1])) else at
    return at


def _is_subject(marked: Marked, first: int, end: int) -> bool:
    """Before "was killed", "died", with a short apposition between."""
    if _is_led(marked, first):
        return False
    return (
        _meets_fate(marked, end)
        or _meets_fate(marked, _past_aside(marked, end))
        or (_has_company(marked, end) and any(_meets_fate(marked, i) for i in range(end, _clause_end(marked, end))))
    )


def _has_company(marked: Marked, at: int) -> bool:
    """As in "Omar Haddad, along with 15 relatives, was killed"."""
    at += marked.tokens.low[at : at + 1] == (",",)
    return marked.at("grammar.company", at) is not None


def _clause_end(marked: Marked, at: int) -> int:
    text = marked.tokens.text
    return next((i for i in range(at, min(len(text), at + COMPANY)) if text[i] in ";.:"), min(len(text), at + COMPANY))


def _is_led(marked: Marked, first: int) -> bool:
    """Behind a preposition ("the son of …", "in Deir ez-Zor")."""
    return first > 0 and any(marked.covering(slot, first - 1) is not None for slot in LED)


def _past_aside(marked: Marked, at: int) -> int:
    low = marked.tokens.low
    if low[at : at + 1] != (",",):
        return at
    closing = next((i for i in range(at + 1, min(len(low), at + ASIDE)) if low[i] == ","), None)
    return at if closing is None else closing + 1


def _meets_fate(marked: Marked, at: int) -> bool:
    """An auxiliary and a participle, or a verb of dying."""
    low = marked.tokens.low
    begin = at + (low[at : at + 1] == (",",))
    i = begin
    while i < len(low) and (marked.covering("grammar.auxiliary", i) or marked.covering("grammar.adverb", i)):
        i += 1
    helped = any(marked.covering("grammar.auxiliary", j) is not None for j in range(begin, i))
    slots = FATES if helped else ("casualties.intransitive",)
    return any(marked.at(slot, i) is not None for slot in slots)


def _is_object(marked: Marked, first: int, end: int) -> bool:
    """Right behind "killing", "killed", "the death of"."""
    at = first
    while at and (marked.covering("speakers.titles", at - 1) is not None or marked.tokens.low[at - 1] == "."):
        at -= 1
    if marked.tokens.low[end : end + 1] == ("'s",):
        return False
    if any(m.last == at for slot in DEEDS for m in marked.slot(slot)):
        return True
    return (
        at > 1 and marked.tokens.low[at - 1] == "of" and any(m.last == at - 1 for m in marked.slot("casualties.noun"))
    )


def _only_joined(marked: Marked, end: int, first: int) -> bool:
    """Nothing but "," or "and" between two names."""
    between = marked.tokens.low[end:first]
    return 0 < len(between) <= 2 and all(word in (",", "and", "&") for word in between)
