"""What an event is about, worked out anew from its body: an event whose body tells of something else was changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, cast

from stemma.errors import DataError, NotFoundError
from stemma.ledger.entries import ACTS, ReadingRecord, decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.model.capture import Capture, capture_id
from stemma.model.claim import Claim, claim_id
from stemma.model.document import Document, document_id
from stemma.model.event import EventReference, event_ref_id
from stemma.model.finding import Account
from stemma.model.moment import identified
from stemma.model.policy_text import PolicyText
from stemma.model.ruling import FindingRuling, SamenessRuling, finding_ruling, ruling_on_claim, sameness_ruling
from stemma.model.series import Series, series_id


class Told(Protocol):
    """An event wherever it is held: a row of the ledger, a line of a bundle."""

    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def recorded_at(self) -> str: ...


def told_subject(event: Told) -> str:
    """The subject that the event's body tells of; NotFoundError for an unknown kind, DataError for a body of another
    shape."""
    shape = ACTS.get(cast("Kind", event.kind))
    if shape is not None:
        return identified(decode(shape, event.body), at=event.recorded_at).id
    if event.kind not in _SUBJECTS:
        raise NotFoundError(f"no such kind of event: {event.kind}")
    return _SUBJECTS[event.kind](event)


def wrong_body(event: Told) -> str | None:
    """What is wrong with an event's body, if anything: its shape, or that its subject is not what it tells of."""
    try:
        subject = told_subject(event)
    except NotFoundError as error:
        return str(error)
    except DataError as error:
        return f"the body cannot be read: {error}"
    return None if subject == event.subject else f"the body is about {subject}"


def _capture_subject(event: Told) -> str:
    held = decode(Capture, event.body)
    return capture_id(held.sha256, held.media_type, url=held.url, outlet=held.outlet, published=held.published)


def _document_subject(event: Told) -> str:
    held = decode(Document, event.body)
    return document_id(held.capture_id, held.layer)


def _reference_subject(event: Told) -> str:
    held = decode(EventReference, event.body)
    return event_ref_id(held.document_id, held.key)


def _claim_subject(event: Told) -> str:
    return claim_id(decode(Claim, event.body))


def _reading_subject(event: Told) -> str:
    return decode(ReadingRecord, event.body).capture_id


def _ruling_subject(event: Told) -> str:
    held = decode_ruling(event.body)
    if isinstance(held, FindingRuling):
        return finding_ruling(held, at=event.recorded_at).id
    if isinstance(held, SamenessRuling):
        return sameness_ruling(held, at=event.recorded_at).id
    return ruling_on_claim(held, at=event.recorded_at).id


def _account_subject(event: Told) -> str:
    return decode(Account, event.body).id


def _series_subject(event: Told) -> str:
    held = decode(Series, event.body)
    return series_id(held.name) if held.id == event.subject else held.id


_SUBJECTS: Mapping[str, Callable[[Told], str]] = {
    "capture": _capture_subject,
    "document": _document_subject,
    "event_ref": _reference_subject,
    "claim": _claim_subject,
    "reading": _reading_subject,
    "ruling": _ruling_subject,
    "account": _account_subject,
    "series": _series_subject,
    "policy": lambda event: decode(PolicyText, event.body).name,
}
