"""One incident's account under another policy or as of another day, without publishing it."""

from __future__ import annotations

from pathlib import Path

from stemma.data.policies import DEFAULT
from stemma.data.rules import load_rules
from stemma.errors import NotFoundError
from stemma.ledger import open_ledger, selectors
from stemma.ledger.snapshot import standing
from stemma.model.beside import Beside
from stemma.model.finding import Account
from stemma.model.made_by import MadeBy
from stemma.model.origin import Trace
from stemma.reconcile import compare, reconcile


def account_at(ledger: Path, incident: str, *, policy: str = DEFAULT, as_of: str | None = None) -> Account:
    """Reconcile the incident that `incident` (any of its ids) leads to, from the claims and links as last derived.

    `as_of` is an ISO day: what had been published by then. Under the ledger's own policy and without `as_of` it is the
    published account. NotFoundError for an unknown incident or policy.
    """
    open_ledger(ledger, create=False)
    return account_under(incident, policy, as_of=as_of)


def account_under(incident: str, policy: str, *, as_of: str | None = None) -> Account:
    """The same in the ledger that is open."""
    rules = load_rules()
    if policy not in rules.policies:
        raise NotFoundError(f"no policy {policy!r}; there are {', '.join(sorted(rules.policies))}")
    shown = selectors.resolve(incident)
    claims = sorted((row.claim for row in selectors.claim_rows(incident=shown)), key=lambda claim: claim.id)
    documents = [selectors.document(key) for key in sorted({claim.document_id for claim in claims})]
    return reconcile(
        selectors.linked(shown),
        tuple(claims),
        documents,
        _trace(shown, rules.hash),
        rules.policies[policy],
        standing(row.ruling for row in selectors.rulings()),
        bloc=rules.parties.bloc,
        as_of=as_of,
    )


def _trace(incident: str, rules_hash: str) -> Trace:
    """The part of the trace that lies within the incident, which is all that an account is made from."""
    within = selectors.trace_of(incident)
    return Trace(within.copies, within.origins, within.claim_origins, MadeBy("trace", "as last derived", rules_hash))


def accounts_beside(ledger: Path, incident: str, policies: tuple[str, str], *, as_of: str | None = None) -> Beside:
    """The same incident under two policies, and where they part. Errors as for `account_at`."""
    one, other = (account_at(ledger, incident, policy=name, as_of=as_of) for name in policies)
    known = load_rules().policies
    return compare(one, other, (known[policies[0]], known[policies[1]]))
