"""From a figure to its words: the claims that hold each end of a range, and the way to each in its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.drawing.held import Page
from stemma.desk.pages.findings import Headline, Part, has_figures, part_of, whole
from stemma.desk.wording import dates, figures, labels
from stemma.model.finding import Account, Finding, Support
from stemma.reconcile.ends import holders

SHOWN = 2
"""Claims of one origin that are named at an end; the rest stands under the origin, a click away."""
FEW = 2
"""Origins that are named at an end; the rest is among the claims. Both as few as keep the heaviest page of the shared
case below 150 kB."""


@dataclass(frozen=True, slots=True)
class EndClaim:
    """A claim that gives the number: `href` leads to its words in its document. `again` counts the claims of the same
    document that stand before it in the list."""

    href: str
    outlet: str
    day: str
    again: int


@dataclass(frozen=True, slots=True)
class EndHolder:
    """An origin that stands by the number, with its claims, the earliest first; `more` are left to its own place on
    the page."""

    siglum: str
    label: str
    claims: tuple[EndClaim, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EndLine:
    """One end of a range. `href` leads to the one claim behind it, or to this line where there are several; it is empty
    where the number is nobody's own (a person's ruling, a rule of the policy)."""

    slot: str
    anchor: str
    heading: str
    figure: str
    holders: tuple[EndHolder, ...]
    origins: int
    claims: int
    href: str

    @property
    def further(self) -> int:
        """Origins that are not named."""
        return self.origins - len(self.holders)


def end_lines(account: Account, documents: Iterable[Page], sigla: Mapping[str, str]) -> tuple[EndLine, ...]:
    """The ends of every range of people that is about everybody, in the account's order."""
    pages = {page.id: page for page in documents}
    slots = dict.fromkeys(finding.slot for finding in account.findings if has_figures(finding))
    found = ((slot, whole(account, slot)) for slot in slots)
    return tuple(
        _end(account, finding, bound, pages, sigla)
        for _slot, finding in found
        if finding is not None and part_of(finding) is None
        for bound in _bounds(finding)
    )


def with_ways(heads: Iterable[Headline], ends: Iterable[EndLine]) -> tuple[Headline, ...]:
    """The head's figures, each end a link to the words behind it."""
    by_heading: dict[str, list[EndLine]] = {}
    for end in ends:
        by_heading.setdefault(labels.slot(end.slot), []).append(end)
    return tuple(replace(head, parts=_parts(head.figure, by_heading.get(head.heading, ()))) for head in heads)


def _bounds(finding: Finding) -> Sequence[tuple[str, int]]:
    """Each number of the range once, with what it is."""
    if finding.low is not None and finding.low == finding.high:
        return [("figure", finding.low)]
    found: dict[int, str] = {}
    for name, number in (("low", finding.low), ("high", finding.high), ("best", finding.best)):
        if number is not None:
            found.setdefault(number, name)
    return [(name, number) for number, name in found.items()]


def _end(
    account: Account, finding: Finding, bound: tuple[str, int], pages: Mapping[str, Page], sigla: Mapping[str, str]
) -> EndLine:
    name, number = bound
    by_key: dict[str, list[Support]] = {}
    for support in holders(finding, number):
        by_key.setdefault(support.key, []).append(support)
    origins = [_holder(account, supports, pages, sigla) for supports in by_key.values()]
    origins.sort(key=lambda holder: (-len(holder.claims) - holder.more, holder.siglum))
    claims = sum(len(holder.claims) + holder.more for holder in origins)
    anchor = f"end-{finding.slot}-{name}"
    headings = {"low": _("Lower end"), "high": _("Upper end"), "best": _("Best"), "figure": _("Figure")}
    href = origins[0].claims[0].href if claims == 1 else f"#{anchor}" if claims else ""
    shown = tuple(origins[:FEW])
    return EndLine(finding.slot, anchor, headings[name], figures.number(number), shown, len(origins), claims, href)


def _holder(
    account: Account, supports: Sequence[Support], pages: Mapping[str, Page], sigla: Mapping[str, str]
) -> EndHolder:
    claims = dict.fromkeys(claim for support in supports for claim in support.claims if claim in account.claims)
    placed = sorted((_placed(pages, account.claims[claim].document), claim) for claim in claims)
    shown: list[EndClaim] = []
    seen: Counter[str] = Counter()
    for _when, claim in placed[:SHOWN]:
        document = account.claims[claim].document
        shown.append(_claim(claim, document, pages.get(document), seen[document]))
        seen[document] += 1
    first = supports[0]
    return EndHolder(sigla.get(first.key, "?"), first.label, tuple(shown), len(placed) - len(shown))


def _placed(pages: Mapping[str, Page], document: str) -> tuple[str, str]:
    page = pages.get(document)
    return (page.published if page is not None and page.published else "9999"), document


def _claim(claim: str, document: str, page: Page | None, again: int) -> EndClaim:
    outlet = (page.outlet or page.title or page.label) if page is not None else document
    day = dates.short_day(page.published) if page is not None and page.published else ""
    return EndClaim(f"{reverse('desk:document', args=[document])}#m-{claim}", outlet, day, again)


def _parts(text: str, ends: Sequence[EndLine]) -> tuple[Part, ...]:
    """The figure cut where its ends stand, in their order; where a number does not stand there, as it is."""
    parts: list[Part] = []
    for end in ends:
        before, number, text_after = text.partition(end.figure)
        if number and end.href:
            parts += [Part(before), Part(number, end.href, end.heading)]
            text = text_after
    parts.append(Part(text))
    return tuple(part for part in parts if part.text)
