"""One side of a comparison of two states of a ledger: accounts, and claims with the incident that each is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.ledger import selectors
from stemma.ledger.projections import Derived
from stemma.ledger.rulings.attachment import Attachment
from stemma.model.claim import Claim
from stemma.model.finding import Account


@dataclass(frozen=True, slots=True)
class Side:
    """Accounts by shown id, claims by id, and the incident of each event reference that is of one."""

    accounts: Mapping[str, Account]
    claims: Mapping[str, Claim]
    incident_of: Mapping[str, str]
    attachment: Attachment

    def home(self, claim: Claim) -> str | None:
        """The incident that a claim is of."""
        return self.incident_of.get(claim.event.ref)


def published() -> Side:
    """What the open ledger's pages show."""
    accounts = {row.id: selectors.account(row.id) for row in selectors.incidents()}
    return Side(
        accounts,
        {row.claim.id: row.claim for row in selectors.claim_rows()},
        {alias: name for name in accounts for alias in selectors.linked(name).aliases},
        selectors.attachment(),
    )


def of_derived(derived: Derived) -> Side:
    """What they would show."""
    return Side(
        {account.id: account for account in derived.accounts},
        {claim.id: claim for claim in derived.claims()},
        derived.incident_of(),
        derived.snapshot.attachment,
    )
