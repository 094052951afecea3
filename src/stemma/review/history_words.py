"""One event in words."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.ledger.selectors import Touching
from stemma.model.assignment import Assignment
from stemma.model.capture import Capture
from stemma.model.claim import Claim
from stemma.model.comment import Comment
from stemma.model.exported import Exported
from stemma.model.finding import Account, Finding
from stemma.model.history import Happening
from stemma.model.ruling import ClaimRuling, FindingRuling, SamenessRuling
from stemma.model.status import StatusChange
from stemma.reconcile.wording import spoken

Told = tuple[Happening, str, str | None]
"""The kind of row, what happened, and the reason given (of a comment its text)."""

DIGITS = 8
"""Of an id, as the command line shows them."""
VERDICTS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "unsure": "could not tell of",
    "withdraw": "took back what was ruled of",
}
SAMENESS = {
    "same": "ruled {n} of reports the same",
    "different": "ruled {n} of reports different",
    "unsure": "left {n} of reports open",
    "withdraw": "took back what was ruled of {n} of reports",
}


def words(made: Touching, events: int, claims: Mapping[str, Claim]) -> Told:  # noqa: PLR0911 - one return for each kind
    """An act in words; `events` is how many events it is, `claims` those that it may be about."""
    match made:
        case Capture():
            return "capture", f"received {made.url or made.label}{_of_outlet(made)}", None
        case ClaimRuling():
            return "ruling", f"{VERDICTS.get(made.act, made.act)} {_claim(made.claim_id, claims)}", made.reason
        case SamenessRuling():
            pairs = f"{events} pair{'s' if events != 1 else ''}"
            return "ruling", SAMENESS[made.act].format(n=pairs), made.reason
        case FindingRuling():
            return "ruling", _override(made), made.reason
        case StatusChange():
            return "status", f"{made.act.replace('_', ' ')}: {made.before} → {made.after}", made.reason
        case Assignment():
            return "assignment", f"gave it to {made.person or 'nobody'}", made.reason
        case Comment():
            return "comment", _comment(made, claims), made.text
        case Account():
            return "account", _account(made), None
        case Exported():
            return "export", f"took out {', '.join(sorted(made.files))} ({made.format}, up to event {made.seq})", None


def _of_outlet(capture: Capture) -> str:
    return f" of {capture.outlet}" if capture.outlet else ""


def _claim(claim_id: str, claims: Mapping[str, Claim]) -> str:
    held = claims.get(claim_id)
    told = f" ({held.kind}: {spoken(held.value)})" if held is not None else ""
    return f"the claim {claim_id[:DIGITS]}{told}"


def _override(ruling: FindingRuling) -> str:
    field = ruling.field if ruling.slot is None else f"{ruling.slot} {ruling.field}"
    under = f" under {ruling.policy}" if ruling.policy else ""
    if ruling.act == "withdraw":
        return f"took back {field}{under}"
    return f"set {field} to {ruling.value or 'unknown'}{under}"


def _comment(made: Comment, claims: Mapping[str, Claim]) -> str:
    on = {
        "incident": "",
        "claim": f" on {_claim(made.subject, claims)}",
        "document": f" on the document {made.subject[:DIGITS]}",
        "series": f" on the series {made.subject[:DIGITS]}",
    }[made.about]
    if made.withdraws is not None:
        return f"took back the comment {made.withdraws[:DIGITS]}{on}"
    answer = f", answering {made.answers[:DIGITS]}" if made.answers is not None else ""
    return f"comment {made.id[:DIGITS]}{on}{answer}"


def _account(account: Account) -> str:
    whole = [f for f in account.findings if f.group is None and f.victim_class is None]
    figures = [f"{f.slot} {_range(f)}" for f in whole if f.low is not None or f.high is not None]
    told = f": {', '.join(figures)}" if figures else ""
    origins = f"{account.independent_origins} independent origin{'s' if account.independent_origins != 1 else ''}"
    made = f"{origins}, {account.documents} documents, policy {account.policy}"
    return f"account {account.id[:DIGITS]} published{told}; {made}"


def _range(finding: Finding) -> str:
    if finding.low == finding.high:
        return str(finding.low)
    if finding.high is None:
        return f"{finding.low} or more"
    return f"up to {finding.high}" if finding.low is None else f"{finding.low}–{finding.high}"
