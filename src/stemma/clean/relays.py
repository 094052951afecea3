"""From credits to relays: the stretch that each covers, and which lies inside which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Credit, Draft
from stemma.clean.inline import sentence_spans
from stemma.data.outlets import fold
from stemma.model.document import Relay
from stemma.model.span import Span

PAGE, HEADLINE, LINE, DATELINE, CLOSING = range(5)
"""How far out a credit stands: the page's source, a headline's outlet, a line, a dateline or byline, the end."""
SHORTEST_HOST = 5
BODY = frozenset({"body", "update", "dateline", "byline"})


@dataclass(frozen=True, slots=True)
class _Stretch:
    credit: Credit
    rank: int
    span: Span


def find_relays(draft: Draft, rules: CleanRules) -> tuple[Relay, ...]:
    """The relays of a page, outside in. An outlet's credit to itself, or one said twice, makes none."""
    others = (c for c in draft.credits if not _same(c.outlet, draft.outlet or ""))
    found = sorted(
        (s for c in others if (s := _stretch(c, draft, rules)) is not None),
        key=lambda s: (s.rank, s.span.start, -s.span.end, s.credit.outlet),
    )
    kept: list[_Stretch] = []
    for stretch in found:
        twin = next(
            (k for k in kept if _same(k.credit.outlet, stretch.credit.outlet) and k.span.meets(stretch.span)), None
        )
        if twin is None:
            kept.append(_until_next(stretch, found))
        elif "." in twin.credit.outlet:
            kept[kept.index(twin)] = replace(twin, credit=replace(twin.credit, outlet=stretch.credit.outlet))
    return tuple(
        Relay(s.credit.outlet, s.span.start, s.span.end, s.credit.span, depth=_depth(s, kept), url=s.credit.url)
        for s in kept
    )  # fmt: skip


def _same(one: str, other: str) -> bool:
    """Whether two names are one outlet's: alike, or one is the host that the other's words make ("Levant Wire")."""
    if one == other:
        return True
    short, long = sorted((fold(one).replace(" ", ""), fold(other).replace(" ", "")), key=len)
    return short == long or ("." in (one + other) and len(short) >= SHORTEST_HOST and long.startswith(short))


def _depth(stretch: _Stretch, others: list[_Stretch]) -> int:
    return sum(
        o.span.meets(stretch.span) and (o.rank, o.span.start) < (stretch.rank, stretch.span.start) for o in others
    )


def _until_next(stretch: _Stretch, others: list[_Stretch]) -> _Stretch:
    """A borrowed text ends where the next one begins that stands no further in."""
    if stretch.credit.reach != "below":
        return stretch
    starts = [
        o.span.start
        for o in others
        if o.credit.reach == "below" and o.rank <= stretch.rank and o.span.start > stretch.span.start
        and o.credit.outlet != stretch.credit.outlet
    ]  # fmt: skip
    return _Stretch(stretch.credit, stretch.rank, Span(stretch.span.start, min([stretch.span.end, *starts])))


def _stretch(credit: Credit, draft: Draft, rules: CleanRules) -> _Stretch | None:
    article = draft.article
    if credit.reach == "document":
        return _Stretch(credit, PAGE, article) if article else None
    if credit.reach == "above":
        body = next((label for label in draft.labels if label.kept and label.kind in BODY), None)
        ok = body is not None and body.start < credit.span.start
        return _Stretch(credit, CLOSING, Span(body.start, credit.span.end)) if body is not None and ok else None
    holder = next((label for label in draft.labels if label.start <= credit.span.start < label.end), None)
    if credit.reach == "paragraph" or holder is None or holder.start >= article.end:
        return None
    end = _own_voice(draft, holder.start, article.end, rules)
    return _Stretch(credit, _rank(holder), Span(holder.start, end))


def _rank(holder: Label) -> int:
    if holder.kind == "headline":
        return HEADLINE
    return LINE if holder.kind == "credit" else DATELINE


def _own_voice(draft: Draft, start: int, end: int, rules: CleanRules) -> int:
    """Where, after `start`, the page says that it speaks for itself again; else `end`."""
    for sentence in sentence_spans(draft.text, Span(start, end)):
        if sentence.start > start and sentence.of(draft.text).lstrip().casefold().startswith(rules.cleaning.own_voice):
            return sentence.start
    return end


def inside_relays(draft: Draft, relays: tuple[Relay, ...]) -> Draft:
    """Labels parted where relays begin and end, so that each lies wholly inside or outside of one."""
    edges = sorted({edge for r in relays for edge in (r.start, r.end)})
    pieces: list[Label] = []
    for label in draft.labels:
        inner = [e for e in edges if label.start < e < label.end] if label.kept else []
        bounds = [label.start, *inner, label.end]
        pieces.extend(Label(a, b, label.kind, label.reason) for a, b in pairwise(bounds))
    return replace(draft, labels=tuple(pieces))
