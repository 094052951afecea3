"""Coded fields and grades: the first class of a policy's list that holds, and why, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.data.policies import Class, Coding, Policy
from stemma.model.finding import Code
from stemma.reconcile.case import Case, origins_told, span
from stemma.reconcile.wording import spoken


def graded(found: Case, policy: Policy) -> Code | None:
    """The grade of an incident, with null where no class fits; None under a policy that does not grade."""
    return coded(policy.grade, found) if policy.grade is not None else None


def codes(found: Case, policy: Policy) -> tuple[Code, ...]:
    """Every coded field of a policy, in the order of its file; one for each belligerent by name, where it is of
    belligerents."""
    return tuple(code for coding in policy.codes for code in _each(coding, found))


def _each(coding: Coding, found: Case) -> Iterator[Code]:
    if coding.of == "incident":
        yield coded(coding, found)
        return
    for side in sorted(found.sides, key=lambda side: side.name):
        if side.named:
            yield coded(coding, found.each(side), of=side.name)


def coded(coding: Coding, found: Case, of: str | None = None) -> Code:
    """The first class that holds; without one the value is null and the reason what that means."""
    for one in coding.classes:
        proof = _proof(one, found)
        if proof is not None:
            evidence = f" ({'; '.join(proof)})" if proof else ""
            return Code(coding.name, one.value, f"{_raised(one.means)}{evidence}.", of)
    return Code(coding.name, None, f"{_raised(coding.otherwise)}.", of)


def _proof(one: Class, found: Case) -> list[str] | None:
    """What makes a class hold, piece by piece; None where some of what it asks for is not there."""
    proof: list[str] = []
    if one.days is not None:
        days = span(found.incident.date)
        if days is None or days > one.days:
            return None
        proof.append(spoken(found.incident.date))
    if one.places:
        place = found.incident.place
        if place is None or place.precision not in one.places:
            return None
        proof.append(place.name)
    if len(found.harm) < one.origins or len(found.accusers) < one.accusers:
        return None
    if one.origins:
        proof.append(origins_told(found.harm))
    if one.accusers:
        proof.append(origins_told(found.accusers))
    for condition in one.when:
        held = found.proof(condition)
        if held is None:
            return None
        proof.append(held)
    return proof


def _raised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
