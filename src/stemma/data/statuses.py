"""Statuses and the ways between them, as data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from pydantic import Field

from stemma.data.files import WORK, Entry, read_bytes, read_yaml
from stemma.data.roles import load_roles
from stemma.errors import DataError, NotFoundError
from stemma.model.status import ClaimStatus, IncidentStatus, LinkStatus, ReportStatus

PATH = f"{WORK}/statuses.yml"
HASH_DIGITS = 12
"""Of the sha256 of the file: as many as of a policy's. A ledger sees a handful of versions of it."""
KNOWN: Mapping[str, tuple[str, ...]] = {
    "report": get_args(ReportStatus),
    "claim": get_args(ClaimStatus),
    "link": get_args(LinkStatus),
    "incident": get_args(IncidentStatus),
}
"""The statuses as the code names them."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One way from one status of an incident to another.

    `role` is the least role that may go it. With `reason` one must be given; with `second_person` it takes somebody
    else than those who brought the account there; with `unchanged` the account must still be the one that it was when
    the incident came to where it stands.
    """

    act: str
    before: tuple[str, ...]
    after: IncidentStatus
    role: str
    reason: bool
    second_person: bool
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Statuses:
    """What each status means, by thing and name; the first of an incident; the ways between them by their act. `hash`
    is of the file."""

    means: Mapping[str, Mapping[str, str]]
    first: IncidentStatus
    transitions: Mapping[str, Transition]
    hash: str

    def transition(self, act: str) -> Transition:
        """The way of a name; NotFoundError, which lists those that there are, for another."""
        if act not in self.transitions:
            raise NotFoundError(f"no way {act!r} between statuses; there are {', '.join(self.transitions)}")
        return self.transitions[act]

    def onward(self, status: str) -> tuple[Transition, ...]:
        """The ways that lead on from a status."""
        return tuple(step for step in self.transitions.values() if status in step.before)


class _Transition(Entry):
    act: str
    before: tuple[IncidentStatus, ...] = Field(alias="from")
    after: IncidentStatus = Field(alias="to")
    role: str
    reason: bool = False
    second_person: bool = False
    unchanged: bool = False


class _File(Entry):
    report: dict[str, str]
    claim: dict[str, str]
    link: dict[str, str]
    incident: dict[str, str]
    first: IncidentStatus
    transitions: tuple[_Transition, ...]


@cache
def load_statuses() -> Statuses:
    """Read and check the file; DataError for a status that the code does not tell, a role that there is not, an act
    that stands twice or a status that no way leads to."""
    held: _File = read_yaml(PATH, _File)
    means = {"report": held.report, "claim": held.claim, "link": held.link, "incident": held.incident}
    for thing, names in KNOWN.items():
        if wrong := sorted(set(names) ^ means[thing].keys()):
            raise DataError(f"data/{PATH}: {wrong[0]!r} is not both a status of a {thing} with a meaning and in code")
    steps = {row.act: Transition(**row.model_dump()) for row in held.transitions}
    if len(steps) != len(held.transitions):
        raise DataError(f"data/{PATH}: an act stands twice among the transitions")
    if wrong := sorted({step.role for step in steps.values()} - load_roles().by_name.keys()):
        raise DataError(f"data/{PATH}: no role {wrong[0]!r}")
    if wrong := sorted(means["incident"].keys() - {held.first, *(step.after for step in steps.values())}):
        raise DataError(f"data/{PATH}: no way leads to {wrong[0]!r}")
    digest = hashlib.sha256(read_bytes(PATH)).hexdigest()[:HASH_DIGITS]
    return Statuses(means, held.first, steps, digest)
