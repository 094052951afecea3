"""Claims, rulings on them, and where they came from."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace

from django.db.models import Q, QuerySet

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode, decode_ruling, encode
from stemma.ledger.models import Event, ProjectedClaim, ProjectedCopy, ProjectedDocument, ProjectedOrigin
from stemma.ledger.selectors import events
from stemma.ledger.selectors.documents import document_row, documents_of
from stemma.ledger.selectors.lookup import by_prefix, only
from stemma.ledger.selectors.rows import ClaimRow, IncidentTrace, RulingRow
from stemma.model.claim import Claim, Kind
from stemma.model.correction import basis
from stemma.model.made_by import MadeBy
from stemma.model.origin import ClaimOrigin, Copy, Origin
from stemma.model.ruling import ClaimRuling, covers
from stemma.model.wire import from_wire

PORTION = 2_000
"""Claims read at a time: an export of a million of them must not hold all."""


def claim(claim_id: str) -> Claim:
    """A standing claim, by its id or as much of it as is unique."""
    return claim_row(claim_id).claim


def claim_row(claim_id: str) -> ClaimRow:
    """The same with its document, incident, origin and ruling."""
    return next(joined(ProjectedClaim.objects.filter(id=_key(claim_id))))


def as_read(row: ClaimRow) -> Claim:
    """The claim as it was read, where people corrected it; else itself."""
    return row.claim if row.read is None else events.value("claim", row.read, Claim)


def claims_of(document_id: str) -> tuple[Claim, ...]:
    """A document's standing claims, in the order of its text."""
    return tuple(row.claim for row in claim_rows(document=document_id))


def claim_rows(
    *, document: str | None = None, incident: str | None = None, kind: Kind | None = None
) -> Iterator[ClaimRow]:
    """Standing claims of a document, of an incident or of the whole ledger, by document and place in its text; of one
    kind or of all."""
    wanted = ProjectedClaim.objects.order_by("document", "start", "id")
    if document is not None:
        wanted = wanted.filter(document=document)
    if incident is not None:
        wanted = wanted.filter(incident=incident)
    if kind is not None:
        wanted = wanted.filter(kind=kind)
    return joined(wanted)


def trace_of(incident_id: str) -> IncidentTrace:
    """Who had an incident's claims from whom, and which of its documents carry one text."""
    documents = documents_of(incident_id)
    held = [row.id for row in documents]
    copies = ProjectedCopy.objects.filter(Q(a__in=held) & Q(b__in=held)).order_by("a", "b")
    claims = ProjectedClaim.objects.filter(incident=incident_id, origin__isnull=False).order_by("id")
    paths = tuple(ClaimOrigin(row.id, row.origin or "", tuple(json.loads(row.path))) for row in claims)
    origins = _origins({path.origin for path in paths})
    return IncidentTrace(
        documents=documents,
        copies=tuple(decode(Copy, row.body) for row in copies),
        claim_origins=paths,
        origins=tuple(origins[key] for key in sorted(origins)),
    )


def copies_of(document_id: str) -> tuple[Copy, ...]:
    """The pairs that a document is in, those that share most first."""
    rows = ProjectedCopy.objects.filter(Q(a=document_id) | Q(b=document_id)).values_list("body", flat=True)
    return tuple(sorted((decode(Copy, body) for body in rows), key=lambda copy: (-copy.score, copy.a, copy.b)))


def claims_in(documents: Collection[str], kinds: Collection[Kind]) -> tuple[Claim, ...]:
    """The standing claims of certain kinds in several documents."""
    rows = ProjectedClaim.objects.filter(document__in=documents, kind__in=kinds).order_by("document", "start", "id")
    return tuple(row.claim for row in joined(rows))


def copies() -> tuple[Copy, ...]:
    """All pairs of documents that carry the same text, by their ids."""
    return tuple(decode(Copy, body) for body in ProjectedCopy.objects.order_by("a", "b").values_list("body", flat=True))


