"""What linking rests on: references in full, links that hang on little, rulings that the accounts do not know yet."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from stemma.ledger.entries import decode_ruling
from stemma.ledger.models import Event, ProjectedReference
from stemma.ledger.selectors import events
from stemma.ledger.selectors.incidents import reference_row
from stemma.ledger.selectors.rows import ReferenceRow
from stemma.ledger.selectors.work import taken_in
from stemma.model.event import EventReference
from stemma.model.ruling import SamenessRuling


def event_references(ids: Collection[str]) -> tuple[EventReference, ...]:
    """References in full, by id; absent ones are left out."""
    return tuple(events.values("event_ref", sorted(ids), EventReference).values())


def reference_rows(ids: Collection[str]) -> dict[str, ReferenceRow]:
    """References with their incident and why they belong to it, by id; absent ones are left out."""
    return {row.id: reference_row(row) for row in ProjectedReference.objects.filter(id__in=ids)}


def members_of(incidents: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The references of today that make up incidents, by their shown ids, in one query."""
    rows = ProjectedReference.objects.filter(incident__in=incidents).order_by("id").values_list("incident", "id")
    found: dict[str, tuple[str, ...]] = {}
    for incident, reference in rows:
        found[str(incident)] = (*found.get(str(incident), ()), reference)
    return found


def weak_links(below: float) -> tuple[ReferenceRow, ...]:
    """References whose nearest fellow in their incident gives less than `below`, the weakest first; one that is alone
    in its incident is linked to nothing."""
    shared = ProjectedReference.objects.filter(incident__isnull=False).values("incident")
    several = shared.annotate(n=Count("id")).filter(n__gt=1).values("incident")
    rows = ProjectedReference.objects.filter(score__lt=below, incident__in=several).order_by("score", "id")
    return tuple(reference_row(row) for row in rows)


def awaited() -> frozenset[str]:
    """The references that a ruling moves which the accounts do not take in yet: of two incidents ruled one, of one that
    is parted, and of what was taken back. Where they are said to be today is out of date."""
    bodies = Event.objects.filter(kind="ruling", seq__gt=taken_in()).order_by("seq").values_list("body", flat=True)
    made = [one for body in bodies if isinstance(one := decode_ruling(body), SamenessRuling)]
    named = {name for one in made for name in (one.a, one.b)}
    home = dict(ProjectedReference.objects.filter(id__in=named).values_list("id", "incident"))
    moving = [one for one in made if _moves(one, together=home.get(one.a) == home.get(one.b))]
    return frozenset(name for one in moving for name in (one.a, one.b))


def _moves(ruling: SamenessRuling, *, together: bool) -> bool:
    match ruling.act:
        case "same":
            return not together
        case "different":
            return together
        case "unsure":
            return False
        case "withdraw":
            return True
