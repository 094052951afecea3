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
from stemma.model.comparison import NOTHING_COMPARED, Compared
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.incident import Linking
from stemma.model.origin import Copy, Trace
from stemma.model.ruling import Ruling
from stemma.read import Model, read, read_with_model
from stemma.reconcile import reconcile
from stemma.trace import compare, trace


@dataclass(frozen=True, slots=True)
class Result:
    """What the whole way gives over a set of documents; everything sorted by id."""

    trace: Trace
    linking: Linking
    accounts: tuple[Account, ...]
    compared: Compared


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


def derive(  # noqa: PLR0913 - what everything follows from, each named in the contract
    documents: Sequence[Document],
    readings: Sequence[Reading],
    rules: Rules,
    rulings: Sequence[Ruling] = (),
    *,
    policy: Policy | None = None,
    as_of: str | None = None,
    earlier: Compared = NOTHING_COMPARED,
) -> Result:
    """Trace, link and reconcile read documents, whose order changes nothing; of two rulings the later holds.

    `earlier` is the `compared` of an earlier result under the same code and data: what it holds is not compared again.
    """
    papers = tuple(sorted(documents, key=lambda d: d.id))
    claims = tuple(sorted((c for r in readings for c in r.claims), key=lambda c: c.id))
    events = tuple(sorted((e for r in readings for e in r.events), key=lambda e: e.id))
    decided = tuple(rulings)
    chosen = policy if policy is not None else rules.policies["range"]
    compared = compare(papers, rules.outlets, earlier)
    traced = trace(papers, claims, rules, decided, compared=compared)
    linked = link(papers, claims, events, rules, decided)
    members = claims_by_incident(claims, linked)
    excerpts = Excerpts(papers, traced)
    accounts = tuple(
        reconcile(
            incident,
            members[incident.id],
            *excerpts.of(members[incident.id]),
            chosen,
            decided,
            bloc=rules.parties.bloc,
            as_of=as_of,
        )
        for incident in linked.incidents
    )
    return Result(traced, linked, accounts, compared)


def claims_by_incident(claims: Sequence[Claim], linked: Linking) -> dict[str, tuple[Claim, ...]]:
    """The claims of each incident, through the event reference that each is about."""
    home = {entry.event_ref_id: entry.incident_id for entry in linked.links}
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event.ref in home:
            grouped[home[claim.event.ref]].append(claim)
    return defaultdict(tuple, {incident: tuple(found) for incident, found in grouped.items()})


class Excerpts:
    """Of documents and their trace what is about one incident, at the cost of that incident alone."""

    def __init__(self, documents: Sequence[Document], traced: Trace) -> None:
        self._documents = {document.id: document for document in documents}
        self._made_by = traced.made_by
        self._origins = {origin.key: origin for origin in traced.origins}
        self._paths = {path.claim_id: path for path in traced.claim_origins}
        self._copies: dict[str, list[Copy]] = defaultdict(list)
        for copy in traced.copies:
            self._copies[copy.a].append(copy)

    def of(self, claims: Sequence[Claim]) -> tuple[tuple[Document, ...], Trace]:
        """The documents that the claims stand in, and the trace of these claims and between these documents."""
        named = sorted({claim.document_id for claim in claims} & self._documents.keys())
        held = set(named)
        paths = tuple(self._paths[claim.id] for claim in claims if claim.id in self._paths)
        return tuple(self._documents[key] for key in named), Trace(
            copies=tuple(copy for key in named for copy in self._copies[key] if copy.b in held),
            origins=tuple(self._origins[key] for key in sorted({path.origin for path in paths})),
            claim_origins=paths,
            made_by=self._made_by,
        )
