"""What a reader of a stemma has to be warned of: copies that changed something, and chains that run in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.drawing.held import Page, Traced
from stemma.model.claim import Claim
from stemma.model.finding import Account
from stemma.trace.alterations import Altered, alterations
from stemma.trace.graph import circles, stemma_graph


@dataclass(frozen=True, slots=True)
class Reading:
    """One page's words at a place that another page has otherwise."""

    document: str
    outlet: str
    quote: str
    first: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The two readings of one passage, the original first where it is known, and what differs."""

    kind: str
    readings: tuple[Reading, Reading]


def changes(account: Account, trace: Traced, documents: Iterable[Page], claims: Sequence[Claim]) -> tuple[Change, ...]:
    """What copies changed of the account's claims."""
    outlets = {page.id: page.outlet or page.label for page in documents}
    found = []
    for alteration in alterations(trace.copies, claims):
        if alteration.a in account.claims and alteration.b in account.claims:
            pair = sorted((alteration.a, alteration.b), key=lambda key: key != alteration.original)
            one, other = (_reading(account, key, outlets, first=key == alteration.original) for key in pair)
            found.append(Change(_kind(alteration.kind), (one, other)))
    return tuple(found)


def _reading(account: Account, key: str, outlets: dict[str, str], *, first: bool) -> Reading:
    claim = account.claims[key]
    return Reading(claim.document, outlets.get(claim.document, ""), " ".join(claim.quote.text.split()), first)


def _kind(kind: Altered) -> str:
    told = {"figure": _("figure"), "party": _("party"), "stance": _("stance"), "voice": _("voice")}
    return told[kind]


def circular(account: Account, trace: Traced, documents: Iterable[Page]) -> tuple[str, ...]:
    """Each circle as names, the first repeated at the end."""
    owners = {key: claim.document for key, claim in account.claims.items()}
    graph = stemma_graph(documents, owners, trace.claim_origins, trace.origins, trace.copies)
    return tuple(" → ".join((*circle, circle[0])) for circle in circles(graph))


def warnings(account: Account, trace: Traced, claims: Sequence[Claim], documents: Sequence[Page] = ()) -> Iterator[str]:
    """The same in plain lines, for a terminal."""
    for change in changes(account, trace, documents, claims):
        one, other = change.readings
        yield f"! {change.kind}: {one.outlet}: “{one.quote}” | {other.outlet}: “{other.quote}”"
    for circle in circular(account, trace, documents):
        yield f"! circle: {circle}"
