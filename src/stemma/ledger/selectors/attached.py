"""Rulings on claims as they stand today: which take effect, and which wait in the queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from stemma.ledger.entries import decode
from stemma.ledger.models import ProjectedAlias, ProjectedClaim, ProjectedReference
from stemma.ledger.rulings.attachment import Attachment, Ground, attach, differing
from stemma.ledger.rulings.company import company
from stemma.ledger.rulings.effect import in_effect
from stemma.ledger.selectors import events
from stemma.ledger.selectors.claims import rows_of, rulings
from stemma.ledger.selectors.rows import ClaimNow, QueuedRow
from stemma.model.claim import Claim
from stemma.model.correction import basis
from stemma.model.document import Document
from stemma.model.made_by import MadeBy
from stemma.model.ruling import ClaimRuling, Ruling
from stemma.model.value import Toll


def attachment() -> Attachment:
    """Every standing ruling on a claim: kept, with the claim as read that it holds for, or queued."""
    made = [row.ruling for row in rulings() if isinstance(row.ruling, ClaimRuling)]
    if not made:
        return Attachment()
    named = events.values("claim", sorted({name for r in made for name in (r.claim_id, r.root)}), Claim)
    wanted = {r.content.event.ref for r in made if r.content is not None and r.content.event is not None}
    present = set(ProjectedReference.objects.filter(id__in=wanted).values_list("id", flat=True))
    together = company(lambda claim: events.value("document", named[claim].document_id, Document).capture_id)
    return attach(made, _as_read(sorted({r.mention_id for r in made})), Ground(named, together, present))


def rulings_in_effect() -> tuple[Ruling, ...]:
    """All rulings that accounts follow from today, in the order in which they were made, each on its claim as it now
    reads."""
    shown = _shown()
    moved = {kept.ruling.id: (kept.ruling, kept.claim.id) for kept in attachment().kept}
    on_claims = {name: replace(ruling, claim_id=shown.get(read, read)) for name, (ruling, read) in moved.items()}
    return in_effect([row.ruling for row in rulings()], on_claims)


def queue() -> tuple[QueuedRow, ...]:
    """Rulings that a newer reading put in doubt, the oldest first, each with the claim seen and what is there now."""
    recorded = {row.ruling.id: row.recorded_at for row in rulings()}
    waiting = attachment().queued
    shown = _shown()
    rows = {row.claim.id: row for row in rows_of([shown.get(c.id, c.id) for one in waiting for c in one.now])}
    found = []
    for one in waiting:
        now = [rows[shown.get(claim.id, claim.id)] for claim in one.now]
        incident = next((row.incident for row in now if row.incident), None) or _home(one.seen.event.ref)
        beside = tuple(ClaimNow(claim, differing(one.seen, claim)) for claim in one.now)
        found.append(QueuedRow(one.ruling, recorded[one.ruling.id], one.seen, beside, incident, _slot(one.seen)))
    return tuple(found)


def _as_read(mentions: Iterable[str]) -> list[Claim]:
    """The claims that stand at these mentions, without what people corrected in them."""
    rows = ProjectedClaim.objects.filter(mention__in=mentions).values_list("id", "made_by").order_by("id")
    found = [basis(decode(MadeBy, made_by)) or name for name, made_by in rows]
    names = [one if isinstance(one, str) else one.read for one in found]
    held = events.values("claim", names, Claim)
    return [held[name] for name in names]


def _shown() -> dict[str, str]:
    """Claim as read -> the claim that stands for it, where people corrected it."""
    rows = ProjectedClaim.objects.filter(made_by__contains='"stage":"review"').values_list("id", "made_by")
    found = ((basis(decode(MadeBy, made_by)), name) for name, made_by in rows)
    return {based.read: name for based, name in found if based is not None}


def _home(reference: str) -> str | None:
    return ProjectedAlias.objects.filter(id=reference).values_list("incident", flat=True).first()


def _slot(claim: Claim) -> str:
    """The finding that a claim goes into."""
    return claim.value.state if isinstance(claim.value, Toll) else claim.kind
