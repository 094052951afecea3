"""What people say to one another about an incident, as rows of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.wording import dates, labels
from stemma.desk.wording.linked import Piece, linked
from stemma.desk.wording.values import value_text
from stemma.ledger.selectors import CommentRow, Done
from stemma.model.comment import Comment
from stemma.model.finding import AccountClaim
from stemma.model.member import person_key

DIGITS = 12
"""Of a comment's id, in the anchors of a page."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a comment is about, where it is not the page's own matter; `href` leads there."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One comment. `answers` is the anchor of the one that it replies to and whose that was. Where it was taken back,
    `withdrawn` says by whom and `why`, and its words are not shown. `may_withdraw` is for whoever looks."""

    id: str
    anchor: str
    who: str
    day: str
    time: str
    pieces: tuple[Piece, ...]
    about: Subject | None
    answers: tuple[str, str] | None
    withdrawn: str
    why: tuple[Piece, ...]
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A comment that speaks to whoever looks; `href` leads to it."""

    seq: int
    who: str
    day: str
    time: str
    pieces: tuple[Piece, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: their key, and whether they may take back others' comments."""

    key: str
    takes_back: bool


def comment_lines(
    rows: Sequence[CommentRow], claims: Mapping[str, AccountClaim], names: Iterable[str], viewer: Viewer
) -> tuple[CommentLine, ...]:
    """The oldest first. `claims` are those of the account that is shown, `names` all whom a text can speak to."""
    known, by_id = tuple(names), {row.comment.id: row.comment for row in rows}
    return tuple(_line(row, by_id, claims, known, viewer) for row in rows)


def anchor(comment_id: str) -> str:
    """A comment's place on its page."""
    return f"said-{comment_id[:DIGITS]}"


def claim_subject(claim_id: str, claims: Mapping[str, AccountClaim]) -> Subject:
    """A claim as a comment names it, with the way to its words."""
    held = claims.get(claim_id)
    if held is None:
        return Subject(_("a claim that the account does not rest on any more"), "")
    heading = labels.slot(held.kind)
    href = f"{reverse('desk:document', args=[held.document])}#m-{claim_id}"
    return Subject(f"{heading}: {value_text(held.value)}", href)


def mention_lines(
    found: Iterable[Done[Comment]], names: Iterable[str], href: Callable[[Comment], str]
) -> tuple[MentionLine, ...]:
    """Comments that speak to somebody; `href` leads to where one stands."""
    known = tuple(names)
    return tuple(
        MentionLine(
            one.seq, one.value.actor, dates.short_day(one.recorded_at), one.recorded_at[11:16],
            linked(one.value.text, known), href(one.value),
        )
        for one in found
    )  # fmt: skip


def _line(
    row: CommentRow,
    by_id: Mapping[str, Comment],
    claims: Mapping[str, AccountClaim],
    names: Sequence[str],
    viewer: Viewer,
) -> CommentLine:
    said, ended = row.comment, row.withdrawn
    answered = by_id.get(said.answers or "")
    return CommentLine(
        id=said.id,
        anchor=anchor(said.id),
        who=said.actor,
        day=dates.short_day(row.recorded_at),
        time=row.recorded_at[11:16],
        pieces=() if ended else linked(said.text, names),
        about=_about(said, claims),
        answers=(anchor(answered.id), answered.actor) if answered is not None else None,
        withdrawn=ended.actor if ended else "",
        why=linked(ended.text, names) if ended else (),
        may_withdraw=ended is None and (viewer.takes_back or person_key(said.actor) == viewer.key),
    )


def _about(said: Comment, claims: Mapping[str, AccountClaim]) -> Subject | None:
    if said.about == "claim":
        return claim_subject(said.subject, claims)
    if said.about == "document":
        return Subject(_("a document"), reverse("desk:document", args=[said.subject]))
    return None
