"""Voices: the origins of claims, one at a time and as a list, with what each has said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, Literal, get_args

from django.db.models import Count, F, Max, Min, OuterRef, QuerySet, Subquery, TextField
from django.db.models.expressions import Value
from django.db.models.functions import StrIndex, Substr

from stemma.errors import NotFoundError
from stemma.ids import spelled
from stemma.ledger.models import ProjectedClaim, ProjectedDocument, ProjectedOrigin, ProjectedOutlet
from stemma.ledger.selectors.claims import joined
from stemma.ledger.selectors.paging import Listed, listed
from stemma.ledger.selectors.rows import Accused, ClaimRow, Spoken, SpokenMonth, VoiceRow, VoiceTotals
from stemma.model.origin import Origin, OriginKind
from stemma.model.wire import from_wire

VoiceSort = Literal["claims", "label"]
VOICE_SORTS: tuple[VoiceSort, ...] = get_args(VoiceSort)
KINDS: tuple[OriginKind, ...] = get_args(OriginKind)
MOST = 20
"""Speakers, carriers and accusers in a list: those who come up most."""

COUNTED = 2_000
"""Claims up to which a line of the list counts a voice's documents and incidents: they are looked up one by one, and
with the hundred loudest voices of a million claims that took ten seconds. A voice's own page counts them always."""


def voices_listed(
    query: str, *, kind: OriginKind | None, sort: VoiceSort, page: int, size: int
) -> Listed[VoiceRow]:  # fmt: skip
    """A page of the origins whose label holds `query`, whatever its case, of one kind or of all; those of most claims
    first, or labels from A to Z."""
    wanted = ProjectedOrigin.objects.all()
    if query:
        wanted = wanted.filter(label__icontains=query)
    if kind is not None:
        wanted = wanted.filter(kind=kind)
    if sort == "label":
        keys = listed(wanted.order_by("label", "key").values_list("key", flat=True), str, page=page, size=size)
    else:
        said = ProjectedClaim.objects.filter(origin__isnull=False)
        if query or kind is not None:
            said = said.filter(origin__in=wanted.values("key"))
        ranked = said.values("origin").annotate(n=Count("id")).order_by("-n", "origin")
        keys = listed(ranked.values_list("origin", flat=True), str, page=page, size=size)
    return Listed(_voices(keys.rows), keys.total, keys.page, keys.pages)


def voice(key: str) -> Origin:
    """One origin."""
    row = ProjectedOrigin.objects.filter(key=key).values().first()
    if row is None:
        raise NotFoundError(f"no voice {key!r} in this ledger")
    return from_wire(Origin, row)


def voices_by_key(keys: Collection[str]) -> dict[str, Origin]:
    """Origins by key; absent ones are left out."""
    return {row["key"]: from_wire(Origin, row) for row in ProjectedOrigin.objects.filter(key__in=keys).values()}


def is_outlet(name: str) -> bool:
    """Whether documents of an outlet of that name are held."""
    return ProjectedOutlet.objects.filter(name=name).exists()


def voice_totals(key: str, *, by: str = "") -> VoiceTotals:
    """How much an origin said, and between which days; `by` counts only what that speaker said for it."""
    told = _dated(_said(key, by)).aggregate(
        claims=Count("id"), documents=Count("document", distinct=True), incidents=Count("incident", distinct=True),
        first=Min("day"), last=Max("day"),
    )  # fmt: skip
    return VoiceTotals(**told)


def spoken_of(key: str, *, by: str, page: int, size: int) -> Listed[Spoken]:
    """A page of the incidents that an origin spoke of, the one it spoke of last first; null stands for the events that
    were linked to none."""
    within = _dated(_said(key, by)).values("incident").annotate(first=Min("day"), last=Max("day"), claims=Count("id"))
    ordered = within.order_by(F("last").desc(nulls_last=True), F("incident").asc(nulls_last=True))
    return listed(ordered, lambda row: Spoken(**row), page=page, size=size)


def spoken_months(key: str, *, by: str) -> tuple[SpokenMonth, ...]:
    """How much an origin said when, by month, kind and stance; reports of no known day are left out."""
    dated = _dated(_said(key, by)).annotate(month=Substr("day", 1, 7))
    rows = dated.values("month", "kind", "stance").annotate(claims=Count("id")).order_by("month", "kind", "stance")
    return tuple(SpokenMonth(**row) for row in rows if row["month"])


