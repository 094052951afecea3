"""Whether each event of a bundle is what was recorded, and stands under the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stemma.ledger import chain, merkle
from stemma.ledger.bundles.layout import EVENTS, HEAD
from stemma.ledger.problems import Problem
from stemma.ledger.subjects import wrong_body
from stemma.model.bundle import BundledEvent
from stemma.model.head import Head


def wrong_events(head: Head, events: Iterable[BundledEvent]) -> Iterator[Problem]:
    """What is wrong with them, in their order."""
    if head.root is None:
        yield Problem(HEAD, "has no root, so no event can be shown to stand under it")
        return
    last = 0
    for event in events:
        where = f"{EVENTS}: event {event.seq} ({event.kind} {event.subject})"
        if event.seq <= last:
            yield Problem(where, f"stands after event {last}")
        yield from (Problem(where, why) for why in _wrong(event, head, head.root))
        last = event.seq


def _wrong(event: BundledEvent, head: Head, root: str) -> Iterator[str]:
    try:
        digest = chain.link(
            event.previous,
            seq=event.seq,
            kind=event.kind,
            subject=event.subject,
            recorded_at=event.recorded_at,
            body=event.body,
        )
        path = [bytes.fromhex(part) for part in event.proof]
        stands = merkle.stands_under(bytes.fromhex(root), bytes.fromhex(digest), event.seq - 1, head.seq, path)
    except ValueError as error:
        yield f"cannot be read: {error}"
        return
    if digest != event.digest:
        yield f"has the digest {digest}, not {event.digest}: it was changed"
    elif not stands:
        yield "does not stand under the head: it is not in the ledger that the head is of"
    if event.seq == head.seq and digest != head.digest:
        yield f"is the head's, which names the digest {head.digest}"
    why = wrong_body(event)
    if why is not None:
        yield why
