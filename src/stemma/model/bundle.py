"""An incident's bundle: the lines of its files. Each names the event that it rests on, so that everything in it can be
checked against the ledger's head."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.capture import Capture
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.incident import Incident
from stemma.model.origin import ClaimOrigin, Copy, Origin
from stemma.model.ruling import Ruling


@dataclass(frozen=True, slots=True)
class BundledEvent:
    """One event of the ledger in full. `previous` is the digest of the event before it, so that its own can be worked
    out; `proof` are the hashes (hex) beside its way up to the root in the head. `body` is the JSON text that the digest
    is over."""

    seq: int
    kind: str
    subject: str
    recorded_at: str
    previous: str
    digest: str
    body: str
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BundledDocument:
    """A document (event `seq`), the capture that it is the text of, and the events of both it and the capture's last
    reading."""

    seq: int
    capture_seq: int
    reading_seq: int
    capture: Capture
    document: Document


@dataclass(frozen=True, slots=True)
class BundledClaim:
    """A claim as it counts in the account, and where it came from (`path` from the page's outlet to the origin). `seq`
    is its event; null where a person's ruling made it from another claim."""

    seq: int | None
    claim: Claim
    origin: str | None
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BundledRuling:
    """A decision that bears on the incident, its event, and when it was recorded (ISO 8601, UTC). `counts` is whether
    the account was made with it."""

    seq: int
    recorded_at: str
    counts: bool
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class BundledMaterial:
    """What the account was made from beside claims and documents: the incident as linking found it, who had it from
    whom, and people's decisions as they took effect. `made_with` names code, data and policy, `rules` the data
    alone."""

    incident: Incident
    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    claim_origins: tuple[ClaimOrigin, ...]
    rulings: tuple[Ruling, ...]
    rules: str
    made_with: str
