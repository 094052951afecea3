"""What one incident's account is made from, as last derived or as it would have been derived at an earlier time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from stemma.build.fingerprint import deriver
from stemma.build.publish import compared_by, derive_all
from stemma.data.policies import DEFAULT, Policy
from stemma.data.rules import Rules
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.projections import Derived
from stemma.ledger.selectors import IncidentTrace
from stemma.ledger.snapshot import recorded_until, snapshot
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.incident import Incident
from stemma.model.made_by import MadeBy
from stemma.model.origin import Trace
from stemma.model.ruling import Ruling
from stemma.pipeline import Excerpts, claims_by_incident
from stemma.reconcile import reconcile

Bloc = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Held:
    """An incident's standing claims and who had them from whom, as `selectors` give them."""

    claims: tuple[Claim, ...]
    trace: IncidentTrace


@dataclass(frozen=True, slots=True)
class Material:
    """All that `reconcile` and what is built on it take, for one incident. `bloc` gives a party's side by its name."""

    incident: Incident
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    trace: Trace
    rulings: tuple[Ruling, ...]
    bloc: Bloc

    def account(self, policy: Policy, *, as_of: str | None = None) -> Account:
        """The account that follows."""
        return reconcile(
            self.incident, self.claims, self.documents, self.trace, policy, self.rulings, bloc=self.bloc, as_of=as_of
        )


def material(incident: str, rules: Rules, *, recorded_by: datetime | None = None) -> Material:
    """Of the open ledger, for the incident that `incident` (any of its ids) leads to. NotFoundError where none does.

    `recorded_by` is ledger time: everything is derived anew, with today's code and data, from the events that had been
    recorded by then, rulings included. It takes as long as deriving the ledger of that time does.
    """
    shown = selectors.resolve(incident)
    if recorded_by is None:
        return as_derived(shown, rules.parties.bloc, rules.hash)
    return _as_recorded(incident, shown, rules, recorded_by)


def as_derived(shown: str, bloc: Bloc, rules_hash: str = "", *, held: Held | None = None) -> Material:
    """The same from the projections, for a caller that needs no rules beside `bloc`; `shown` is the shown id. Without
    their hash an account made of it does not say under which data it was made. `held` is what the caller has read of
    the incident already."""
    if held is None:
        held = Held(tuple(row.claim for row in selectors.claim_rows(incident=shown)), selectors.trace_of(shown))
    claims = sorted(held.claims, key=lambda claim: claim.id)
    within = held.trace
    made_by = MadeBy("trace", "as last derived", rules_hash)
    return Material(
        incident=selectors.linked(shown),
        claims=tuple(claims),
        documents=selectors.whole_documents({claim.document_id for claim in claims}),
        trace=Trace(within.copies, within.origins, within.claim_origins, made_by),
        rulings=selectors.rulings_in_effect({claim.mention_id for claim in claims}),
        bloc=bloc,
    )


def _as_recorded(asked: str, shown: str, rules: Rules, at: datetime) -> Material:
    state = snapshot(until=recorded_until(at.astimezone(UTC).isoformat(timespec="microseconds")))
    derived = derive_all(state, rules, DEFAULT, compared_by(deriver(rules, DEFAULT)))
    incident = _then(asked, shown, derived, at)
    claims = claims_by_incident(derived.claims(), derived.linking)[incident.id]
    documents, trace = Excerpts(state.documents, derived.trace).of(claims)
    return Material(incident, claims, documents, trace, state.rulings, rules.parties.bloc)


def _then(asked: str, shown: str, derived: Derived, at: datetime) -> Incident:
    """What the incident was: of those that are one today the one that holds the id asked for, else the shown id, else
    most of today's references."""
    today = set(selectors.linked(shown).aliases)
    found = [incident for incident in derived.linking.incidents if today & set(incident.aliases)]
    if not found:
        when = at.isoformat(timespec="seconds")
        raise NotFoundError(f"incident {asked!r}: the ledger had recorded nothing of it by {when}")
    wanted = asked.strip().lower()

    def nearness(incident: Incident) -> tuple[bool, bool, int, str]:
        holds = any(alias.startswith(wanted) for alias in incident.aliases)
        return (not holds, shown not in incident.aliases, -len(today & set(incident.aliases)), incident.id)

    return min(found, key=nearness)
