"""Everything that people did, the latest first: for whoever answers for a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.db.models import Count, Min, Q

from stemma.ids import spelled
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event
from stemma.ledger.selectors.paging import Listed, listed
from stemma.ledger.selectors.people import NAMING


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act as it was recorded: the number of its first event, when (ISO 8601, UTC), the event's body, and how many
    events of this kind were appended in that moment: a merge rules on every pair of reports, a closed round on every
    claim."""

    seq: int
    recorded_at: str
    kind: Kind
    body: str
    events: int


def acts_done(
    *, kinds: Sequence[Kind] = (), person: str = "", day: str = "", page: int = 1, size: int
) -> Listed[ActRow]:
    """A page of acts: of some kinds, that name a person (who did it, or to whom it was done), of a day (UTC). All of
    what is given holds."""
    rows = Event.objects.filter(kind__in=kinds or NAMING)
    if person:
        told = [spelled({key: person})[1:-1] for key in ("actor", "person")]
        rows = rows.filter(Q(body__contains=told[0]) | Q(body__contains=told[1]))
    if day:
        rows = rows.filter(recorded_at__startswith=day)
    acts = rows.values("recorded_at", "kind").annotate(first=Min("seq"), n=Count("seq")).order_by("-first")
    found = listed(acts, lambda act: (act["first"], act["recorded_at"], act["kind"], act["n"]), page=page, size=size)
    bodies = dict(Event.objects.filter(seq__in=[act[0] for act in found.rows]).values_list("seq", "body"))
    shown = tuple(ActRow(seq, at, cast("Kind", kind), bodies[seq], n) for seq, at, kind, n in found.rows)
    return Listed(shown, found.total, found.page, found.pages)
