"""One incident's account: every slot that anybody spoke to, with the claims behind each position."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.finding import Account, AccountClaim, Finding
from stemma.model.incident import Incident
from stemma.model.made_by import MadeBy
from stemma.model.origin import Trace
from stemma.model.ruling import Ruling
from stemma.reconcile.counting import toll_findings
from stemma.reconcile.evidence import Evidence, gather
from stemma.reconcile.naming import named_finding
from stemma.reconcile.support import origins_of

STAGE, VERSION = "reconcile", "1"
NAMED_SLOTS = (
    "perpetrator",
    "target",
    "place",
    "date",
    "means",
    "flight_origin",
    "event_count",
    "motive",
    "consequence",
    "response",
)
"""In the order in which an account shows them, after the tolls."""
TOLL_ORDER = ("killed", "injured", "casualties", "missing", "captured", "displaced")


def reconcile(  # noqa: PLR0913 - an account is made of all of these
    incident: Incident,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    trace: Trace,
    policy: Policy,
    rulings: Sequence[Ruling] = (),
    *,
    as_of: str | None = None,
) -> Account:
    """The account of `incident` from the claims about it, as far as `as_of` (ISO day, publication) had seen it.

    Order of the inputs changes nothing, save that of `rulings`: of two on one mention the later holds.
    """
    found = gather(claims, documents, trace, rulings, as_of)
    findings = _findings(found)
    read = {e.claim.document_id for e in found}
    return Account(
        id=incident.id,
        label=incident.label,
        type=incident.type,
        date=incident.date,
        place=incident.place,
        findings=findings,
        claims={e.claim.id: _quoted(e) for e in sorted(found, key=lambda e: e.claim.id)},
        aliases=incident.aliases,
        as_of=as_of,
        documents=len(read),
        independent_origins=len(_independent(found)),
        copies=sum(1 for c in trace.copies if {c.a, c.b} <= read),
        policy=policy.label,
        grade=None,
        grade_reason=None,
        made_by=MadeBy(STAGE, VERSION),
    )


def _findings(found: tuple[Evidence, ...]) -> tuple[Finding, ...]:
    tolls = toll_findings([e for e in found if e.claim.kind == "toll"])
    ordered = sorted(tolls, key=lambda f: (TOLL_ORDER.index(f.slot), f.victim_class or "", f.group or ""))
    named = [named_finding(slot, held) for slot in NAMED_SLOTS if (held := [e for e in found if e.claim.kind == slot])]
    return (*ordered, *named)


def _independent(found: tuple[Evidence, ...]) -> frozenset[str]:
    """Origins behind the killed figures; behind everything where nobody counted the dead."""
    killed = [e for e in found if e.claim.kind == "toll" and getattr(e.claim.value, "state", None) == "killed"]
    return origins_of(killed or found)


def _quoted(evidence: Evidence) -> AccountClaim:
    claim = evidence.claim
    return AccountClaim(
        document=claim.document_id,
        kind=claim.kind,
        voices=claim.voices,
        relays=claim.relays,
        quote=claim.quote,
        value=claim.value,
        stance=claim.stance,
        hedges=claim.hedges,
        origin=evidence.origin.key,
    )
