"""Model values as entries for the event table, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from stemma.errors import DataError
from stemma.ids import canonical
from stemma.ledger.kinds import Kind
from stemma.model.assignment import Assignment
from stemma.model.capture import Capture
from stemma.model.claim import Claim
from stemma.model.coding import Coding, Round
from stemma.model.comment import Comment
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.exported import Exported, Login
from stemma.model.finding import Account
from stemma.model.made_by import MadeBy
from stemma.model.member import Membership
from stemma.model.moment import Act
from stemma.model.policy_text import PolicyText
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling, SamenessRuling
from stemma.model.series import Series
from stemma.model.status import StatusChange
from stemma.model.wire import from_wire, to_wire

T = TypeVar("T")


ACTS: Mapping[Kind, type] = {
    "comment": Comment,
    "assignment": Assignment,
    "status": StatusChange,
    "member": Membership,
    "export": Exported,
    "login": Login,
    "round": Round,
    "coding": Coding,
}
"""Kinds whose events are one act each, named by what they say and when (`model.moment`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be appended: `body` is canonical JSON."""

    kind: Kind
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """What a capture stands for since this event: one document and what `reader` found in it (ids, in the reading's
    order). A claim that two readers make is one claim, held once: `made_by` says which of them makes it here (null
    where there are no claims)."""

    capture_id: str
    document_id: str
    reader: str
    claims: tuple[str, ...]
    events: tuple[str, ...]
    made_by: MadeBy | None = None


def encode(value: object) -> str:
    """Canonical JSON of a model value. Raises DataError where a text holds what no file can (a lone surrogate)."""
    try:
        return canonical(to_wire(value)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError("a text holds half of a surrogate pair, which no encoding can carry") from error


def decode(kind: type[T], body: str) -> T:
    """The model value of an event's body; DataError where it has another shape."""
    return from_wire(kind, _parse(body))


def _parse(body: str) -> dict[str, Any]:
    try:
        data = json.loads(body)
    except json.JSONDecodeError as error:
        raise DataError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise DataError("not a JSON object")
    return data


def decode_ruling(body: str) -> Ruling:
    """A ruling is about a claim, about a field of an account or about two references; its keys tell which."""
    data = _parse(body)
    if "mention_id" in data:
        return from_wire(ClaimRuling, data)
    return from_wire(FindingRuling, data) if "incident" in data else from_wire(SamenessRuling, data)


def of_capture(capture: Capture) -> Entry:
    """A receipt."""
    return Entry("capture", capture.id, encode(capture))


def of_document(document: Document) -> Entry:
    """A capture as text."""
    return Entry("document", document.id, encode(document))


def of_reference(reference: EventReference) -> Entry:
    """One document's reference to one event."""
    return Entry("event_ref", reference.id, encode(reference))


def of_claim(claim: Claim) -> Entry:
    """A claim."""
    return Entry("claim", claim.id, encode(claim))


def of_reading(record: ReadingRecord) -> Entry:
    """What a capture stands for from now on."""
    return Entry("reading", record.capture_id, encode(record))


def of_ruling(ruling: Ruling) -> Entry:
    """A person's decision."""
    return Entry("ruling", ruling.id, encode(ruling))


def of_account(account: Account) -> Entry:
    """A published account."""
    return Entry("account", account.id, encode(account))


def of_series(saved: Series) -> Entry:
    """A saved question."""
    return Entry("series", saved.id, encode(saved))


def of_policy(policy: PolicyText) -> Entry:
    """The rules of published accounts."""
    return Entry("policy", policy.name, encode(policy))


def of_act(act: Act) -> Entry:
    """Any of ACTS, with its id."""
    return Entry(_ACT_KINDS[type(act)], act.id, encode(act))


_ACT_KINDS: Mapping[type, Kind] = {shape: kind for kind, shape in ACTS.items()}


def says_the_same(kind: Kind, body: str, other: str) -> bool:
    """Whether two bodies of one subject hold the same. Who made a document or a reference is no news in itself; who
    made an account is, since a reader may cite it."""
    if body == other or kind not in ("document", "event_ref"):
        return body == other
    first, second = _parse(body), _parse(other)
    first.pop("made_by", None)
    second.pop("made_by", None)
    return first == second
