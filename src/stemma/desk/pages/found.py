"""What one search found of each kind: a few lines, how many there are, and where the rest is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.urls import reverse
from django.utils.translation import ngettext

from stemma.desk.pages.addresses import query as asking
from stemma.desk.pages.incidents import IncidentLine, incident_line
from stemma.desk.pages.marked import Excerpt, excerpt
from stemma.desk.wording import dates, labels
from stemma.desk.wording.figures import number
from stemma.desk.wording.values import relays_text, spoken, value_text, voices_text
from stemma.ledger.selectors import (
    ClaimRow,
    IncidentRow,
    OutletRow,
    Sought,
    SoughtDocument,
    SoughtVoice,
)

QUOTE = 320
"""Characters of a quote in a list: a long sentence."""
Within = Literal["claims", "documents", "said"]
"""Kinds whose whole list is a page of the search itself; the others have lists of their own. `said` are the claims that
answer what somebody said."""


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim as a search shows it. `incident` is the shown id of its incident and `label` its name, null and empty for
    an event that was linked to none."""

    id: str
    document: str
    outlet: str
    day: str
    kind: str
    heading: str
    value: str
    stance: str
    hedges: tuple[str, ...]
    voice: str
    key: str | None
    relays: str
    incident: str | None
    label: str
    rejected: bool
    quote: Excerpt


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document as a search shows it; `cut` where the hit stands in a part that was cut, which the link then shows."""

    id: str
    title: Excerpt
    outlet: str
    day: str
    claims: int
    cut: bool
    around: Excerpt


@dataclass(frozen=True, slots=True)
class VoiceHit:
    """A voice as a search shows it."""

    key: str
    label: str
    kind: str
    claims: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind. `total` is a number, with a plus where there is more than was counted; `url` leads to
    the whole list, null where all of it is shown."""

    lines: tuple[Any, ...]
    total: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Everything:
    """Of each kind what was found."""

    incidents: Found
    claims: Found
    documents: Found
    voices: Found
    outlets: Found

    @property
    def anything(self) -> bool:
        """Whether anything was."""
        kinds = (self.incidents, self.claims, self.documents, self.voices, self.outlets)
        return any(kind.lines for kind in kinds)


def found(sought: Sought[Any], lines: tuple[Any, ...], url: str) -> Found:
    """The lines of a kind with how many there are."""
    total = sought.found.total
    return Found(
        lines, number(total) + ("+" if sought.more else ""), url if len(lines) < total or sought.more else None
    )


def within_url(query: str, within: Within) -> str:
    """The address of all that was found of one kind."""
    return reverse("desk:search") + asking(q=query, **{"in": within})


def incident_lines(sought: Sought[IncidentRow]) -> tuple[IncidentLine, ...]:
    return tuple(incident_line(row) for row in sought.found.rows)


def voice_hits(sought: Sought[SoughtVoice]) -> tuple[VoiceHit, ...]:
    return tuple(_voice(row) for row in sought.found.rows)


def outlet_lines(sought: Sought[OutletRow]) -> tuple[OutletRow, ...]:
    return sought.found.rows


def claim_hits(
    sought: Sought[ClaimRow], query: str, incidents: Mapping[str, IncidentRow]
) -> tuple[ClaimHit, ...]:  # fmt: skip
    """Claims with the words of the query marked in their quotes."""
    return tuple(_claim(row, query, incidents) for row in sought.found.rows)


def document_hits(sought: Sought[SoughtDocument], query: str) -> tuple[DocumentHit, ...]:
    """Documents with the words around the first hit in their text."""
    return tuple(_document(one, query) for one in sought.found.rows)


def _claim(row: ClaimRow, query: str, incidents: Mapping[str, IncidentRow]) -> ClaimHit:
    claim, document = row.claim, row.document
    outlet = document.outlet or document.label
    about = incidents.get(row.incident) if row.incident is not None else None
    return ClaimHit(
        id=claim.id,
        document=document.id,
        outlet=outlet,
        day=dates.short_day(document.published) if document.published else "",
        kind=claim.kind,
        heading="" if claim.kind == "toll" else labels.slot(claim.kind),
        value=value_text(claim.value),
        stance=spoken(claim.kind, claim.stance),
        hedges=claim.hedges,
        voice=voices_text(claim.voices, None) if claim.voices else "",
        key=row.origin.key if row.origin is not None else None,
        relays=relays_text(claim.relays),
        incident=about.id if about is not None else None,
        label=about.label if about is not None else "",
        rejected=row.ruling == "reject",
        quote=excerpt(claim.quote.text, query, window=QUOTE),
    )


def _voice(row: SoughtVoice) -> VoiceHit:
    claims = ngettext("%(n)s claim", "%(n)s claims", row.claims) % {"n": number(row.claims) + ("+" if row.more else "")}
    return VoiceHit(row.origin.key, row.origin.label, labels.origin_kind(row.origin.kind), claims)


def _document(one: SoughtDocument, query: str) -> DocumentHit:
    row, document = one.row, one.document
    title = row.title or ""
    around = excerpt(document.text, query, after=len(title) if document.text.startswith(title) else 0)
    blocks = document.blocks if around.at is not None else ()
    return DocumentHit(
        id=row.id,
        title=excerpt(row.title or row.label, query),
        outlet=row.outlet or "",
        day=dates.short_day(row.published) if row.published else "",
        claims=row.claims,
        cut=any(block.reason is not None and block.start <= (around.at or 0) < block.end for block in blocks),
        around=around,
    )
