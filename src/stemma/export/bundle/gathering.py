"""What goes into a bundle: everything that one incident's account rests on, and nothing of any other incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stemma.build.fingerprint import deriver
from stemma.build.material import Material, material
from stemma.data.policies import named_policy
from stemma.data.rules import load_rules
from stemma.errors import InputError, LedgerError
from stemma.ledger import selectors
from stemma.ledger.excerpt import bears_on, excerpt, last_of, rulings_about
from stemma.model.bundle import BundledClaim, BundledDocument, BundledEvent, BundledMaterial, BundledRuling
from stemma.model.finding import Account
from stemma.model.head import Head


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a bundle but the payloads, under the head that vouches for it."""

    head: Head
    account: Account
    documents: tuple[BundledDocument, ...]
    claims: tuple[BundledClaim, ...]
    rulings: tuple[BundledRuling, ...]
    material: BundledMaterial
    events: tuple[BundledEvent, ...]

    @property
    def received_at(self) -> Mapping[str, str]:
        """When each capture was recorded (ISO 8601, UTC), by its id."""
        return {event.subject: event.recorded_at for event in self.events if event.kind == "capture"}


def gather(incident: str, policy: str, head: Head) -> Contents:
    """Of the open ledger. LedgerError where the account that was last published is not what its claims give today;
    InputError where the head is older than an event that the account rests on."""
    rules = load_rules()
    found = material(incident, rules)
    mentions, references = {claim.mention_id for claim in found.claims}, set(found.incident.aliases)
    found = replace(found, rulings=tuple(r for r in found.rulings if bears_on(r, mentions, references)))
    account = found.account(named_policy(rules.policies, policy))
    _published(account)
    rulings = rulings_about(mentions, references, {ruling.id for ruling in found.rulings})
    documents, claims = _documents(found), _claims(found)
    numbers = {
        *(seq for row in documents for seq in (row.seq, row.capture_seq, row.reading_seq)),
        *(row.seq for row in claims if row.seq is not None),
        *(row.seq for row in rulings),
        *last_of("event_ref", references).values(),
        *last_of("account", [account.id]).values(),
        *last_of("policy", [account.policy]).values(),
    }
    if max(numbers, default=0) > head.seq:
        raise InputError(
            f"head of event {head.seq}",
            f"the account rests on event {max(numbers)}, which came after it: publish a newer head",
        )
    trace = found.trace
    given = BundledMaterial(
        found.incident, trace.copies, trace.origins, trace.claim_origins, found.rulings, rules.hash,
        deriver(rules, policy),
    )  # fmt: skip
    return Contents(head, account, documents, claims, rulings, given, excerpt(numbers, head.seq))


def _published(account: Account) -> None:
    published = selectors.account(account.id)
    if selectors.accounts_due() or (published.policy == account.policy and published != account):
        raise LedgerError("the published account is not what its claims give today: run `stemma rebuild` first")


def _documents(found: Material) -> tuple[BundledDocument, ...]:
    within = {row.id for row in selectors.documents_of(found.incident.id)} | {page.id for page in found.documents}
    pages = [selectors.document(key) for key in sorted(within)]
    captures = [page.capture_id for page in pages]
    seqs, received, read = last_of("document", within), last_of("capture", captures), last_of("reading", captures)
    return tuple(
        BundledDocument(
            seqs[page.id], received[page.capture_id], read[page.capture_id], selectors.capture(page.capture_id), page
        )
        for page in pages
    )


def _claims(found: Material) -> tuple[BundledClaim, ...]:
    seqs = last_of("claim", (claim.id for claim in found.claims))
    ways = {way.claim_id: way for way in found.trace.claim_origins}
    rows = []
    for claim in found.claims:
        way = ways.get(claim.id)
        origin, path = (None, ()) if way is None else (way.origin, way.path)
        rows.append(BundledClaim(seqs.get(claim.id), claim, origin, path))
    return tuple(rows)
