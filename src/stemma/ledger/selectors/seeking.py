"""Finding claims, documents, incidents, voices and outlets by words, so that no word is too common: hits are read in
the order in which they are shown until there are enough."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from stemma.ledger.models import ProjectedClaim, ProjectedDocument, ProjectedIncident, ProjectedOrigin, ProjectedOutlet
from stemma.ledger.projections import search
from stemma.ledger.projections.worded import CLAIMS, DOCUMENTS
from stemma.ledger.projections.words import words
from stemma.ledger.selectors import events
from stemma.ledger.selectors.claims import joined
from stemma.ledger.selectors.documents import document_row
from stemma.ledger.selectors.incidents import incident_row
from stemma.ledger.selectors.paging import Listed
from stemma.ledger.selectors.publishers import outlet_row
from stemma.ledger.selectors.rows import ClaimRow, DocumentRow, IncidentRow, OutletRow
from stemma.ledger.selectors.voices import voices_by_key
from stemma.model.claim import Kind
from stemma.model.document import Document
from stemma.model.origin import Origin

T = TypeVar("T")
SETTING: tuple[Kind, ...] = ("place", "date")
"""Kinds of claim that tell where and when rather than what happened: most words that are looked for stand in them."""
WORD_MARKS = (" ", "(", "-", "/")
"""What a word inside a name follows."""

REACH = 500
"""Claims or documents that are looked at for one question, the latest of those that hold its words whole: twenty pages,
more than anybody turns. Over a million claims (scripts/measure_search.py) as many are found in 2 ms, whatever the word;
counting all that hold "killed" takes 30."""
COUNTED = 100
"""Hits up to which voices, outlets and incidents are counted."""
LOUD = 1_000
"""Claims of a voice that are counted in a list of what was found: the loudest of a million claims has a tenth of them,
and counting these takes a tenth of a second."""
ABOUT = 200
"""Incidents that "about Deir Ezzor" may stand for, the latest: their claims are looked through one by one."""
SAID = 2_000
"""Claims with a voice's name in them that are looked through for what it said of something, the latest."""


@dataclass(frozen=True, slots=True)
class Sought(Generic[T]):
    """One page of what was found; `more` where there is more than was counted."""

    found: Listed[T]
    more: bool


@dataclass(frozen=True, slots=True)
class SoughtVoice:
    """An origin with its standing claims, counted up to LOUD; `more` where there are more."""

    origin: Origin
    claims: int
    more: bool


@dataclass(frozen=True, slots=True)
class SoughtDocument:
    """A document's line with the whole of it, for the words around a hit."""

    row: DocumentRow
    document: Document


def claims_sought(query: str, *, page: int = 1, size: int) -> Sought[ClaimRow]:
    """Standing claims whose quote, voices, parties and outlet together hold every word of the query: what says where
    and when last; of the others those that hold the words whole first, then those in which they begin words; the latest
    published first."""
    hits = CLAIMS.hits(query, most=REACH + 1)
    return _paged(_saying(hits[:REACH]) + hits[REACH:], _claims, page=page, size=size)


def documents_sought(query: str, *, page: int = 1, size: int) -> Sought[SoughtDocument]:
    """The same of documents, by title, outlet and whole text; those with a word of the query in their title first."""
    hits = DOCUMENTS.hits(query, most=REACH + 1)
    return _paged(_titled(hits[:REACH], query) + hits[REACH:], _documents, page=page, size=size)


def incidents_sought(query: str, *, size: int) -> Sought[IncidentRow]:
    """The latest incidents whose words hold every word of the query as the beginning of one."""
    hits = search.first(query, most=COUNTED + 1)
    return _paged(hits, _incidents, page=1, size=size, reach=COUNTED)


def voices_sought(names: Collection[str], *, size: int) -> Sought[SoughtVoice]:
    """Origins with a word in their label that begins as one of the names does, whatever its case; the shortest first,
    since what is added to a name makes it another."""
    wanted = ProjectedOrigin.objects.filter(_begun("label", names))
    keys = _first(wanted.order_by(Length("label"), "label", "key"), "key")
    return _paged(keys, _voices, page=1, size=size, reach=COUNTED)


def outlets_sought(names: Collection[str], *, size: int) -> Sought[OutletRow]:
    """The same of outlets by name; those with most documents first."""
    wanted = ProjectedOutlet.objects.filter(_begun("name", names))
    found = _first(wanted.order_by("-documents", "name"), "name")
    return _paged(found, _outlets, page=1, size=size, reach=COUNTED)


