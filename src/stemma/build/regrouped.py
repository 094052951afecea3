"""What an account would be if these references, and no others, were one incident: before anybody rules so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from stemma.build.material import Material
from stemma.data.policies import DEFAULT, named_policy
from stemma.data.rules import load_rules
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.link.naming import incident
from stemma.link.timing import Timing, timing
from stemma.model.event import EventReference
from stemma.model.finding import Account
from stemma.model.made_by import MadeBy
from stemma.model.origin import Trace


@dataclass(frozen=True, slots=True)
class _Member:
    """A reference as naming takes it."""

    reference: EventReference
    timing: Timing

    @property
    def id(self) -> str:
        return self.reference.id


def regrouped(references: Collection[str], policy: str = DEFAULT) -> Account:
    """The account of exactly these references (ids of today) in the open ledger, from claims and ways as last derived.

    Nothing is recorded. It is what deriving publishes where linking leaves them together and adds no other: of two
    incidents that are ruled one it must leave them, of the parts of a split it may not, since a report may be more
    like another incident than like what it was set apart with. NotFoundError for a reference that is of no incident.
    """
    rows = selectors.reference_rows(references)
    homes = sorted({row.incident for row in rows.values() if row.incident is not None})
    if missing := sorted(name for name in references if name not in rows or rows[name].incident is None):
        raise NotFoundError(f"report {missing[0]!r} is of no incident today")
    return _material(frozenset(references), homes).account(named_policy(load_rules().policies, policy))


def _material(references: frozenset[str], homes: Collection[str]) -> Material:
    rules = load_rules()
    told = selectors.event_references(references)
    rows = [row for home in homes for row in selectors.claim_rows(incident=home)]
    claims = sorted((row.claim for row in rows if row.claim.event.ref in references), key=lambda claim: claim.id)
    papers = {one.document_id: selectors.document(one.document_id) for one in told}
    held = {claim.document_id for claim in claims}
    traced = selectors.trace_among(homes)
    named = {claim.id for claim in claims}
    paths = tuple(path for path in traced.claim_origins if path.claim_id in named)
    behind = {path.origin for path in paths}
    return Material(
        incident=incident([_Member(one, timing(one, papers[one.document_id])) for one in told], rules),
        claims=tuple(claims),
        documents=tuple(papers[key] for key in sorted(held)),
        trace=Trace(
            copies=tuple(copy for copy in traced.copies if copy.a in held and copy.b in held),
            origins=tuple(origin for origin in traced.origins if origin.key in behind),
            claim_origins=paths,
            made_by=MadeBy("trace", "as last derived", rules.hash),
        ),
        rulings=selectors.rulings_in_effect({claim.mention_id for claim in claims}),
        bloc=rules.parties.bloc,
    )
