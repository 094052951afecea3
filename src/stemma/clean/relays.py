"""From credits to relays: the stretch that each covers, and which lies inside which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, pairwise

from stemma.clean.blocks import Label
from stemma.clean.draft import CleanRules, Credit, Draft
from stemma.clean.inline import sentence_spans
from stemma.data.outlets import fold
from stemma.model.document import Relay
from stemma.model.span import Span

PAGE, HEADLINE, LINE, DATELINE, CLOSING = range(5)
"""How far out a credit stands: the page's source, a headline's outlet, a line, a dateline or byline, the end."""
SHORTEST_HOST = 5
MOST_RELAYS = 40
OPENING = 40
BODY = frozenset({"body", "update", "dateline", "byline"})


@dataclass(frozen=True, slots=True)
class _Stretch:
    credit: Credit
    rank: int
    span: Span


def find_relays(draft: Draft, rules: CleanRules) -> tuple[Relay, ...]:
    """The relays of a page, outside in. An outlet's credit to itself, or one said twice, makes none."""
    found = sorted(
        (s for c in _distinct(draft) if (s := _stretch(c, draft)) is not None),
        # of two credits for the whole page the one at the foot is the page's own, the one at the head its source's
        key=lambda s: (s.rank, s.span.start, -s.span.end, -s.credit.span.start, s.credit.outlet),
    )
    own = _own_voices(draft, rules)
    kept: list[_Stretch] = []
    for stretch in found:
        alike = (k for k in kept if _same(k.credit.outlet, stretch.credit.outlet))
        twin = next((k for k in alike if k.span.meets(stretch.span)), None)
        if twin is None:
            kept.append(_until_next(stretch, found, own))
        elif "." in twin.credit.outlet:
            kept[kept.index(twin)] = replace(twin, credit=replace(twin.credit, outlet=stretch.credit.outlet))
    return tuple(
        Relay(s.credit.outlet, s.span.start, s.span.end, s.credit.span, depth=_depth(i, kept), url=s.credit.url)
        for i, s in enumerate(kept)
    )  # fmt: skip


def _distinct(draft: Draft) -> list[Credit]:
    """One credit for each outlet and reach: the first, or of those that look back the last; not too many of them."""
    chosen: dict[tuple[str, str], Credit] = {}
    for credit in sorted(draft.credits, key=lambda c: c.span):
        key = (credit.outlet, credit.reach)
        if credit.reach != "paragraph" and (credit.reach == "above" or key not in chosen):
            chosen[key] = credit
    others = (c for c in chosen.values() if not _same(c.outlet, draft.outlet or ""))
    return list(islice(others, MOST_RELAYS))


def _same(one: str, other: str) -> bool:
    """Whether two names are one outlet's: alike, or one is the host that the other's words make ("Levant Wire")."""
    if one == other:
        return True
    short, long = sorted((fold(one).replace(" ", ""), fold(other).replace(" ", "")), key=len)
    return short == long or ("." in (one + other) and len(short) >= SHORTEST_HOST and long.startswith(short))


def _depth(i: int, kept: list[_Stretch]) -> int:
    """How many of those further out meet this one."""
    return sum(outer.span.meets(kept[i].span) for outer in kept[:i])


def _until_next(stretch: _Stretch, others: list[_Stretch], own: list[int]) -> _Stretch:
    """A borrowed text ends where the page speaks for itself, or where the next one begins that stands no further in."""
    if stretch.credit.reach != "below":
        return stretch
    start = stretch.span.start
    later = [o.span.start for o in others if o.credit.reach == "below" and o.rank <= stretch.rank]
    end = min([stretch.span.end, *(at for at in (*own, *later) if at > start)])
    return replace(stretch, span=Span(start, end))


def _stretch(credit: Credit, draft: Draft) -> _Stretch | None:
    article = draft.article
    if credit.reach == "document":
        return _Stretch(credit, PAGE, article) if article else None
    if credit.reach == "above":
        body = next((label for label in draft.labels if label.kept and label.kind in BODY), None)
        ok = body is not None and body.start < credit.span.start
        return _Stretch(credit, CLOSING, Span(body.start, credit.span.end)) if body is not None and ok else None
    holder = next((label for label in draft.labels if label.start <= credit.span.start < label.end), None)
    if holder is None or holder.start >= article.end:
        return None
    return _Stretch(credit, _rank(holder), Span(holder.start, article.end))


def _rank(holder: Label) -> int:
    if holder.kind == "headline":
        return HEADLINE
    return LINE if holder.kind == "credit" else DATELINE


def _own_voices(draft: Draft, rules: CleanRules) -> list[int]:
    """Where the page says that it speaks for itself again."""
    sentences = sentence_spans(draft.text, draft.article)
    opening = ((s.start, draft.text[s.start : s.start + OPENING].lstrip().casefold()) for s in sentences)
    return [start for start, words in opening if words.startswith(rules.cleaning.own_voice)]


def inside_relays(draft: Draft, relays: tuple[Relay, ...]) -> Draft:
    """Labels parted where relays begin and end, so that each lies wholly inside or outside of one."""
    edges = sorted({edge for r in relays for edge in (r.start, r.end)})
    pieces: list[Label] = []
    for label in draft.labels:
        inner = [e for e in edges if label.start < e < label.end] if label.kept else []
        bounds = [label.start, *inner, label.end]
        pieces.extend(Label(a, b, label.kind, label.reason) for a, b in pairwise(bounds))
    return replace(draft, labels=tuple(pieces))
