"""What people did, in words: sign-ins, exports, roles, rulings, statuses, and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from stemma.ledger import selectors
from stemma.ledger.entries import ACTS, decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.ledger.selectors import ActRow
from stemma.model.assignment import Assignment
from stemma.model.coding import Coding, Round
from stemma.model.comment import Comment
from stemma.model.exported import Exported, Login
from stemma.model.member import Membership
from stemma.model.ruling import ClaimRuling, FindingRuling, SamenessRuling
from stemma.model.series import Series
from stemma.model.status import StatusChange
from stemma.review.history_words import words
from stemma.review.record_account import DONE_TO

KINDS: Mapping[str, tuple[Kind, ...]] = {
    "sign-ins": ("login",),
    "exports": ("export",),
    "roles": ("member",),
    "rulings": ("ruling",),
    "statuses": ("status", "assignment"),
    "comments": ("comment",),
    "rounds": ("round", "coding"),
    "series": ("series",),
}
"""What may be asked for, and the events that it is."""

PORTION = 500
DIGITS = 8


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One act: number of its first event, when (ISO 8601, UTC), of which KINDS, who did it (of a failed sign-in: whose
    name was typed), what, the reason given (of a comment its text), and the incident that it is about, any id of it."""

    seq: int
    recorded_at: str
    kind: str
    person: str
    what: str
    reason: str
    incident: str | None
    events: int


def audit(rows: Iterator[ActRow] | tuple[ActRow, ...]) -> Iterator[AuditRow]:
    """Rows in words."""
    for row in rows:
        person, what, reason, incident = _told(row)
        kind = next(name for name, kinds in KINDS.items() if row.kind in kinds)
        yield AuditRow(row.seq, row.recorded_at, kind, person, what, reason, incident, row.events)


def whole_audit(*, kinds: tuple[Kind, ...] = (), person: str = "", day: str = "") -> Iterator[AuditRow]:
    """All that answers, a portion at a time."""
    page = pages = 1
    while page <= pages:
        found = selectors.acts_done(kinds=kinds, person=person, day=day, page=page, size=PORTION)
        yield from audit(found.rows)
        page, pages = page + 1, found.pages


Told = tuple[str, str, str, str | None]


def _told(row: ActRow) -> Told:
    if row.kind == "series":
        saved = decode(Series, row.body)
        return saved.actor, f"saved the series “{saved.name}”", saved.reason, None
    made = decode_ruling(row.body) if row.kind == "ruling" else decode(ACTS[row.kind], row.body)
    return _WORDS[type(made)](made, row.events)


def _of_incident(made: object, events: int) -> Told:
    assert isinstance(
        made, ClaimRuling | FindingRuling | SamenessRuling | StatusChange | Assignment | Comment | Exported
    )
    _, what, reason = words(made, events, {})
    about = made.subject if isinstance(made, Comment) and made.about == "incident" else None
    return made.actor, what, reason or "", getattr(made, "incident", None) or about


def _member(made: object, _events: int) -> Told:
    assert isinstance(made, Membership)
    what = f"gave {made.person} the role {made.role}" if made.role else f"took the role of {made.person}"
    return made.actor, what, made.reason, None


def _login(made: object, _events: int) -> Told:
    assert isinstance(made, Login)
    if made.how.startswith((*DONE_TO, "signed out")):
        return made.person, made.how, "", None
    return made.person, f"came in by {made.how}" if made.succeeded else f"did not get in by {made.how}", "", None


def _round(made: object, _events: int) -> Told:
    assert isinstance(made, Round)
    what = f"{'closed' if made.closes else 'opened'} the round “{made.name}” of {', '.join(made.coders)}"
    return made.actor, what, made.reason, None


def _coding(made: object, _events: int) -> Told:
    """Not how: the other coder may still have to judge the same claim unseen."""
    assert isinstance(made, Coding)
    return made.actor, f"coded the claim {made.claim_id[:DIGITS]} in the round {made.round[:DIGITS]}", "", None


_WORDS: Mapping[type, Callable[[object, int], Told]] = {
    **dict.fromkeys(
        (ClaimRuling, FindingRuling, SamenessRuling, StatusChange, Assignment, Comment, Exported), _of_incident
    ),
    Membership: _member,
    Login: _login,
    Round: _round,
    Coding: _coding,
}
