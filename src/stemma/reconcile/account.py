"""The account of an incident: every finding with the claims behind it, under a named policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.correction import told
from stemma.model.document import Document
from stemma.model.finding import Account, AccountClaim, Finding
from stemma.model.incident import Incident
from stemma.model.made_by import MadeBy
from stemma.model.origin import Trace
from stemma.model.ruling import Ruling, lasting
from stemma.model.value import EventCount, Toll
from stemma.reconcile import overrides
from stemma.reconcile.answers import answer_finding
from stemma.reconcile.case import case
from stemma.reconcile.choice import settle
from stemma.reconcile.coding import codes, graded
from stemma.reconcile.entry import Entry, entries, known_by
from stemma.reconcile.figures import figure_finding
from stemma.reconcile.slots import by_slot

VERSION = "1"


def reconcile(  # noqa: PLR0913 - what an account is made of, each named in the contract of the stage
    incident: Incident,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    trace: Trace,
    policy: Policy,
    rulings: Iterable[Ruling] = (),
    *,
    bloc: Callable[[str], str | None],
    as_of: str | None = None,
) -> Account:
    """What is said of an incident and by whom. Pure; the order of claims and documents changes nothing.

    `claims` are those of the incident's members, `documents` the pages that tell of it, `rulings` in the order in which
    they were made; `bloc` gives a party's side by its name. `as_of` is a day (ISO): what came out later, or at no known
    time, is left out.
    """
    decided = tuple(rulings)
    pages = {page.id: page for page in documents if known_by(page, as_of)}
    counted = entries(claims, pages.values(), trace, policy, rulings=decided, as_of=as_of)
    slots = by_slot(counted, policy)
    ruled = overrides.standing(incident, policy.name, decided)
    made = (
        figure_finding(slot, part, said, policy)
        if isinstance(said[0].claim.value, Toll | EventCount)
        else answer_finding(slot, said, bloc)
        for (slot, part), said in slots.items()
        if slot not in policy.leaves_out
    )
    findings = tuple(overrides.overridden(settle(finding, policy), ruled) for finding in made)
    known = case(incident, counted if policy.grade is not None or policy.codes else (), policy, bloc)
    grade = graded(known, policy)
    grade = overrides.recoded(grade, ruled) if grade is not None else None
    return Account(
        id=incident.id,
        label=incident.label,
        type=incident.type,
        date=incident.date,
        place=incident.place,
        findings=findings,
        claims=_quoted(counted, decided),
        aliases=incident.aliases,
        as_of=as_of,
        documents=len(pages),
        independent_origins=_independent(findings, counted),
        copies=sum(1 for copy in trace.copies if copy.whole and copy.a in pages and copy.b in pages),
        policy=policy.name,
        grade=grade.value if grade is not None else None,
        grade_reason=grade.reason if grade is not None else None,
        made_by=MadeBy("reconcile", VERSION, trace.made_by.rules),
        policy_version=policy.version,
        policy_hash=policy.hash,
        codes=tuple(overrides.recoded(code, ruled) for code in codes(known, policy)),
    )


def _quoted(counted: Iterable[Entry], rulings: Iterable[Ruling]) -> dict[str, AccountClaim]:
    """By id, each with the corrections that made it what it is."""
    ruled = lasting(rulings)
    quoted = {}
    for entry in counted:
        claim = entry.claim
        quoted[claim.id] = AccountClaim(
            document=claim.document_id,
            kind=claim.kind,
            voices=claim.voices,
            relays=claim.relays,
            quote=claim.quote,
            value=claim.value,
            stance=claim.stance,
            hedges=claim.hedges,
            origin=entry.origin.key,
            reader=claim.made_by.reader,
            corrected=tuple(told(r) for r in ruled.get((claim.mention_id, claim.id), ()) if r.act == "correct"),
        )
    return quoted


def _independent(findings: Iterable[Finding], counted: Iterable[Entry]) -> int:
    """Origins that assert how many were killed, of the whole; where nobody does, all origins."""
    killed = next((f for f in findings if (f.slot, f.group, f.victim_class) == ("killed", None, None)), None)
    asserting = {s.key for p in killed.positions if p.stance == "asserts" for s in p.origins} if killed else set()
    return len(asserting) or len({entry.origin.key for entry in counted})
