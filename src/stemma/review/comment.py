"""Say something to the others about an incident, a claim, a document or a series. It never enters an account."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.comment import About, Comment
from stemma.model.moment import identified
from stemma.review.permission import permitted

LONGEST = 10_000
"""Characters of a comment: three pages of prose; what is longer is a document, and can be brought in as one."""


def comment(about: About, subject: str, text: str, *, actor: str, answers: str | None = None) -> Comment:
    """Record it. `subject` is any id of the incident, the claim's or document's id or a series' name; `answers` the id
    of a comment on the same thing (or its beginning).

    Raises NotFoundError for an unknown thing or comment, NotAllowedError for an actor whose role does not allow it,
    InputError for an actor without a name, no text or too much of it, or an answer to a comment on another thing.
    """
    if not text.strip():
        raise InputError("text", "a comment says something")
    if len(text) > LONGEST:
        raise InputError("text", f"a comment has {LONGEST} characters at the most; this has {len(text)}")
    with writing():
        who = permitted("comment", actor)
        named = _subject(about, subject)
        answered = None if answers is None else _answered(answers, about, named)
        at = now()
        made = identified(Comment("", about, named, text.strip(), who, answers=answered), at=at)
        append([of_act(made)], at=at)
    return made


def _subject(about: About, subject: str) -> str:
    match about:
        case "incident":
            return selectors.resolve(subject)
        case "claim":
            return selectors.claim(subject).id
        case "document":
            return selectors.document(subject).id
        case "series":
            return selectors.series_row(subject).series.id


def _answered(answers: str, about: About, subject: str) -> str:
    held = selectors.comment(answers).comment
    same = held.subject == subject
    if about == "incident" and held.about == "incident":
        same = held.subject in selectors.names_of(subject)
    if held.about != about or not same:
        raise InputError("answers", f"the comment {held.id[:8]} is about something else")
    return held.id
