"""How much hangs on a claim: in which order people are asked to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stemma.model.claim import Claim
from stemma.model.finding import Account
from stemma.reconcile.ends import holders

END, TOLL, DOER, REST, NOWHERE = range(5)
"""It holds an end of a range; it is another toll; it says who did it; anything else; it is of no incident."""


def ranks(accounts: Iterable[Account]) -> Callable[[Claim, str | None], int]:
    """The rank of a claim with the shown id of its incident. Claims that hold an end of a range whose ends differ are
    the ones whose absence can move it at once; what would take many removals together is not tried here."""
    held = {
        claim
        for account in accounts
        for finding in account.findings
        if finding.low != finding.high
        for end in (finding.low, finding.high)
        for support in holders(finding, end)
        for claim in support.claims
    }

    def rank(claim: Claim, incident: str | None) -> int:
        if incident is None:
            return NOWHERE
        if claim.id in held:
            return END
        return {"toll": TOLL, "perpetrator": DOER}.get(claim.kind, REST)

    return rank
