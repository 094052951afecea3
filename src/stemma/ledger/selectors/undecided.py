"""Claims that nobody has decided, in the order in which people are asked to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from django.db.models import Count, Q, QuerySet

from stemma.ledger.entries import encode
from stemma.ledger.models import ProjectedClaim, ProjectedDocument, ProjectedIncident
from stemma.ledger.projections import state
from stemma.ledger.projections.ranks import NOWHERE
from stemma.ledger.selectors.claims import joined
from stemma.ledger.selectors.paging import Listed
from stemma.ledger.selectors.rows import ClaimRow
from stemma.ledger.selectors.ruled import rulings
from stemma.ledger.selectors.work import taken_in
from stemma.model.member import person_key
from stemma.model.ruling import ClaimRuling

Order = Literal["weight", "text"]
ORDERS: dict[Order, tuple[str, ...]] = {
    "weight": ("rank", "document", "start", "id"),
    "text": ("document", "start", "id"),
}
"""By how much hangs on a claim, within that in the order of the texts; or in that of the texts alone."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which claims: those of an incident (its shown id), of a kind, of an outlet's documents, of a document."""

    incident: str = ""
    kind: str = ""
    outlet: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Lately:
    """What was ruled of claims since accounts were last derived, by claims' ids: those that are decided now, those that
    are not any more, and those of which the person who asks has said that they cannot tell."""

    decided: frozenset[str]
    reopened: frozenset[str]
    doubted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """How many claims of a scope are decided, of how many."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class ToDecide:
    """An incident with how many of its claims are undecided, and how many of those hold an end of one of its ranges."""

    incident: str
    label: str
    claims: int
    ends: int


def lately(person: str) -> Lately:
    """Read from the events that the projections do not take in yet: few, as long as accounts follow."""
    decided: set[str] = set()
    reopened: set[str] = set()
    doubted: set[str] = set()
    for made in (row.ruling for row in rulings(since=taken_in())):
        if not isinstance(made, ClaimRuling):
            continue
        named, own = {made.claim_id, made.root}, person_key(made.actor) == person_key(person)
        if made.act == "unsure":
            doubted |= named if own else set()
        elif made.act == "withdraw":
            decided, reopened, doubted = decided - named, reopened | named, doubted - (named if own else set())
        else:
            decided, reopened = decided | named, reopened - named
    return Lately(frozenset(decided), frozenset(reopened), frozenset(doubted))


def next_undecided(
    scope: Scope,
    person: str,
    *,
    order: Order = "weight",
    after: str = "",
    before: str = "",
    held: Collection[str] = (),
) -> str | None:
    """The id of the claim that `person` is asked of next: the first of the scope, or the nearest one after or before
    another; none of `held`, which somebody else has before them. None where there is none."""
    rows = _open(scope, person).exclude(id__in=held) if held else _open(scope, person)
    anchor = ProjectedClaim.objects.filter(id=after or before).values_list(*ORDERS[order]).first()
    if anchor is None:
        return rows.order_by(*ORDERS[order]).values_list("id", flat=True).first()
    return next(_beyond(rows, order, anchor, forward=bool(after)), None)


def undecided(scope: Scope, person: str, *, order: Order = "weight", page: int = 1, size: int = 25) -> Listed[ClaimRow]:
    """A page of them."""
    rows = _open(scope, person).order_by(*ORDERS[order])
    total = rows.count()
    pages = max(-(-total // size), 1)
    page = min(max(page, 1), pages)
    return Listed(tuple(joined(_cut(rows, page, size))), total, page, pages)


def decided_of(scope: Scope) -> Decided:
    """How far a scope is, for everybody: a doubt decides nothing."""
    now, new = state(), lately("")
    total, left = _counted(now.digest if now is not None else "", scope)
    of_scope = _scoped(scope)
    left -= of_scope.filter(ruling__isnull=True, id__in=new.decided).count() if new.decided else 0
    left += of_scope.filter(ruling__isnull=False, id__in=new.reopened).count() if new.reopened else 0
    return Decided(total - left, total)


def to_decide(most: int) -> tuple[ToDecide, ...]:
    """The incidents whose ends rest on undecided claims, those with most of them first; where these are not so many,
    those with other undecided claims after them. As of when accounts were last derived."""
    now = state()
    return _to_decide(now.digest if now is not None else "", most)


def _open(scope: Scope, person: str) -> QuerySet[ProjectedClaim]:
    new = lately(person)
    wanted = Q(ruling__isnull=True)
    if key := person_key(person):
        wanted &= ~Q(doubts__contains=encode(key))
    if new.reopened:
        wanted |= Q(id__in=new.reopened)
    rows = _scoped(scope).filter(wanted)
    gone = new.decided | new.doubted
    return rows.exclude(id__in=gone) if gone else rows


def _scoped(scope: Scope) -> QuerySet[ProjectedClaim]:
    given = {"incident": scope.incident, "kind": scope.kind, "document": scope.document}
    rows = ProjectedClaim.objects.filter(**{name: value for name, value in given.items() if value})
    if scope.outlet:
        rows = rows.filter(document__in=ProjectedDocument.objects.filter(outlet=scope.outlet).values("id"))
    return rows


def _beyond(
    rows: QuerySet[ProjectedClaim], order: Order, anchor: tuple[object, ...], *, forward: bool
) -> Iterator[str]:
    """What comes after an anchor, or before it: the rest of its own place first, then the rest of the place around it,
    so that each question is a walk along the index."""
    names = ORDERS[order]
    way, sign = ("gt", "") if forward else ("lt", "-")
    ordered = rows.order_by(*(sign + name for name in names))
    for kept in range(len(names) - 1, -1, -1):
        same = dict(zip(names[:kept], anchor[:kept], strict=True))
        beyond = {f"{names[kept]}__{way}": anchor[kept]}
        yield from ordered.filter(**same, **beyond).values_list("id", flat=True)[:1]


def _cut(rows: QuerySet[ProjectedClaim], page: int, size: int) -> QuerySet[ProjectedClaim]:
    return rows[(page - 1) * size : page * size]


@lru_cache(maxsize=64)
def _counted(digest: str, scope: Scope) -> tuple[int, int]:  # noqa: ARG001 - the digest is a part of the key
    rows = _scoped(scope)
    return rows.count(), rows.filter(ruling__isnull=True).count()


@lru_cache(maxsize=4)
def _to_decide(digest: str, most: int) -> tuple[ToDecide, ...]:  # noqa: ARG001 - as above
    ends = _per_incident(0, most)
    found = dict(ends)
    for rank in range(1, NOWHERE):
        if len(found) >= most:
            break
        found |= {key: n for key, n in _per_incident(rank, most).items() if key not in found}
    named = list(found)[:most]
    undecided_of = ProjectedClaim.objects.filter(incident__in=named, ruling__isnull=True)
    counted = dict(undecided_of.values_list("incident").annotate(n=Count("id")).order_by())
    labels = dict(ProjectedIncident.objects.filter(id__in=named).values_list("id", "label"))
    return tuple(ToDecide(key, labels[key], counted[key], ends.get(key, 0)) for key in named)


def _per_incident(rank: int, most: int) -> dict[str, int]:
    rows = ProjectedClaim.objects.filter(ruling__isnull=True, rank=rank, incident__isnull=False)
    counted = rows.values_list("incident").annotate(n=Count("id")).order_by("-n", "incident")
    return {key: n for key, n in counted[:most] if key is not None}
