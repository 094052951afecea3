"""Who is said to have done it, by whom, over all incidents: the positions of their accounts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Sum

from stemma.ledger.models import ProjectedClaim, ProjectedIncident, ProjectedPosition
from stemma.ledger.projections import state
from stemma.ledger.selectors import events
from stemma.ledger.selectors.incidents import incident_row
from stemma.ledger.selectors.rows import IncidentRow
from stemma.model.claim import Stance
from stemma.model.finding import Position
from stemma.model.wire import from_wire

SLOT = "perpetrator"
WEIGHED = 1_000
"""Incidents among which those that most origins speak of are chosen; of a party that is named in more, the first by
id. Over 100,000 incidents (scripts/measure_search.py) that keeps the answer below 50 ms."""


@dataclass(frozen=True, slots=True)
class Words:
    """Where a claim stands: its document, and its quote."""

    claim: str
    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Blamed:
    """An incident with the standing positions on who did it that were asked for, and the words of their claims by
    id."""

    incident: IncidentRow
    positions: tuple[Position, ...]
    words: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Blame:
    """The incidents that most origins speak of, and how many there are: `more` where there are more than WEIGHED."""

    rows: tuple[Blamed, ...]
    incidents: int
    more: bool


def parties_named() -> tuple[str, ...]:
    """Every party that a standing position says did it, or did not, the most named first; read once for each state of
    the ledger."""
    now = state()
    return _named(now.digest if now is not None else "")


@lru_cache(maxsize=4)
def _named(digest: str) -> tuple[str, ...]:  # noqa: ARG001 - the digest is a part of the key
    rows = ProjectedPosition.objects.filter(slot=SLOT, party__isnull=False).values("party").annotate(n=Count("id"))
    return tuple(row["party"] for row in rows.order_by("-n", "party") if row["party"] is not None)


def blame_of(
    names: Sequence[str], *, stance: Stance | None = None, within: Sequence[str] | None = None, most: int
) -> Blame:  # fmt: skip
    """The incidents in which a standing position is that one of these parties did it or, with a stance, in which one
    takes that stance; `within` these incidents. All positions on the parties are given, whatever their stance."""
    return _blame({"party__in": names}, set(names), stance=stance, within=within, most=most)


def culprits(incidents: Sequence[str], *, most: int) -> Blame:
    """All standing positions on who did it, of these incidents."""
    return _blame({"party__isnull": False}, None, stance=None, within=incidents, most=most)


def _blame(
    wanted: Mapping[str, Any], names: set[str] | None, *, stance: Stance | None, within: Sequence[str] | None, most: int
) -> Blame:  # fmt: skip
    held = ProjectedPosition.objects.filter(slot=SLOT, superseded=False, **wanted)
    if stance is not None:
        held = held.filter(stance=stance)
    if within is not None:
        held = held.filter(incident__in=within)
    keys = list(held.values_list("incident", flat=True).distinct()[: WEIGHED + 1])
    weighed = held.filter(incident__in=keys[:WEIGHED]).values("incident").annotate(n=Sum("origins"))
    shown = list(weighed.order_by("-n", "incident").values_list("incident", flat=True)[:most])
    rows = {row.id: incident_row(row) for row in ProjectedIncident.objects.filter(id__in=shown)}
    accounts = events.bodies("account", shown)
    return Blame(
        rows=tuple(_blamed(rows[key], accounts[key], names) for key in shown if key in rows and key in accounts),
        incidents=min(len(keys), WEIGHED),
        more=len(keys) > WEIGHED,
    )


def _blamed(row: IncidentRow, account: str, names: set[str] | None) -> Blamed:
    positions = tuple(_positions(json.loads(account)["findings"], names))
    ids = [support.claims[0] for position in positions for support in position.origins if support.claims]
    told = ProjectedClaim.objects.filter(id__in=ids).values_list("id", "document", "quote")
    return Blamed(row, positions, {key: Words(key, document, quote) for key, document, quote in told})


def _positions(findings: Sequence[dict[str, Any]], names: set[str] | None) -> Iterator[Position]:
    """What stands on who did it; the rest of an account, which may be large, is not decoded."""
    for finding in findings:
        if finding["slot"] == SLOT:
            for position in finding["positions"]:
                stands = position.get("superseded_by") is None
                if stands and (names is None or position["value"].get("party") in names):
                    yield from_wire(Position, position)