def incidents_about(query: str) -> tuple[str, ...]:
    """Ids of the latest incidents that a place or another word may mean, ABOUT at most."""
    return search.first(query, most=ABOUT)


def said_about(voice: str, about: str, *, page: int = 1, size: int) -> Sought[ClaimRow]:
    """Standing claims that a voice (speaker, authority, origin or outlet) made or passed on, of the incidents that
    `about` means, or of any where it is empty; in the order of `claims_sought`."""
    hits = CLAIMS.hits(voice, most=SAID)
    told = ProjectedClaim.objects.all()
    if about:
        told = told.filter(incident__in=incidents_about(about))
    rows = told.filter(id__in=hits).values_list("id", "voices", "path", "origin") if hits else ()
    mine = {key for key, *way in rows if _speaks(way, voice)}
    return _paged(_saying([key for key in hits if key in mine]), _claims, page=page, size=size, reach=SAID)


def _speaks(way: Sequence[str | None], voice: str) -> bool:
    """Whether every word asked for begins one of whoever stands on the claim's way: outlets, speakers, its origin."""
    held = words(" ".join(filter(None, way)))
    return all(any(word.startswith(asked) for word in held) for asked in words(voice))


def _saying(hits: Sequence[str]) -> tuple[str, ...]:
    """The same claims, those of SETTING last."""
    setting = ProjectedClaim.objects.filter(id__in=hits, kind__in=SETTING).values_list("id", flat=True)
    held = set(setting) if hits else set()
    return tuple(sorted(hits, key=lambda key: key in held))


def _begun(field: str, names: Collection[str]) -> Q:
    """Whether a word of the field begins with one of the names."""
    given = [name for name in names if name]
    begun = Q(pk__in=())
    for name in given:
        begun |= Q(**{f"{field}__istartswith": name})
        for mark in WORD_MARKS:
            begun |= Q(**{f"{field}__icontains": mark + name})
    return begun


def _titled(hits: tuple[str, ...], query: str) -> tuple[str, ...]:
    """The same documents, those first whose titles hold most words of the query."""
    asked = set(words(query))
    titles = dict(ProjectedDocument.objects.filter(id__in=hits, title__isnull=False).values_list("id", "title"))
    return tuple(sorted(hits, key=lambda key: -len(asked & set(words(titles.get(key) or "")))))


def _first(rows: QuerySet[Any], key: str) -> tuple[str, ...]:
    return tuple(rows.values_list(key, flat=True)[: COUNTED + 1])


def _paged(
    keys: Sequence[str], make: Callable[[Sequence[str]], tuple[T, ...]], *, page: int, size: int, reach: int = REACH
) -> Sought[T]:  # fmt: skip
    """One page of the first `reach` keys."""
    held = keys[:reach]
    pages = max(-(-len(held) // size), 1)
    page = min(max(page, 1), pages)
    shown = held[(page - 1) * size : page * size]
    return Sought(Listed(make(shown), len(held), page, pages), more=len(keys) > reach)


def _claims(ids: Sequence[str]) -> tuple[ClaimRow, ...]:
    """Standing claims with what stands beside them, in the order of the ids."""
    rows = {row.claim.id: row for row in joined(ProjectedClaim.objects.filter(id__in=ids))}
    return tuple(rows[key] for key in ids if key in rows)


def _incidents(ids: Sequence[str]) -> tuple[IncidentRow, ...]:
    """Lines of the list of incidents, in the order of the ids."""
    rows = {row.id: incident_row(row) for row in ProjectedIncident.objects.filter(id__in=ids)}
    return tuple(rows[key] for key in ids if key in rows)


def _documents(ids: Sequence[str]) -> tuple[SoughtDocument, ...]:
    rows = {row.id: document_row(row) for row in ProjectedDocument.objects.filter(id__in=ids)}
    papers = events.values("document", ids, Document)
    return tuple(SoughtDocument(rows[key], papers[key]) for key in ids if key in rows and key in papers)


def _voices(keys: Sequence[str]) -> tuple[SoughtVoice, ...]:
    origins = voices_by_key(keys)
    said = {key: ProjectedClaim.objects.filter(origin=key)[: LOUD + 1].count() for key in keys}
    return tuple(SoughtVoice(origins[key], min(n, LOUD), n > LOUD) for key, n in said.items() if key in origins)


def _outlets(names: Sequence[str]) -> tuple[OutletRow, ...]:
    rows = {row.name: outlet_row(row) for row in ProjectedOutlet.objects.filter(name__in=names)}
    return tuple(rows[name] for name in names if name in rows)
