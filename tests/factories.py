"""Small real values of the model, for tests that need documents, claims and accounts without running the stages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stemma.ids import sha256
from stemma.model.capture import Capture, Received, capture_id
from stemma.model.claim import Claim, Kind, Quote, Reading, Stance, claim_event, claim_id, mention_id
from stemma.model.document import Block, Document, document_id
from stemma.model.event import EventReference, event_ref_id
from stemma.model.finding import Account, AccountClaim, Finding, Position, Support
from stemma.model.incident import Incident, Link, Linking, Reason, Suggestion
from stemma.model.made_by import MadeBy
from stemma.model.origin import ClaimOrigin, Copy, Origin, Trace
from stemma.model.place import Place
from stemma.model.span import Span
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.model.value import Party, Toll, Value
from stemma.model.voice import Voice

LAYER = "t1"
MADE_BY = MadeBy("factory", "1", "rules")


def received(
    text: str | bytes, *, label: str = "page.txt", url: str | None = None, outlet: str | None = None,
    published: str | None = None, media_type: str = "text/plain",
) -> Received:  # fmt: skip
    """A capture of these bytes."""
    payload = text.encode() if isinstance(text, str) else text
    name = capture_id(sha256(payload), media_type, url=url, outlet=outlet, published=published)
    return Received(
        Capture(name, sha256(payload), media_type, len(payload), label, url=url, outlet=outlet, published=published),
        payload,
    )


def document(
    text: str, *, label: str = "page.txt", url: str | None = None, outlet: str | None = None,
    published: str | None = None, title: str | None = None,
) -> Document:  # fmt: skip
    """A document that is all body."""
    capture = received(text, label=label, url=url, outlet=outlet, published=published).capture
    return Document(
        document_id(capture.id, LAYER), capture.id, label, LAYER, text, (Block("body", 0, len(text)),), MADE_BY,
        outlet=outlet, url=url, title=title, published=published, lang="en",
    )  # fmt: skip


def received_of(page: Document) -> Received:
    """The capture that `document` made its page from."""
    return received(page.text, label=page.label, url=page.url, outlet=page.outlet, published=page.published)


def reference(
    page: Document, key: str = "main", *, event: str = "air_strike", date: DateRange = UNKNOWN_DATE,
    place: Place | None = None, background: bool = False,
) -> EventReference:  # fmt: skip
    """The page's reference to an event."""
    return EventReference(
        event_ref_id(page.id, key), page.id, key, event, date=date, place=place, background=background
    )


def claim(
    page: Document, quote: str, value: Value, *, kind: Kind, stance: Stance = "asserts",
    voices: Iterable[str] = (), hedges: tuple[str, ...] = (), event: EventReference | None = None,
) -> Claim:  # fmt: skip
    """A claim on the first place where `quote` stands in the page; its mention is the whole quote."""
    start = page.text.index(quote)
    mention = Span(start, start + len(quote))
    slot = value.state if isinstance(value, Toll) else kind
    unnamed = Claim(
        id="",
        mention_id=mention_id(page.capture_id, page.layer, mention, slot),
        document_id=page.id,
        kind=kind,
        value=value,
        stance=stance,
        hedges=hedges,
        voices=tuple(Voice(name) for name in voices),
        relays=(),
        event=claim_event(event or reference(page)),
        quote=Quote(quote, mention.start, mention.end),
        mention=mention,
        made_by=MADE_BY,
    )
    return replace(unnamed, id=claim_id(unnamed))


def toll(page: Document, quote: str, low: int | None, high: int | None = None, **options: object) -> Claim:
    """So many killed; `high` is `low` unless given."""
    exact = Toll("killed", low, low if high is None else high, "exact" if high is None else "between")
    return claim(page, quote, exact, kind="toll", **options)  # type: ignore[arg-type]


def blame(page: Document, quote: str, party: str, **options: object) -> Claim:
    """Who did it."""
    return claim(page, quote, Party(party), kind="perpetrator", **options)  # type: ignore[arg-type]


