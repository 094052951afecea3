"""What grades and codes are decided by: the harm and its origins, the belligerents, day and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date

from stemma.data.policies import Condition, Policy
from stemma.model.incident import Incident
from stemma.model.time import DateRange
from stemma.model.value import Toll
from stemma.reconcile.belligerents import Belligerent, Bloc, Labels, belligerents, labels
from stemma.reconcile.entry import Entry
from stemma.reconcile.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Case:
    """One incident as its grade and codes see it; `each` narrows it to one belligerent. `dispute` is the policy's."""

    incident: Incident
    harm: Labels
    sides: tuple[Belligerent, ...]
    dispute: float

    @property
    def accusers(self) -> Labels:
        """Everybody who blames somebody else."""
        return {key: label for side in self.sides for key, label in side.accusers.items()}

    def each(self, side: Belligerent) -> Case:
        """The same incident with one belligerent alone."""
        return replace(self, sides=(side,))

    def proof(self, condition: Condition) -> str | None:
        """Who makes a condition hold, in words; None where it does not."""
        return CONDITIONS[condition](self)


def case(incident: Incident, entries: Iterable[Entry], policy: Policy, bloc: Bloc) -> Case:
    """Gather what the claims that count say of harm and of who did it."""
    told = tuple(entries)
    harm = labels(entry for entry in told if _tells(entry, policy.harm))
    return Case(incident, harm, belligerents(told, bloc, policy.admissions), policy.dispute)


def span(when: DateRange) -> int | None:
    """How many days the date leaves open, both ends included; None where an end is unknown."""
    known = sorted(when.candidates) or [day for day in (when.from_, when.to) if day is not None]
    if not when.candidates and len(known) < 2:
        return None
    return (date.fromisoformat(known[-1]) - date.fromisoformat(known[0])).days + 1


def _tells(entry: Entry, harm: Set[str]) -> bool:
    """Somebody asserts that people were harmed, in numbers or words; "nobody was killed" tells of none."""
    value = entry.claim.value
    if not isinstance(value, Toll) or value.state not in harm or entry.claim.stance != "asserts":
        return False
    figures = value.count.figures
    return bool(figures and figures[-1] > 0) or (not figures and value.word is not None)


def _admitted(found: Case) -> str | None:
    """Somebody owns the deed whom others blame for it, or whom nobody contradicts by blaming another."""
    others = any(side.accusers for side in found.sides)
    owning = [side for side in found.sides if side.admits and (side.accusers or not others)]
    return listed([f"{side.name}, by {listed(sorted(side.admits.values()))}" for side in owning]) if owning else None


def _contested(found: Case) -> str | None:
    """Two named sides that enough of those who blame anybody blame, and two such origins at the least: one that wavers
    between two is no dispute."""
    blamed = [(side.name, {**side.accusers, **side.admits}) for side in found.sides if side.named]
    everybody = {key for _, by in blamed for key in by}
    sides = [(name, by) for name, by in blamed if by and len(by) >= found.dispute * len(everybody)]
    if len(sides) < 2 or len({key for _, by in sides for key in by}) < 2:
        return None
    return "; ".join(f"{name} by {listed(sorted(by.values()))}" for name, by in sides)


def _accused(found: Case) -> str | None:
    blamed = sorted(found.sides, key=lambda side: (-len({**side.accusers, **side.admits}), side.name))
    return f"{listed([side.name for side in blamed])} named as the doer" if blamed else None


def _single_origin(found: Case) -> str | None:
    return listed(sorted(found.harm.values())) if len(found.harm) == 1 else None


def _own(found: Case, what: str) -> str | None:
    said: dict[str, str] = {key: label for side in found.sides for key, label in getattr(side, what).items()}
    return listed(sorted(said.values())) if said else None


CONDITIONS: Mapping[Condition, Callable[[Case], str | None]] = {
    "admitted": _admitted,
    "contested": _contested,
    "accused": _accused,
    "single_origin": _single_origin,
    "denied": lambda found: _own(found, "denies"),
    "investigating": lambda found: _own(found, "investigating"),
    "silent": lambda found: _own(found, "silent"),
}
"""By the name that a policy's file uses."""


def origins_told(found: Mapping[str, str]) -> str:
    """As in "3 independent origins: A, B and C"."""
    return f"{counted(len(found), 'independent origin')}: {listed(sorted(found.values()))}"
