"""All rulings, each decoded once in a process: an event never changes, so what was read of it stays true."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from stemma.ledger.entries import decode_ruling
from stemma.ledger.models import Event
from stemma.ledger.selectors.rows import RulingRow


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rulings up to event `seq`, whose digest fixes every event before it; `seqs` are the rulings' own."""

    seq: int = 0
    digest: str = ""
    seqs: tuple[int, ...] = ()
    rows: tuple[RulingRow, ...] = ()


_kept = _Kept()


def rulings(*, until: int | None = None) -> tuple[RulingRow, ...]:
    """All decisions in the order in which they were made; `until` the event of that number."""
    held = _up_to_date()
    return held.rows if until is None else held.rows[: bisect_right(held.seqs, until)]


def _up_to_date() -> _Kept:
    global _kept  # noqa: PLW0603 - replaced as a whole, so that threads see the one or the other
    held = _kept
    head = Event.objects.order_by("-seq").values_list("seq", "digest").first()
    if head is None or head == (held.seq, held.digest):
        return held if head is not None else _Kept()
    if not Event.objects.filter(seq=held.seq, digest=held.digest).exists():
        held = _Kept()  # another ledger, or one in which a transaction was given up
    rows = Event.objects.filter(kind="ruling", seq__gt=held.seq, seq__lte=head[0]).order_by("seq")
    new = tuple(rows.values_list("seq", "body", "recorded_at"))
    _kept = held = _Kept(
        *head,
        (*held.seqs, *(seq for seq, _, _ in new)),
        (*held.rows, *(RulingRow(decode_ruling(body), at) for _, body, at in new)),
    )
    return held
