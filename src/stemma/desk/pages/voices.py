"""The list of voices: a line each, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.pages.addresses import Pager, pager
from stemma.desk.pages.addresses import query as asking
from stemma.desk.pages.incidents import Column
from stemma.desk.wording import labels
from stemma.ledger.selectors import Listed, VoiceRow, VoiceSort
from stemma.model.origin import OriginKind

PER_PAGE = 100
USUAL: VoiceSort = "claims"
KINDS: tuple[OriginKind, ...] = ("voice", "anonymous", "outlet")


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """One origin. `bloc` is empty where the label says it already; counts are
    null where a list would take too long to make them."""

    key: str
    label: str
    kind: str
    bloc: str
    claims: int
    documents: int | None
    incidents: int | None


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of voice to which the list can be narrowed."""

    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class VoicesPage:
    """One page of the list, and the ways to the others."""

    lines: tuple[VoiceLine, ...]
    columns: tuple[Column, ...]
    kinds: tuple[KindChoice, ...]
    kind: str
    meaning: str
    sort: str
    sort_label: str
    query: str
    pager: Pager


def voices_page(
    found: Listed[VoiceRow], *, query: str, kind: OriginKind | None, sort: VoiceSort
) -> VoicesPage:  # fmt: skip
    """Put a page together from the rows that are its."""
    path, told = reverse("desk:voices"), "" if sort == USUAL else sort

    def column(key: str, label: str, sorted_by: VoiceSort | None) -> Column:
        url = None
        if sorted_by is not None:
            url = path + asking(q=query, kind=kind, sort="" if sorted_by == USUAL else sorted_by)
        return Column(key, label, url, sorted_by == sort, "ascending" if sorted_by == "label" else "descending")

    columns = (
        column("label", _("Voice"), "label"),
        column("incidents", _("Incidents"), None),
        column("documents", _("Documents"), None),
        column("claims", _("Claims"), "claims"),
    )
    every = KindChoice(_("All"), path + asking(q=query, sort=told), kind is None)
    kinds = tuple(
        KindChoice(labels.origin_kind(one), path + asking(q=query, kind=one, sort=told), one == kind) for one in KINDS
    )
    return VoicesPage(
        lines=tuple(voice_line(row) for row in found.rows),
        columns=columns,
        kinds=(every, *kinds),
        kind=kind or "",
        meaning=labels.origin_kind_meaning(kind) if kind else "",
        sort=told,
        sort_label=next(column.label for column in columns if column.chosen),
        query=query,
        pager=pager(found, path, q=query, kind=kind, sort=told),
    )


def voice_line(row: VoiceRow) -> VoiceLine:
    """One origin's line."""
    origin = row.origin
    bloc = origin.bloc if origin.bloc and origin.bloc != origin.label else ""
    return VoiceLine(
        origin.key, origin.label, labels.origin_kind(origin.kind), bloc, row.claims, row.documents, row.incidents
    )
