"""Every event that touched an incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from stemma.ledger.entries import decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event, ProjectedClaim, ProjectedDocument, ProjectedReference
from stemma.ledger.selectors import events
from stemma.ledger.selectors.acts import Done, done
from stemma.ledger.selectors.work import names_of
from stemma.model.assignment import Assignment
from stemma.model.capture import Capture
from stemma.model.claim import Claim
from stemma.model.comment import Comment
from stemma.model.exported import Exported
from stemma.model.finding import Account
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling
from stemma.model.status import StatusChange

T = TypeVar("T")
Touching = Capture | Ruling | StatusChange | Assignment | Comment | Account | Exported


@dataclass(frozen=True, slots=True)
class Touched:
    """What touched an incident, by event; `claims` are those that its rulings and comments are about, by id."""

    events: tuple[Done[Touching], ...]
    claims: dict[str, Claim]


def touched(incident_id: str) -> Touched:
    """In order: captures of its documents, rulings on its claims, its references and its figures, changes of status,
    assignments, comments on it, its claims and its documents, accounts published under whichever of its ids, and
    exports that took it out. By its shown id, and as it is made up today: what a merge brought in is in it, what a
    split took out is not.
    """
    names = names_of(incident_id)
    papers = frozenset(ProjectedReference.objects.filter(incident=incident_id).values_list("document", flat=True))
    rulings, seen = _rulings(incident_id, names)
    standing = frozenset(ProjectedClaim.objects.filter(incident=incident_id).values_list("id", flat=True))
    said = _comments({"incident": names, "document": papers, "claim": standing | seen.keys()})
    about = {held.value.subject for held in said if held.value.about == "claim"} - seen.keys()
    accounts = _of("account", sorted(names), Account)
    found: list[Done[Touching]] = [
        *_captures(papers),
        *rulings,
        *(held for held in done("status", StatusChange) if held.value.incident in names),
        *(held for held in done("assignment", Assignment) if held.value.incident in names),
        *said,
        *accounts,
        *_exports(names, min((held.seq for held in accounts), default=None)),
    ]
    claims = {**seen, **events.values("claim", sorted(about), Claim)}
    return Touched(tuple(sorted(found, key=lambda held: held.seq)), claims)


def _captures(documents: frozenset[str]) -> list[Done[Capture]]:
    held = ProjectedDocument.objects.filter(id__in=documents).values_list("capture", flat=True)
    return _of("capture", sorted(set(held)), Capture)


def _of(kind: Kind, subjects: Sequence[str], shape: type[T]) -> list[Done[T]]:
    rows = Event.objects.filter(kind=kind, subject__in=subjects).values_list("seq", "recorded_at", "body")
    return [Done(seq, at, decode(shape, body)) for seq, at, body in rows]


def _rulings(incident_id: str, names: frozenset[str]) -> tuple[list[Done[Ruling]], dict[str, Claim]]:
    """Those that touch the incident, and the claims that they were about as they were seen: a claim that a later
    reading no longer makes belongs to the incident that its reference belongs to."""
    rows = Event.objects.filter(kind="ruling").order_by("seq").values_list("seq", "recorded_at", "body")
    every = [Done(seq, at, decode_ruling(body)) for seq, at, body in rows]
    ruled = sorted({held.value.claim_id for held in every if isinstance(held.value, ClaimRuling)})
    mentions = frozenset(ProjectedClaim.objects.filter(incident=incident_id).values_list("mention", flat=True))
    claims = {
        key: claim
        for key, claim in events.values("claim", ruled, Claim).items()
        if claim.event.ref in names or claim.mention_id in mentions
    }
    seen = mentions | {claim.mention_id for claim in claims.values()}
    return [held for held in every if _touches(held.value, names, seen)], claims


def _touches(ruling: Ruling, names: frozenset[str], mentions: frozenset[str]) -> bool:
    match ruling:
        case ClaimRuling():
            return ruling.mention_id in mentions
        case FindingRuling():
            return ruling.incident in names
        case _:
            return ruling.a in names or ruling.b in names


def _comments(subjects: dict[str, frozenset[str]]) -> list[Done[Comment]]:
    return [held for held in done("comment", Comment) if held.value.subject in subjects.get(held.value.about, ())]


def _exports(names: frozenset[str], since: int | None) -> Iterator[Done[Exported]]:
    """Of this incident alone, or of everything after its first account was published (event `since`)."""
    for held in done("export", Exported):
        whole = held.value.incident is None and since is not None and held.seq > since
        if whole or held.value.incident in names:
            yield held
