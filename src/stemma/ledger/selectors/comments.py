"""What people said to one another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.models import Event, ProjectedClaim, ProjectedReference
from stemma.ledger.selectors.acts import Done, done
from stemma.ledger.selectors.lookup import SHORTEST, only
from stemma.ledger.selectors.work import names_of
from stemma.model.comment import About, Comment


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment, when it was recorded (ISO 8601, UTC), and what took it back: null while it stands."""

    comment: Comment
    recorded_at: str
    withdrawn: Comment | None


def comments(about: About, subjects: Collection[str]) -> tuple[CommentRow, ...]:
    """Those about the things of these ids, in the order in which they were made, the ones taken back included."""
    return tuple(row for row in _rows() if row.comment.about == about and row.comment.subject in subjects)


def comments_of(incident_id: str) -> tuple[CommentRow, ...]:
    """Those about an incident, by its shown id, under whichever of its ids they were made."""
    return comments("incident", names_of(incident_id))


def comments_touching(incident_id: str) -> tuple[CommentRow, ...]:
    """Those about an incident, its claims or its documents, by its shown id, in the order in which they were made."""
    claims = ProjectedClaim.objects.filter(incident=incident_id).values_list("id", flat=True)
    papers = ProjectedReference.objects.filter(incident=incident_id).values_list("document", flat=True)
    subjects = {"incident": names_of(incident_id), "claim": frozenset(claims), "document": frozenset(papers)}
    return tuple(row for row in _rows() if row.comment.subject in subjects.get(row.comment.about, ()))


def comments_since(seq: int, *, most: int) -> tuple[Done[Comment], ...]:
    """Those recorded after event `seq` that stand today, the newest first, among the last `most` acts of commenting."""
    rows = Event.objects.filter(kind="comment", seq__gt=seq).order_by("-seq")
    made = [Done(number, at, decode(Comment, body)) for number, at, body in _fields(rows)[:most]]
    ended = {held.value.withdraws for held in made}
    return tuple(held for held in made if held.value.withdraws is None and held.value.id not in ended)


def comment(comment_id: str) -> CommentRow:
    """One comment, by its id or as much of it as is unique."""
    wanted = comment_id.strip().lower()
    rows = {row.comment.id: row for row in _rows() if row.comment.id.startswith(wanted)}
    if len(wanted) < SHORTEST or not rows:
        raise NotFoundError(f"no comment {comment_id!r} in this ledger (give at least {SHORTEST} digits of its id)")
    return rows[only(rows, comment_id, "comment")]


def _fields(rows: QuerySet[Event]) -> QuerySet[Event, tuple[int, str, str]]:
    return rows.values_list("seq", "recorded_at", "body")


def _rows() -> tuple[CommentRow, ...]:
    made = done("comment", Comment)
    ended = {held.value.withdraws: held.value for held in made if held.value.withdraws is not None}
    said = (held for held in made if held.value.withdraws is None)
    return tuple(CommentRow(held.value, held.recorded_at, ended.get(held.value.id)) for held in said)