def said_of(key: str, incident: str | None, *, by: str, most: int) -> tuple[ClaimRow, ...]:
    """An origin's claims about one incident (null: about events linked to none), the earliest published first; at most
    `most` of them."""
    within = _said(key, by)
    within = within.filter(incident__isnull=True) if incident is None else within.filter(incident=incident)
    return tuple(joined(_dated(within).order_by(F("day").asc(nulls_last=True), "document", "start", "id"), most=most))


def accused(key: str, *, by: str) -> tuple[Accused, ...]:
    """Whom an origin named as those who did it or as the target, and what it denied or questioned of that."""
    told = _dated(_said(key, by).filter(kind="perpetrator", party__isnull=False))
    return _accused(told.values("party", "stance"), "party", MOST)


def accusers(names: Sequence[str], *, most: int = MOST) -> tuple[Accused, ...]:
    """Which origins named a party, under any of these names, as the one who did it, or deny that it did."""
    told = _dated(ProjectedClaim.objects.filter(kind="perpetrator", party__in=names, origin__isnull=False))
    return _accused(told.exclude(ruling="reject").values("origin", "stance"), "origin", most)


def speakers(key: str) -> dict[str, int]:
    """Who spoke for an origin or passed its words on as a speaker, with the number of claims; the most first."""
    found: Counter[str] = Counter()
    for labels, claims in _said(key, "").values_list("voices").annotate(n=Count("id")).order_by("voices"):
        found.update(dict.fromkeys(json.loads(labels), claims))
    return dict(found.most_common(MOST))


def carriers(key: str, *, by: str) -> dict[str, int]:
    """The outlets whose documents carried an origin's words, with the number of documents; the most first."""
    outlet = ProjectedDocument.objects.filter(id=OuterRef("document")).values("outlet")
    told = _said(key, by).annotate(outlet=Subquery(outlet, output_field=TextField())).filter(outlet__isnull=False)
    rows = told.values("outlet").annotate(n=Count("document", distinct=True)).order_by("-n", "outlet")
    return {row["outlet"]: row["n"] for row in rows[:MOST]}


def _said(key: str, by: str) -> QuerySet[ProjectedClaim]:
    """Standing claims of an origin that nobody rejected."""
    said = ProjectedClaim.objects.filter(origin=key).exclude(ruling="reject")
    # The labels are kept as one JSON text: the speaker's, with its quotes around it, stands in it.
    return said.annotate(at=StrIndex("voices", Value(spelled(by)))).filter(at__gt=0) if by else said


def _dated(claims: QuerySet[ProjectedClaim]) -> QuerySet[ProjectedClaim]:
    published = ProjectedDocument.objects.filter(id=OuterRef("document")).values("published")
    return claims.annotate(day=Subquery(published, output_field=TextField()))


def _accused(told: QuerySet[ProjectedClaim, Any], whom: str, most: int) -> tuple[Accused, ...]:
    rows = told.annotate(
        claims=Count("id"), incidents=Count("incident", distinct=True), first=Min("day"), last=Max("day")
    ).order_by("-incidents", "-claims", whom, "stance")
    return tuple(
        Accused(row[whom], row["stance"], row["claims"], row["incidents"], row["first"], row["last"])
        for row in rows[:most]
    )


def _voices(keys: Sequence[str]) -> tuple[VoiceRow, ...]:
    """The rows of these origins in their order."""
    origins, said = voices_by_key(keys), ProjectedClaim.objects.filter(origin__in=keys)
    claims = dict(said.values("origin").annotate(n=Count("id")).values_list("origin", "n"))
    few = said.filter(origin__in=[key for key, n in claims.items() if n <= COUNTED]).values("origin")
    counts = {
        row["origin"]: (row["documents"], row["incidents"])
        for row in few.annotate(documents=Count("document", distinct=True), incidents=Count("incident", distinct=True))
    }
    unknown = (None, None)
    return tuple(
        VoiceRow(origins[key], claims.get(key, 0), *counts.get(key, unknown)) for key in keys if key in origins
    )
