"""The page of one document: its text with every claim marked, every cut told, every relay framed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from stemma.desk.pages.frames import Frame, frames, web_address
from stemma.desk.pages.passages import Cut, Passage, passages
from stemma.desk.wording import dates, labels
from stemma.desk.wording.corrections import corrections
from stemma.desk.wording.values import relays_text, spoken, value_text, voices_text
from stemma.ledger.selectors import ClaimRow
from stemma.model.document import Document

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""What may stand in a lang attribute: a tag by its shape. A page may call its language anything."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says of one claim; `ruling` is the decision about it, `corrections` what people changed in it, a
    line each."""

    number: int
    id: str
    kind: str
    heading: str
    value: str
    stance: str
    hedges: tuple[str, ...]
    ruling: str | None
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it and who carried it, and of which incident where that is not the page's own. No `voices`: the outlet
    itself. `origin` is named where the voices do not name it already. `incident` is the shown id, null where it was
    linked to none."""

    voices: str
    relays: str
    origin: str
    background: bool
    incident: str | None


@dataclass(frozen=True, slots=True)
class Voiced:
    """Neighbouring notes of one passage that have one speaker."""

    speaker: Speaker
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event that the document speaks of. `incident` is the shown id of the incident it was linked to, if any."""

    incident: str | None
    label: str
    background: bool
    claims: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything that the page shows. `share` is the part of the text's visible characters that was kept, in per
    cent."""

    document: Document
    title: str
    outlet: str
    published: str
    url: str | None
    lang: str | None
    readers: tuple[str, ...]
    items: tuple[Passage | Cut | Frame, ...]
    notes: dict[int, Note]
    speakers: dict[int, Speaker]
    events: tuple[EventLine, ...]
    cuts: int
    cut_characters: int
    share: int
    show_cuts: bool


def document_page(document: Document, rows: Sequence[ClaimRow], *, show_cuts: bool) -> DocumentPage:
    """Put a page together; `rows` are the document's own claims, in any order."""
    ordered = sorted(rows, key=_place)
    items = passages(document, [row.claim for row in ordered])
    cuts = [item for item in items if isinstance(item, Cut)]
    cut = sum(item.characters for item in cuts)
    kept = sum(len(item.span) for item in items if isinstance(item, Passage))
    return DocumentPage(
        document=document,
        title=document.title or document.label,
        outlet=document.outlet or "",
        published=dates.day(document.published) if document.published else "",
        url=web_address(document.url),
        lang=document.lang if LANGUAGE.fullmatch(document.lang or "") else None,
        readers=tuple(sorted({row.claim.made_by.reader for row in rows})),
        items=frames(items),
        notes={i: _note(i, row) for i, row in enumerate(ordered, 1)},
        speakers={i: _speaker(row) for i, row in enumerate(ordered, 1)},
        events=_events(ordered),
        cuts=len(cuts),
        cut_characters=cut,
        share=round(100 * kept / (kept + cut)) if kept + cut else 0,
        show_cuts=show_cuts,
    )


def _place(row: ClaimRow) -> tuple[int, int, str, str]:
    """Where a claim's number comes: in the order of the text."""
    claim = row.claim
    return (claim.mention.start, claim.mention.end, claim.kind, claim.id)


def _note(number: int, row: ClaimRow) -> Note:
    claim = row.claim
    return Note(
        number=number,
        id=claim.id,
        kind=claim.kind,
        heading="" if claim.kind == "toll" else labels.slot(claim.kind),
        value=value_text(claim.value),
        stance=spoken(claim.kind, claim.stance),
        hedges=claim.hedges,
        ruling=row.ruling,
        corrections=corrections(row),
    )


def _speaker(row: ClaimRow) -> Speaker:
    claim = row.claim
    last = claim.voices[-1].label if claim.voices else row.document.outlet
    return Speaker(
        voices=voices_text(claim.voices, None) if claim.voices else "",
        relays=relays_text(claim.relays),
        origin=row.origin.label if row.origin is not None and row.origin.label != last else "",
        background=claim.event.background,
        incident=row.incident,
    )


def voiced(page: DocumentPage, passage: Passage) -> tuple[Voiced, ...]:
    """A passage's notes under their speakers, in the order of the text. Relays that frame it are not named again."""
    framed = relays_text([relay.outlet for relay in passage.relays])
    grouped = groupby(passage.notes, key=lambda number: _inside(page.speakers[number], framed))
    return tuple(Voiced(speaker, tuple(page.notes[number] for number in of)) for speaker, of in grouped)


def _inside(speaker: Speaker, framed: str) -> Speaker:
    return replace(speaker, relays="") if speaker.relays == framed else speaker


def _events(rows: Sequence[ClaimRow]) -> tuple[EventLine, ...]:
    """The page's own event first, then the recalled ones in the order of their first mention."""
    found: dict[str, list[ClaimRow]] = {}
    for row in rows:
        found.setdefault(row.claim.event.ref, []).append(row)
    lines = [EventLine(of[0].incident, _label(of[0]), of[0].claim.event.background, len(of)) for of in found.values()]
    return tuple(sorted(lines, key=lambda line: line.background))


def _label(row: ClaimRow) -> str:
    event = row.claim.event
    parts = [labels.words(event.type), event.place.name if event.place else "", dates.date_range(event.date)]
    return ", ".join(part for part in parts if part)