def reading(page: Document, *claims: Claim, events: tuple[EventReference, ...] = ()) -> Reading:
    """What was read in a page; without `events`, its main one."""
    return Reading(page.id, tuple(sorted(claims, key=lambda c: (c.mention, c.id))), events or (reference(page),))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the stages would make of some pages."""

    trace: Trace
    linking: Linking
    accounts: tuple[Account, ...]


def outcome(documents: Iterable[Document], readings: Iterable[Reading], *, label: str = "Strike") -> Outcome:
    """All references in one incident, every claim an origin of its own voice: the simplest consistent whole."""
    pages = {page.id: page for page in documents}
    read = sorted(readings, key=lambda r: r.document_id)
    claims = sorted((claim for one in read for claim in one.claims), key=lambda c: c.id)
    aliases = tuple(sorted(event.id for one in read for event in one.events))
    origin_of = {c.id: _origin(c, pages[c.document_id]) for c in claims}
    origins = {origin.key: origin for origin in origin_of.values()}
    trace = Trace(
        copies=(),
        origins=tuple(origins[key] for key in sorted(origins)),
        claim_origins=tuple(ClaimOrigin(c.id, origin_of[c.id].key, _path(c, pages[c.document_id])) for c in claims),
        made_by=MADE_BY,
    )
    if not aliases:
        return Outcome(trace, Linking((), (), (), MADE_BY), ())
    incident = Incident(aliases[0], aliases, "air_strike", label, UNKNOWN_DATE, Place("Somewhere", 10.5, 20.25, 2, 5.0))
    links = tuple(Link(alias, incident.id, 0.9, (Reason("type", 0.5, "air_strike = air_strike"),)) for alias in aliases)
    accounts = (_account(incident, claims, origin_of, len(pages)),)
    return Outcome(trace, Linking((incident,), links, (), MADE_BY), accounts)


def suggestion(a: str, b: str) -> Suggestion:
    """Two incidents that may be one."""
    return Suggestion(a, b, 0.4, (Reason("date", 0.2, "a day apart"),))


def copy(a: Document, b: Document, *, original: Document | None = None) -> Copy:
    """Two pages with the same text."""
    first, second = sorted((a.id, b.id))
    kept = ((Span(0, 5), Span(0, 5)),)
    return Copy(first, second, "near", 0.9, original.id if original else None, kept, "the same paragraphs")


def _origin(one: Claim, page: Document) -> Origin:
    if one.voices:
        label = one.voices[-1].label
        return Origin(f"voice:{label}", label, "voice", bloc=label)
    label = page.outlet or page.label
    return Origin(f"outlet:{label}", label, "outlet")


def _path(one: Claim, page: Document) -> tuple[str, ...]:
    return (page.outlet or page.label, *(voice.label for voice in one.voices))


def _account(incident: Incident, claims: list[Claim], origin_of: dict[str, Origin], documents: int) -> Account:
    tolls = [c for c in claims if isinstance(c.value, Toll)]
    positions = tuple(
        Position(
            c.value, c.stance, (Support(origin_of[c.id].key, origin_of[c.id].label, None, (c.id,), 1),), None, None
        )
        for c in tolls
    )
    figures = [n for c in tolls if isinstance(c.value, Toll) for n in c.value.count.figures]
    low, high = min(figures, default=None), max(figures, default=None)
    status = "agreed" if low == high else "range"
    killed = Finding("killed", status, positions, "as the reports have it", low=low, high=high)
    quoted = {
        c.id: AccountClaim(
            c.document_id,
            c.kind,
            c.voices,
            c.relays,
            c.quote,
            c.value,
            c.stance,
            c.hedges,
            origin_of[c.id].key,
            c.made_by.reader,
        )
        for c in claims
    }
    return Account(
        incident.id, incident.label, incident.type, incident.date, incident.place, (killed,) if tolls else (), quoted,
        incident.aliases, None, documents, len({origin.key for origin in origin_of.values()}), 0, "range", None, None,
        MADE_BY,
    )  # fmt: skip