def rulings(
    *, until: int | None = None, since: int | None = None, at: str | None = None, mention: str | None = None
) -> tuple[RulingRow, ...]:
    """All decisions in the order in which they were made; `until` the event of that number, `since` after that of
    another, `at` one moment of recording, on claims of one `mention` alone."""
    rows = Event.objects.filter(kind="ruling").order_by("seq")
    if until is not None:
        rows = rows.filter(seq__lte=until)
    if since is not None:
        rows = rows.filter(seq__gt=since)
    if at is not None:
        rows = rows.filter(recorded_at=at)
    if mention is not None:
        # A scan over the bodies, which takes a tenth of what it takes to decode them.
        rows = rows.filter(body__contains=f'"mention_id":{encode(mention)}')
    return tuple(RulingRow(decode_ruling(body), at) for body, at in rows.values_list("body", "recorded_at"))


def decision_on(row: ClaimRow) -> ClaimRuling | None:
    """The accept, reject or correct that holds on a claim, whether or not accounts take it in yet; a rejection before
    all others, else the last."""
    held: list[ClaimRuling] = []
    for one in (made.ruling for made in rulings(mention=row.claim.mention_id)):
        if isinstance(one, ClaimRuling) and (row.read or row.claim.id) in (one.root, one.claim_id):
            held = [earlier for earlier in held if not covers(one, earlier)]
            held += [one] if one.act != "withdraw" else []
    decided = [one for one in held if one.act != "unsure"]
    return max(reversed(decided), key=lambda one: one.act == "reject", default=None)


def ruling_row(name: str) -> RulingRow:
    """One decision by its id. NotFoundError where there is none."""
    found = Event.objects.filter(kind="ruling", subject=name).values_list("body", "recorded_at").first()
    if found is None:
        raise NotFoundError(f"no ruling {name!r} in this ledger")
    return RulingRow(decode_ruling(found[0]), found[1])


def _key(claim_id: str) -> str:
    return only(by_prefix(ProjectedClaim, claim_id, "claim"), claim_id, "claim")


def _origins(keys: set[str]) -> dict[str, Origin]:
    rows = ProjectedOrigin.objects.filter(key__in=keys).values("key", "label", "kind", "bloc", "party")
    return {row["key"]: from_wire(Origin, row) for row in rows}


def joined(rows: QuerySet[ProjectedClaim], *, most: int | None = None) -> Iterator[ClaimRow]:
    """The rows of a query set in its order, at most so many, each with what stands beside it."""
    ids = list(rows.values_list("id", flat=True)[:most])
    for start in range(0, len(ids), PORTION):
        yield from _portion(ids[start : start + PORTION])


def _portion(ids: list[str]) -> Iterator[ClaimRow]:
    rows = {row.id: row for row in ProjectedClaim.objects.filter(id__in=ids)}
    claims = events.values("claim", ids, Claim)
    papers = {row.document for row in rows.values()}
    documents = {row.id: document_row(row) for row in ProjectedDocument.objects.filter(id__in=papers)}
    origins = _origins({row.origin for row in rows.values() if row.origin is not None})
    makers = {key: decode(MadeBy, row.made_by) for key, row in rows.items()}
    based = {key: basis(made_by) for key, made_by in makers.items()}
    named = sorted({name for one in based.values() if one is not None for name in one.rulings})
    corrections = events.values("ruling", named, ClaimRuling)
    for key in ids:
        row, rests_on = rows[key], based[key]
        yield ClaimRow(
            claim=replace(claims[key], made_by=makers[key]),
            document=documents[row.document],
            incident=row.incident,
            origin=origins.get(row.origin) if row.origin is not None else None,
            path=tuple(json.loads(row.path)),
            ruling=row.ruling,
            read=rests_on.read if rests_on is not None else None,
            corrections=tuple(corrections[name] for name in rests_on.rulings) if rests_on is not None else (),
        )
