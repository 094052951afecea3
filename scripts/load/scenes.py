"""Incidents to be told again and again: those of the sample case, of fewer reports and of more than they have."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from stemma.ledger.entries import decode, encode
from stemma.ledger.projections import Derived
from stemma.ledger.snapshot import Snapshot, snapshot
from stemma.model.capture import Capture
from stemma.model.claim import Claim, Reading
from stemma.model.comparison import NOTHING_COMPARED
from stemma.model.document import Block, Document
from stemma.model.event import EventReference
from stemma.model.incident import Incident, Linking
from stemma.model.origin import Trace
from stemma.pipeline import Excerpts
from stemma.reconcile import reconcile

SAMPLE = Path(__file__).parents[2] / "samples" / "case.jsonl"
TIMES = (2, 3, 4)
"""How often the biggest incidents are put together with themselves under other names, to have some of hundreds of
claims."""
BIG = 80
"""Claims from which an incident is taken for that."""
AROUND = "Other news of the day stands here as it stands on every page, and tells of nothing that anybody did. "
MORE = 2_500
"""Characters of that by which each report is made longer: the sample's are digests, of some 500 characters."""
ID = re.compile(r"\b[0-9a-f]{20}\b")
NUMERALS = ("", " II", " III", " IV")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    """One incident as the ledger would hold it alone: what the stages made of it, and its captures."""

    derived: Derived
    captures: tuple[Capture, ...]

    @property
    def claims(self) -> int:
        return len(self.derived.claims())


@dataclass(frozen=True, slots=True)
class _Parts:
    captures: tuple[Capture, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    events: tuple[EventReference, ...]
    trace: Trace
    incident: Incident


def scenes(folder: Path) -> tuple[Scene, ...]:
    """From the sample case, built into `folder`; by the number of their claims."""
    from stemma.build import build  # noqa: PLC0415 - once Django knows its ledger

    build([SAMPLE], folder)
    made = [_scene(parts) for parts in _all_parts()]
    return tuple(sorted(made, key=lambda scene: scene.claims))


def _all_parts() -> Iterator[_Parts]:
    """Every incident with its first report, its first two, and so on; the biggest several times over."""
    from stemma.build.publish import derive_all  # noqa: PLC0415
    from stemma.data.policies import DEFAULT  # noqa: PLC0415
    from stemma.data.rules import load_rules  # noqa: PLC0415
    from stemma.ledger import selectors  # noqa: PLC0415

    state = snapshot()
    derived = derive_all(state, load_rules(), DEFAULT)
    captures = {row.capture.id: row.capture for row in selectors.captures()}
    for incident in derived.linking.incidents:
        own = [claim for claim in derived.claims() if claim.event.ref in incident.aliases]
        documents, _ = Excerpts(state.documents, derived.trace).of(own)
        order = sorted(documents, key=lambda document: (document.published or "9999", document.id))
        for many in range(1, len(order) + 1):
            yield _part(derived, incident, {document.id for document in order[:many]}, captures)
        if len(own) >= BIG:
            whole = _part(derived, incident, {document.id for document in order}, captures)
            for times in TIMES:
                yield _together([_renamed(whole, NUMERALS[turn]) for turn in range(times)])


def _part(derived: Derived, incident: Incident, papers: set[str], captures: dict[str, Capture]) -> _Parts:
    """What certain reports tell of an incident."""
    claims = tuple(c for c in derived.claims() if c.event.ref in incident.aliases and c.document_id in papers)
    documents, trace = Excerpts(derived.snapshot.documents, derived.trace).of(claims)
    read = (reading for reading in derived.snapshot.readings if reading.document_id in papers)
    events = tuple(event for reading in read for event in reading.events if event.id in incident.aliases)
    aliases = tuple(sorted(event.id for event in events))
    return _Parts(
        tuple(captures[document.capture_id] for document in documents),
        tuple(_longer(document) for document in documents),
        claims, events, trace, replace(incident, id=aliases[0], aliases=aliases),
    )  # fmt: skip


def _longer(document: Document) -> Document:
    more = (AROUND * (MORE // len(AROUND) + 1))[:MORE]
    start = len(document.text)
    return replace(document, text=document.text + more, blocks=(*document.blocks, Block("body", start, start + MORE)))


def _renamed(parts: _Parts, numeral: str) -> _Parts:
    """The same as if other outlets and other voices had told it."""
    if not numeral:
        return parts
    names = {document.outlet for document in parts.documents if document.outlet}
    names |= {name for origin in parts.trace.origins for name in (origin.key, origin.label)}

    def again(shape: type[T], values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(decode(shape, _other(encode(value), names, numeral)) for value in values)

    return _Parts(
        again(Capture, parts.captures),
        again(Document, parts.documents),
        again(Claim, parts.claims),
        again(EventReference, parts.events),
        again(Trace, (parts.trace,))[0],
        again(Incident, (parts.incident,))[0],
    )


def _other(body: str, names: set[str], numeral: str) -> str:
    told = ID.sub(lambda found: hashlib.sha256((found[0] + numeral).encode()).hexdigest()[:20], body)
    for name in names:
        told = told.replace(f'"{name}"', f'"{name}{numeral}"')
    return told


def _together(several: list[_Parts]) -> _Parts:
    def all_of(name: str, key: str = "id") -> tuple[Any, ...]:
        found = (value for parts in several for value in getattr(parts, name))
        return tuple(sorted(found, key=lambda value: getattr(value, key)))

    aliases = tuple(sorted(alias for parts in several for alias in parts.incident.aliases))
    traces = [parts.trace for parts in several]
    origins = {origin.key: origin for trace in traces for origin in trace.origins}
    trace = Trace(
        copies=tuple(copy for trace in traces for copy in trace.copies),
        origins=tuple(origins[key] for key in sorted(origins)),
        claim_origins=tuple(path for trace in traces for path in trace.claim_origins),
        made_by=traces[0].made_by,
    )
    incident = replace(several[0].incident, id=aliases[0], aliases=aliases)
    return _Parts(all_of("captures"), all_of("documents"), all_of("claims"), all_of("events"), trace, incident)


def _scene(parts: _Parts) -> Scene:
    """The account, and everything as it is projected."""
    from stemma.data.parties import load_parties  # noqa: PLC0415
    from stemma.data.policies import DEFAULT, load_policies  # noqa: PLC0415

    account = reconcile(
        parts.incident, sorted(parts.claims, key=lambda claim: claim.id), parts.documents, parts.trace,
        load_policies()[DEFAULT], (), bloc=load_parties().bloc,
    )  # fmt: skip
    readings = tuple(
        Reading(
            document.id,
            tuple(claim for claim in parts.claims if claim.document_id == document.id),
            tuple(event for event in parts.events if event.document_id == document.id),
        )
        for document in parts.documents
    )
    state = Snapshot(0, parts.documents, readings, ())
    linking = Linking((parts.incident,), (), (), account.made_by)
    return Scene(Derived(state, parts.trace, linking, (account,), {}, NOTHING_COMPARED), parts.captures)
