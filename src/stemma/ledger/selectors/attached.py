"""Rulings on claims as they stand today: which take effect, and which wait in the queue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from stemma.ledger.entries import ReadingRecord
from stemma.ledger.models import ProjectedAlias, ProjectedDocument, ProjectedReference, ProjectionState
from stemma.ledger.rulings.attachment import NOTHING_RULED, Attachment, Ground, attach, differing
from stemma.ledger.rulings.company import company
from stemma.ledger.rulings.effect import effect
from stemma.ledger.selectors import events
from stemma.ledger.selectors.rows import ClaimNow, QueuedRow
from stemma.ledger.selectors.ruled import rulings
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.ruling import ClaimRuling, Ruling
from stemma.model.value import Toll


def attachment(mention: str | None = None) -> Attachment:
    """Every standing ruling on a claim, or those on claims of one mention: kept, with the claim as read that it holds
    for, or queued."""
    made = [row.ruling for row in rulings(mention=mention)]
    return _attached(_on_claims(made), _references(made))


def rulings_in_effect(mentions: Collection[str]) -> tuple[Ruling, ...]:
    """The rulings that accounts followed from when they were last derived, in the order in which they were made: those
    on claims of these mentions, each on its claim as it now reads, and all others."""
    state = ProjectionState.objects.first()
    made = [row.ruling for row in rulings(until=state.seq if state is not None else None)]
    wanted = [one for one in made if not isinstance(one, ClaimRuling) or one.mention_id in mentions]
    references = _references(wanted)
    return effect((), wanted, _attached(_on_claims(wanted), references), references).rulings


def queue() -> tuple[QueuedRow, ...]:
    """Rulings that a newer reading put in doubt, the oldest first, each with the claim seen and what is there now."""
    recorded = {row.ruling.id: row.recorded_at for row in rulings()}
    found = []
    for one in attachment().queued:
        beside = tuple(ClaimNow(claim, differing(one.seen, claim)) for claim in one.now)
        homes = (_home(claim.event.ref) for claim in (*one.now, one.seen))
        incident = next((home for home in homes if home is not None), None)
        found.append(QueuedRow(one.ruling, recorded[one.ruling.id], one.seen, beside, incident, _slot(one.seen)))
    return tuple(found)


def _on_claims(made: Iterable[Ruling]) -> list[ClaimRuling]:
    return [ruling for ruling in made if isinstance(ruling, ClaimRuling)]


def _attached(made: list[ClaimRuling], references: Mapping[str, EventReference]) -> Attachment:
    if not made:
        return NOTHING_RULED
    named = events.values("claim", sorted({name for one in made for name in (one.claim_id, one.root)}), Claim)
    papers = {claim.document_id for claim in named.values()}
    captures = dict(ProjectedDocument.objects.filter(id__in=papers).values_list("id", "capture"))

    def capture_of(claim: str) -> str:
        paper = named[claim].document_id
        return captures[paper] if paper in captures else events.value("document", paper, Document).capture_id

    ground = Ground(named, company(capture_of), references)
    return attach(made, _as_read(captures.values(), {one.mention_id for one in made}), ground)


def _as_read(captures: Iterable[str], mentions: Collection[str]) -> list[Claim]:
    """The claims that the last readings of these captures hold at these mentions, without what people corrected."""
    records = events.values("reading", sorted(captures), ReadingRecord).values()
    held = events.values("claim", sorted({name for record in records for name in record.claims}), Claim)
    return [
        replace(held[name], made_by=record.made_by or held[name].made_by)
        for record in records
        for name in record.claims
        if held[name].mention_id in mentions
    ]


def _references(made: Iterable[Ruling]) -> dict[str, EventReference]:
    """The references of today that corrections name."""
    contents = [one.content for one in made if isinstance(one, ClaimRuling) and one.content is not None]
    wanted = {content.event.ref for content in contents if content.event is not None}
    present = ProjectedReference.objects.filter(id__in=wanted).values_list("id", flat=True)
    return events.values("event_ref", sorted(present), EventReference)


def _home(reference: str) -> str | None:
    return ProjectedAlias.objects.filter(id=reference).values_list("incident", flat=True).first()


def _slot(claim: Claim) -> str:
    """The finding that a claim goes into."""
    return claim.value.state if isinstance(claim.value, Toll) else claim.kind
