"""A bundle's account, made again from what the bundle says it was made from."""

from __future__ import annotations

from stemma.build.fingerprint import deriver
from stemma.build.material import Material
from stemma.data.policies import named_policy
from stemma.data.rules import load_rules
from stemma.errors import NotFoundError
from stemma.ledger.bundles.contents import BundleContents
from stemma.model.made_by import MadeBy
from stemma.model.origin import Trace


def follows(held: BundleContents) -> bool | None:
    """Whether the account is what its claims, documents and decisions give; None where other code or data than today's
    made it, so that nothing can be said."""
    rules, given = load_rules(), held.material
    try:
        policy = named_policy(rules.policies, held.account.policy)
    except NotFoundError:
        return None
    if given.made_with != deriver(rules, policy.name):
        return None
    claims = tuple(row.claim for row in held.claims)
    within = {claim.document_id for claim in claims}
    trace = Trace(given.copies, given.origins, given.claim_origins, MadeBy("trace", "as bundled", given.rules))
    found = Material(
        incident=given.incident,
        claims=claims,
        documents=tuple(row.document for row in held.documents if row.document.id in within),
        trace=trace,
        rulings=given.rulings,
        bloc=rules.parties.bloc,
    )
    return found.account(policy) == held.account
