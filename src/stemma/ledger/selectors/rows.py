"""What selectors give: frozen rows for lists, joined with what a page shows beside them."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.capture import Capture
from stemma.model.claim import Claim
from stemma.model.incident import Reason
from stemma.model.origin import ClaimOrigin, Copy, Origin
from stemma.model.ruling import ClaimRuling, Ruling
from stemma.model.time import DateRange


@dataclass(frozen=True, slots=True)
class FigureRange:
    """A standing range; null ends are open or unknown, never zero."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One line of the list of incidents. `status` is that of the headline toll; `origins` counts independent ones."""

    id: str
    label: str
    type: str
    date: DateRange
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    place_precision: int | None
    killed: FigureRange
    injured: FigureRange
    status: str
    documents: int
    origins: int
    copies: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of a list of documents. `claims` counts those that stand, `characters` the whole visible text."""

    id: str
    capture: str
    label: str
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None
    lang: str | None
    characters: int
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A standing claim with where it was read, where it came from (`path` from the page's outlet inwards), the incident
    it belongs to and the act of the ruling on it: a rejection where there is one, else the last.

    Where people corrected it, `read` is the id of the claim as it was read and `corrections` are their rulings.
    """

    claim: Claim
    document: DocumentRow
    incident: str | None
    origin: Origin | None
    path: tuple[str, ...]
    ruling: str | None
    read: str | None = None
    corrections: tuple[ClaimRuling, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimNow:
    """A claim as it is read today at a ruled mention, and the fields in which it differs from the one that was ruled
    on."""

    claim: Claim
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueuedRow:
    """A ruling that waits for a person: the claim that was seen, as read, and what is read there now. `incident` is the
    shown id of the incident and `slot` the finding that it touches; `incident` is null where the claim is of none."""

    ruling: ClaimRuling
    recorded_at: str
    seen: Claim
    now: tuple[ClaimNow, ...]
    incident: str | None
    slot: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """Why a document's reference belongs to its incident; `score` is null for one that was compared with nothing."""

    id: str
    document: str
    incident: str | None
    key: str
    background: bool
    score: float | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class IncidentTrace:
    """Who had it from whom, within one incident: its documents, the copies among them, its claims' ways back, the
    origins."""

    documents: tuple[DocumentRow, ...]
    copies: tuple[Copy, ...]
    claim_origins: tuple[ClaimOrigin, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet: what it published, how many of its documents others copied (`firsts`), how many of its own are
    copies."""

    name: str
    documents: int
    claims: int
    firsts: int
    copies: int


@dataclass(frozen=True, slots=True)
class RulingRow:
    """A decision and when it was recorded (ISO 8601, UTC)."""

    ruling: Ruling
    recorded_at: str


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """A receipt, when it was recorded, and the document it stands for: null while it is unread."""

    capture: Capture
    recorded_at: str
    document: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds. `unread` are captures that no reading has come of."""

    captures: int
    unread: int
    documents: int
    claims: int
    incidents: int
    rulings: int
    events: int
