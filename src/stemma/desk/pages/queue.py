"""The review queue as its pages show it: what is asked, how far it is, one claim with all that helps to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.pages.addresses import query
from stemma.desk.pages.surroundings import Surroundings, surroundings
from stemma.desk.wording import dates, labels, meanings
from stemma.desk.wording.values import relays_text, value_text, voices_text
from stemma.ledger.selectors import ClaimRow, Order, Scope
from stemma.model.document import Document
from stemma.model.value import EventCount, Toll


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address of the queue asks for: a scope and an order; where in it one is (`after` or `before` a claim, or
    at one); whether as a list."""

    scope: Scope
    order: Order = "weight"
    after: str = ""
    before: str = ""
    claim: str = ""
    as_list: bool = False

    def at(self, **where: str) -> str:
        """The address of a place in the same scope and order."""
        scope = {name: getattr(self.scope, name) for name in ("incident", "kind", "outlet", "document")}
        order = self.order if self.order != "weight" else None
        return reverse("desk:claim-queue") + query(**scope, order=order, **where)

    @property
    def listed(self) -> str:
        """The same as a list."""
        return self.at(**{"as": "list"})

    @property
    def start(self) -> str:
        """Its beginning, one at a time."""
        return self.at()

    @property
    def carried(self) -> str:
        """Scope and order as a form hands them on: "kind=toll"."""
        return self.start.partition("?")[2]

    def without(self, name: str) -> Asked:
        """Wider: one part of the scope dropped."""
        return replace(self, scope=replace(self.scope, **{name: ""}))


@dataclass(frozen=True, slots=True)
class Tag:
    """One part of the scope, and the address without it."""

    of: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Read:
    """One thing that the machine read, and what it means."""

    term: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class QueueClaim:
    """One claim with its words. `decided` is the act that holds on it, empty where none does."""

    id: str
    kind: str
    heading: str
    around: Surroundings
    outlet: str
    published: str
    document: str
    incident: str
    incident_label: str
    reads: tuple[Read, ...]
    decided: str
    lang: str


def tags(asked: Asked, names: Mapping[str, str]) -> tuple[Tag, ...]:
    """The scope as tags; `names` gives what ids stand for."""
    words = {"incident": _("Incident"), "kind": _("Kind"), "outlet": _("Outlet"), "document": _("Document")}
    given = {name: getattr(asked.scope, name) for name in words}
    shown = {**given, "kind": labels.slot(asked.scope.kind), **names}
    return tuple(
        Tag(words[name], shown[name], _as_it_is(asked.without(name), asked)) for name, value in given.items() if value
    )


def _as_it_is(wider: Asked, asked: Asked) -> str:
    return wider.listed if asked.as_list else wider.start


def queue_claim(row: ClaimRow, document: Document, incident_label: str) -> QueueClaim:
    """Put one together."""
    claim = row.claim
    return QueueClaim(
        id=claim.id,
        kind=claim.kind,
        heading=claim_heading(row),
        around=surroundings(document, claim),
        outlet=row.document.outlet or row.document.label,
        published=dates.day(row.document.published) if row.document.published else "",
        document=row.document.id,
        incident=row.incident or "",
        incident_label=incident_label,
        reads=tuple(read for read in _reads(row) if read.value),
        decided=row.ruling or "",
        lang=document.lang if document.lang and document.lang.isascii() and document.lang.isalpha() else "",
    )


def claim_heading(row: ClaimRow) -> str:
    """What it says, in one phrase."""
    claim, text = row.claim, value_text(row.claim.value)
    slot = "" if claim.kind == "toll" else f"{labels.slot(claim.kind)}: "
    stance = "" if claim.stance == "asserts" else f", {labels.stance(claim.stance)}"
    told = f"{slot}{text}{stance}"
    return told[:1].upper() + told[1:]


def _reads(row: ClaimRow) -> tuple[Read, ...]:
    claim = row.claim
    origin = row.origin.label if row.origin is not None else ""
    return (
        Read(_("Kind"), labels.slot(claim.kind), meanings.kind(claim.kind)),
        *_figure(row),
        Read(_("Stance"), labels.stance(claim.stance), meanings.stance(claim.stance)),
        Read(_("Hedges"), ", ".join(f"“{hedge}”" for hedge in claim.hedges), meanings.field("hedges")),
        Read(_("Who says it"), voices_text(claim.voices, row.document.outlet), meanings.field("voices")),
        Read(_("Carried by"), relays_text(claim.relays), meanings.field("relays")),
        Read(_("Origin"), origin, meanings.field("origin")),
        Read(_("Event"), _event(row), meanings.field("background") if claim.event.background else ""),
    )


def _figure(row: ClaimRow) -> tuple[Read, ...]:
    value = row.claim.value
    if not isinstance(value, Toll | EventCount):
        return ()
    made = [Read(_("Qualifier"), labels.words(value.qualifier), meanings.qualifier(value.qualifier))]
    if isinstance(value, Toll):
        made = [Read(_("State"), labels.slot(value.state), meanings.state(value.state)), *made]
        made.append(Read(_("Group"), value.group or "", meanings.field("group")))
        known = labels.victim_class(value.victim_class) if value.victim_class else ""
        made.append(Read(_("Class of victims"), known, meanings.field("victim_class")))
    return tuple(made)


def _event(row: ClaimRow) -> str:
    event = row.claim.event
    place = event.place.name if event.place is not None else ""
    told = ", ".join(part for part in (labels.words(event.type), place, dates.date_range(event.date)) if part)
    return _("%(event)s (recalled)") % {"event": told} if event.background else told
