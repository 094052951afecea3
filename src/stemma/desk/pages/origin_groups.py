"""An incident's claims, gathered under the origin they go back to: what it said, and every page that carried it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.desk.drawing.held import Page, Traced
from stemma.desk.wording import dates, labels
from stemma.desk.wording.values import relays_text, spoken, value_text, voices_text
from stemma.model.claim import Stance
from stemma.model.finding import Account, AccountClaim
from stemma.model.origin import Origin
from stemma.model.value import VALUE_TYPES

KINDS = tuple(VALUE_TYPES)
"""The order in which a group lists what was said: tolls first."""
BESIDE, FEW = 30, 2
"""Claims shown on an incident's own page, and on that of an incident with many. A claim takes some 500 bytes of markup,
and the page has to stay below 150 kB beside its drawings and tables."""
PER_PAGE = 150
"""Claims on a page of nothing else: by the same measure half of what a page may weigh."""
FOREMOST = ("toll", "perpetrator", "target", "response")
"""Kinds in view at once, unless an origin speaks of nothing else."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One claim: the page it stands on, and through whom its words came."""

    claim: str
    document: str
    outlet: str
    published: str
    voices: str
    relays: str
    hedges: tuple[str, ...]
    reader: str


@dataclass(frozen=True, slots=True)
class Words:
    """One wording, with each claim that rests on it, the earliest first."""

    quote: str
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that an origin said, in each of its wordings; `claims` and distinct `documents` are counts."""

    kind: str
    heading: str
    value: str
    stance: str
    claims: int
    documents: int
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """One origin. `anchor` names it inside the page; `further` is what it said of lesser matters."""

    key: str
    siglum: str
    label: str
    kind: str
    bloc: str | None
    anchor: str
    documents: int
    said: tuple[Said, ...]
    further: tuple[Said, ...]
    continued: bool = False
    """Whether the page before began it."""

    @property
    def claims(self) -> int:
        return sum(one.claims for one in (*self.said, *self.further))


def origin_groups(
    account: Account, trace: Traced, documents: Iterable[Page], sigla: Mapping[str, str]
) -> tuple[OriginGroup, ...]:
    """Groups in the order of their sigla."""
    pages = {page.id: page for page in documents}
    origins = {origin.key: origin for origin in trace.origins}
    by_origin: dict[str, list[tuple[str, AccountClaim]]] = {}
    for claim_id, claim in sorted(account.claims.items()):
        by_origin.setdefault(claim.origin, []).append((claim_id, claim))
    order = list(sigla)
    keys = sorted(by_origin, key=lambda key: (order.index(key) if key in sigla else len(order), key))
    return tuple(_group(origins.get(k) or Origin(k, k, "voice"), sigla.get(k, "?"), by_origin[k], pages) for k in keys)


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """One page of an incident's claims by origin, numbered from 1."""

    number: int
    groups: tuple[OriginGroup, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An origin whose claims begin on a page of claims; `begun` where some of them are shown already."""

    group: OriginGroup
    page: int
    begun: bool


def claims_pages(groups: Iterable[OriginGroup], size: int) -> tuple[ClaimsPage, ...]:
    """Groups in their order, as many on a page as have `size` claims together; an origin that alone has more goes on
    over several pages. Never none: an incident of which nothing is said has one empty page."""
    pages: list[tuple[OriginGroup, ...]] = [()]
    held = 0
    for group in groups:
        for part in _parts(group, size):
            if held and held + part.claims > size:
                pages.append(())
                held = 0
            pages[-1] = (*pages[-1], part)
            held += part.claims
    return tuple(ClaimsPage(i, found, sum(g.claims for g in found)) for i, found in enumerate(pages, 1))


def elsewhere(groups: Sequence[OriginGroup], shown: ClaimsPage) -> tuple[Elsewhere, ...]:
    """The origins that a page does not show to the end, with the page of claims on which each begins."""
    whole = {group.key for group in groups if group in shown.groups}
    begun = {group.key for group in shown.groups}
    begins: dict[str, int] = {}
    for page in claims_pages(groups, PER_PAGE):
        for group in page.groups:
            begins.setdefault(group.key, page.number)
    return tuple(Elsewhere(group, begins[group.key], group.key in begun) for group in groups if group.key not in whole)


def _parts(group: OriginGroup, size: int) -> Iterator[OriginGroup]:
    """The group itself, or pieces of it where it is too long for a page; only the first bears the anchor."""
    everything = [(True, one) for one in group.said] + [(False, one) for one in group.further]
    taken: list[tuple[bool, Said]] = []
    continued = False
    for foremost, said in everything:
        if taken and sum(one.claims for _, one in taken) + said.claims > size:
            yield _piece(group, taken, continued=continued)
            taken, continued = [], True
        taken.append((foremost, said))
    yield _piece(group, taken, continued=continued)


def _piece(group: OriginGroup, taken: Sequence[tuple[bool, Said]], *, continued: bool) -> OriginGroup:
    said, further = (tuple(one for foremost, one in taken if foremost is wanted) for wanted in (True, False))
    return replace(group, said=said or further, further=further if said else (), continued=continued)


def anchor(siglum: str) -> str:
    """A name for use inside a page's address."""
    return f"origin-{siglum}"


def _group(
    origin: Origin, siglum: str, claims: list[tuple[str, AccountClaim]], pages: Mapping[str, Page]
) -> OriginGroup:
    said: dict[tuple[int, str, str, Stance], list[tuple[str, AccountClaim]]] = {}
    for claim_id, claim in claims:
        key = (
            KINDS.index(claim.kind) if claim.kind in KINDS else len(KINDS),
            claim.kind,
            value_text(claim.value),
            claim.stance,
        )
        said.setdefault(key, []).append((claim_id, claim))
    all_said = tuple(
        _said(kind, value, stance, said[key], pages) for key in sorted(said) for _, kind, value, stance in [key]
    )
    first = tuple(one for one in all_said if one.kind in FOREMOST) or all_said
    return OriginGroup(
        key=origin.key,
        siglum=siglum,
        label=origin.label,
        kind=origin.kind,
        bloc=origin.bloc if origin.bloc != origin.label else None,
        anchor=anchor(siglum),
        documents=len({claim.document for _, claim in claims}),
        said=first,
        further=tuple(one for one in all_said if one not in first),
    )


def _said(
    kind: str, value: str, stance: Stance, claims: list[tuple[str, AccountClaim]], pages: Mapping[str, Page]
) -> Said:
    def age(item: tuple[str, AccountClaim]) -> tuple[str, int, str]:
        page = pages.get(item[1].document)
        return ((page.published if page else None) or "9999", item[1].quote.start, item[0])

    words: dict[str, list[Carried]] = {}
    for claim_id, claim in sorted(claims, key=age):
        quote = " ".join(claim.quote.text.split())
        words.setdefault(quote, []).append(_carried(claim_id, claim, pages.get(claim.document)))
    return Said(
        kind=kind,
        heading="" if kind == "toll" else labels.slot(kind),
        value=value,
        stance=spoken(kind, stance),
        claims=len(claims),
        documents=len({claim.document for _, claim in claims}),
        words=tuple(Words(quote, tuple(carried)) for quote, carried in words.items()),
    )


def _carried(claim_id: str, claim: AccountClaim, page: Page | None) -> Carried:
    outlet = (page.outlet or page.label) if page else claim.document
    published = dates.short_day(page.published) if page and page.published else ""
    voices, relays = voices_text(claim.voices, outlet), relays_text(claim.relays)
    return Carried(claim_id, claim.document, outlet, published, voices, relays, claim.hedges, claim.reader)
