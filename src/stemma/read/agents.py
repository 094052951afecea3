"""Who may have done it: parties, their adjectives, and common nouns for armed actors."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Stance
from stemma.model.value import Party
from stemma.read.draft import Draft
from stemma.read.view import View


@dataclass(frozen=True, slots=True)
class Agent:
    """Someone who may have done it, at tokens `first` to `last`.

    `home` marks the state that the page is about: "the Syria attack" says where, not who.
    """

    first: int
    last: int
    name: str
    adjective: bool
    home: bool = False


def agents(view: View) -> tuple[Agent, ...]:
    """Parties, their adjectives, and common nouns for armed actors, left to right."""
    named = [
        Agent(e.first, e.last, e.party.name, e.code == "A", e.party.kind == "state" and e.party.country == view.country)
        for e in view.entities
        if e.party is not None and e.code in "pA"
    ]
    taken = {i for a in named for i in range(a.first, a.last)}
    common = [
        Agent(m.first, m.last, view.marked.words(m.first, m.last), False)
        for m in view.marked.slot("speakers.actors")
        if not taken & set(range(m.first, m.last))
    ]
    victims = {i for f in view.tolls for i in range(f.thing.first, f.thing.last)}
    able = (a for a in (*named, *common) if a.first not in victims and not _is_where(view, a))
    return tuple(sorted(able, key=lambda a: a.first))


def _is_where(view: View, agent: Agent) -> bool:
    """A state's name that only says where: after a locative, or after the comma of a place ("in Tripoli, Lebanon")."""
    if agent.adjective:
        return False
    mark = next((p for p in view.places if p.first == agent.first and p.last == agent.last), None)
    if mark is not None and mark.lead in ("in", "near", "at", "outside", "inside", "across", "within"):
        return True
    before = agent.first - 2
    return (
        before >= 0
        and view.marked.tokens.text[agent.first - 1] == ","
        and any(p.first <= before < p.last for p in view.places)
    )


def perpetrator(agent: Agent, first: int, last: int, stance: Stance = "asserts") -> Draft:
    """A draft that names `agent`, quoted from `first` to `last` and at least its own words."""
    quote = (min(first, agent.first), max(last, agent.last))
    return Draft("perpetrator", Party(agent.name), (agent.first, agent.last), quote, "perpetrator", stance)
