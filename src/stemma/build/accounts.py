"""One incident's account under another policy or as of another time, without publishing it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from stemma.build.material import material
from stemma.data.policies import DEFAULT, named_policy
from stemma.data.rules import load_rules
from stemma.ledger import open_ledger
from stemma.model.beside import Beside
from stemma.model.finding import Account
from stemma.reconcile import compare


def account_at(
    ledger: Path,
    incident: str,
    *,
    policy: str = DEFAULT,
    as_of: str | None = None,
    recorded_by: datetime | None = None,
) -> Account:
    """Reconcile the incident that `incident` (any of its ids) leads to, from the claims and links as last derived.

    `as_of` is an ISO day: what had been published by then. `recorded_by` is a moment with its zone: what the events
    recorded by then give, rulings included, as it would have been derived then with today's code and data. Under the
    ledger's own policy and without either it is the published account. NotFoundError for an unknown incident or policy
    and for an incident of which nothing had been recorded.
    """
    open_ledger(ledger, create=False)
    return account_under(incident, policy, as_of=as_of, recorded_by=recorded_by)


def account_under(
    incident: str, policy: str, *, as_of: str | None = None, recorded_by: datetime | None = None
) -> Account:
    """The same in the ledger that is open."""
    rules = load_rules()
    chosen = named_policy(rules.policies, policy)
    return material(incident, rules, recorded_by=recorded_by).account(chosen, as_of=as_of)


def accounts_beside(
    ledger: Path,
    incident: str,
    policies: tuple[str, str],
    *,
    as_of: str | None = None,
    recorded_by: datetime | None = None,
) -> Beside:
    """The same incident under two policies, and where they part. Errors as for `account_at`."""
    open_ledger(ledger, create=False)
    rules = load_rules()
    one, other = (account_under(incident, name, as_of=as_of, recorded_by=recorded_by) for name in policies)
    return compare(one, other, (rules.policies[policies[0]], rules.policies[policies[1]]))
