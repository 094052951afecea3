"""Where reports, claims, links and people's work on incidents stand. What each status means is in `data/work`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReportStatus = Literal["captured", "cleaned", "extracted", "linked", "quarantined"]
ClaimStatus = Literal["machine", "accepted", "corrected", "rejected", "withdrawn_by_source"]
LinkStatus = Literal["suggested", "confirmed", "rejected"]
IncidentStatus = Literal[
    "candidate", "in_review", "help_needed", "ready", "approved", "published", "superseded", "withdrawn"
]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An incident (any of its ids) goes from one status to another; the names are those of `data/statuses`.

    `act` is the transition's name there, `rules` the hash of the data file under which it was allowed. `head` is the
    digest of the ledger's last event when it was made, so that what was approved is fixed; null where nothing is.
    """

    id: str
    incident: str
    act: str
    before: str
    after: str
    reason: str
    actor: str
    rules: str
    head: str | None = None


@dataclass(frozen=True, slots=True)
class WorkState:
    """Where people's work on an incident stands.

    `incident` is the id that was asked for where that was an incident of its own and is one no more: its status is
    `superseded` and `merged_into` the one that answers for it. Else it is the shown id, and the status the one that the
    last change to any of its ids gave it: `actor`, `reason`, `head` and `since` (ISO time) are that change's and `seq`
    its event, all null where nobody has changed it. `changed_since` says that the account is no more the one that it
    was then. `assignee` is who works on it.
    """

    incident: str
    status: str
    merged_into: str | None = None
    changed_since: bool = False
    assignee: str | None = None
    since: str | None = None
    seq: int | None = None
    actor: str | None = None
    reason: str | None = None
    head: str | None = None


def report_status(*, document: bool, reading: bool, linked: bool, quarantined: bool = False) -> ReportStatus:
    """Of a capture, by what the ledger holds of it: a document, a reading, a place in an incident."""
    if quarantined:
        return "quarantined"
    if reading:
        return "linked" if linked else "extracted"
    return "cleaned" if document else "captured"


def claim_status(act: str | None, *, gone: bool = False) -> ClaimStatus:
    """Of a claim, by the last ruling's act on it as it reads today (null for none). `gone` says that a later version of
    its own page says it no more; a person's word goes before that."""
    ruled: dict[str, ClaimStatus] = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
    return ruled.get(act or "", "withdrawn_by_source" if gone else "machine")


def link_status(act: str | None) -> LinkStatus:
    """Of two references, by the last ruling's act on the pair (null for none). Withdrawn or left open it is undecided
    again."""
    ruled: dict[str, LinkStatus] = {"same": "confirmed", "different": "rejected"}
    return ruled.get(act or "", "suggested")
