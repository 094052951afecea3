"""The one file that composes the stages: bytes to claims, claims to accounts. Pure; the ledger is `build`'s affair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from stemma.clean import clean
from stemma.data.policies import Policy
from stemma.data.rules import Rules
from stemma.errors import InputError
from stemma.link import link
from stemma.model.capture import Received
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.incident import Incident, Linking
from stemma.model.origin import Trace
from stemma.model.ruling import Ruling
from stemma.read import Model, read, read_with_model
from stemma.reconcile import reconcile
from stemma.trace import trace


@dataclass(frozen=True, slots=True)
class Result:
    """What the whole way gives over a set of documents; everything sorted by id."""

    trace: Trace
    linking: Linking
    accounts: tuple[Account, ...]


def read_one(received: Received, rules: Rules) -> tuple[Document, Reading]:
    """Clean and read one capture; raises InputError where its bytes hold no text."""
    document = clean(received, rules)
    return document, read(document, rules)


@dataclass(frozen=True, slots=True)
class Reader:
    """A way from one capture to its document and claims. What was read under another name is read again. `read` raises
    InputError where the bytes hold no text or the reader cannot be asked."""

    name: str
    read: Callable[[Received, Rules], tuple[Document, Reading]]


RULES = Reader("rules", read_one)
"""The default: word lists and grammars, no model, the same claims every time."""


def model_reader(model: Model, name: str, tell: Callable[[str, Mapping[str, int]], object]) -> Reader:
    """A language model's reading; `tell` gets each document's label and how many suggestions its text did not bear
    out, by reason."""

    def read_one_with_model(received: Received, rules: Rules) -> tuple[Document, Reading]:
        document = clean(received, rules)
        try:
            made = read_with_model(document, rules, model, name)
        except InputError as error:
            raise InputError(document.label, f"not read: {error}") from error
        tell(document.label, made.dropped)
        return document, made.reading

    return Reader(f"llm {name}", read_one_with_model)


def derive(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    rules: Rules,
    rulings: Sequence[Ruling] = (),
    *,
    policy: Policy | None = None,
    as_of: str | None = None,
) -> Result:
    """Trace, link and reconcile read documents, whose order changes nothing; of two rulings the later holds."""
    papers = tuple(sorted(documents, key=lambda d: d.id))
    claims = tuple(sorted((c for r in readings for c in r.claims), key=lambda c: c.id))
    events = tuple(sorted((e for r in readings for e in r.events), key=lambda e: e.id))
    decided = tuple(rulings)
    chosen = policy if policy is not None else rules.policies["range"]
    traced = trace(papers, claims, rules, decided)
    linked = link(papers, claims, events, rules, decided)
    members = claims_by_incident(claims, linked)
    accounts = tuple(
        account(incident, members[incident.id], papers, traced, chosen, decided, as_of=as_of)
        for incident in linked.incidents
    )
    return Result(traced, linked, accounts)


def claims_by_incident(claims: Sequence[Claim], linked: Linking) -> dict[str, tuple[Claim, ...]]:
    """The claims of each incident, through the event reference that each is about."""
    home = {entry.event_ref_id: entry.incident_id for entry in linked.links}
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event.ref in home:
            grouped[home[claim.event.ref]].append(claim)
    return defaultdict(tuple, {incident: tuple(found) for incident, found in grouped.items()})


def account(  # noqa: PLR0913 - reconcile takes all of these
    incident: Incident,
    claims: tuple[Claim, ...],
    documents: Sequence[Document],
    traced: Trace,
    policy: Policy,
    rulings: tuple[Ruling, ...] = (),
    *,
    as_of: str | None = None,
) -> Account:
    """Reconcile one incident over the documents that tell of it."""
    named = {c.document_id for c in claims}
    papers = tuple(d for d in documents if d.id in named)
    return reconcile(incident, claims, papers, traced, policy, rulings, as_of=as_of)
