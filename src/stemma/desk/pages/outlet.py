"""The page of one outlet: what it published, what it took over from whom, and what it changed on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from stemma.desk.pages.addresses import Pager, pager
from stemma.desk.pages.changes import ChangeLine, change_lines
from stemma.desk.pages.incidents import IncidentLine, incident_line
from stemma.desk.pages.voices import VoiceLine, voice_line
from stemma.desk.wording import dates
from stemma.ledger.selectors import DocumentRow, IncidentRow, Listed, OutletRow, Partners, VoiceRow
from stemma.model.claim import Claim
from stemma.model.origin import Copy

DOCUMENTS, INCIDENTS, COPIES = 50, 50, 100
"""Lines of each list on one page; copies are looked through for changes so many at a time, which takes a tenth of a
second with the claims of a case's documents."""


@dataclass(frozen=True, slots=True)
class Published:
    """One document in the list."""

    id: str
    title: str
    published: str
    lang: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Partner:
    """Another outlet, and how many pairs of documents went one way."""

    name: str
    pairs: int


@dataclass(frozen=True, slots=True)
class OutletPage:
    """Everything that the page shows. `voice` is the key of the outlet's own voice, null where it never speaks for
    itself. `changes` are of words that it had from others, `parted` of those of which nothing tells who was first."""

    outlet: OutletRow
    voice: str | None
    copied_from: tuple[Partner, ...]
    copied_by: tuple[Partner, ...]
    undirected: tuple[Partner, ...]
    changes: tuple[ChangeLine, ...]
    parted: tuple[ChangeLine, ...]
    copies: Pager
    voices: tuple[VoiceLine, ...]
    documents: tuple[Published, ...]
    documents_pager: Pager
    incidents: tuple[IncidentLine, ...]
    incidents_pager: Pager


@dataclass(frozen=True, slots=True)
class Taken:
    """Copies with what it takes to tell what they changed: the claims of their documents, who published these."""

    copies: Listed[Copy]
    claims: Sequence[Claim]
    outlets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """The two long lists of an outlet, a page of each."""

    documents: Listed[DocumentRow]
    incidents: Listed[IncidentRow]


def outlet_page(
    row: OutletRow, voice: str | None, partners: Partners, taken: Taken, held: Held,
    voices: Sequence[VoiceRow],
) -> OutletPage:  # fmt: skip
    """Put a page together; `partners` are the outlets with which it shares texts."""
    path = reverse("desk:outlet", args=[row.name])
    at = {
        "documents": held.documents.page if held.documents.page > 1 else None,
        "incidents": held.incidents.page if held.incidents.page > 1 else None,
        "copies": taken.copies.page if taken.copies.page > 1 else None,
    }

    def turned(found: Listed[Any], name: str, anchor: str) -> Pager:
        others = {key: value for key, value in at.items() if key != name}
        return pager(found, path, name=name, anchor=anchor, **others)

    lines = change_lines(taken.copies.rows, taken.claims, taken.outlets)
    return OutletPage(
        outlet=row,
        voice=voice,
        copied_from=_named(partners.copied_from),
        copied_by=_named(partners.copied_by),
        undirected=_named(partners.undirected),
        changes=tuple(line for line in lines if line.readings[0].earlier),
        parted=tuple(_own_last(line, row.name) for line in lines if not line.readings[0].earlier),
        copies=turned(taken.copies, "copies", "#changed"),
        voices=tuple(voice_line(one) for one in voices),
        documents=tuple(_document(one) for one in held.documents.rows),
        documents_pager=turned(held.documents, "documents", "#documents"),
        incidents=tuple(incident_line(one) for one in held.incidents.rows),
        incidents_pager=turned(held.incidents, "incidents", "#incidents"),
    )


def _named(found: Mapping[str, int]) -> tuple[Partner, ...]:
    return tuple(Partner(name, pairs) for name, pairs in found.items())


def _own_last(line: ChangeLine, outlet: str) -> ChangeLine:
    """The outlet's own reading second, as where it is known that it came second."""
    one, other = line.readings
    return ChangeLine(line.what, (other, one)) if one.outlet == outlet else line


def _document(row: DocumentRow) -> Published:
    day = dates.short_day(row.published) if row.published else ""
    return Published(row.id, row.title or row.label, day, row.lang, row.claims)
