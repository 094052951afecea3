"""All rulings, each decoded once in a process: an event never changes, so what was read of it stays true."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode_ruling
from stemma.ledger.models import Event
from stemma.ledger.selectors.rows import ClaimRow, RulingRow
from stemma.model.ruling import ClaimRuling, covers


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rulings up to event `seq`, whose digest fixes every event before it; `seqs` are the rulings' own."""

    seq: int = 0
    digest: str = ""
    seqs: tuple[int, ...] = ()
    rows: tuple[RulingRow, ...] = ()


_kept = _Kept()


def rulings(
    *, until: int | None = None, since: int | None = None, at: str | None = None, mention: str | None = None
) -> tuple[RulingRow, ...]:
    """All decisions in the order in which they were made; `until` the event of that number, `since` after that of
    another, `at` one moment of recording, on claims of one `mention` alone."""
    held = _up_to_date()
    start = 0 if since is None else bisect_right(held.seqs, since)
    rows = held.rows[start : None if until is None else bisect_right(held.seqs, until)]
    if at is not None:
        rows = tuple(row for row in rows if row.recorded_at == at)
    if mention is not None:
        rows = tuple(row for row in rows if isinstance(row.ruling, ClaimRuling) and row.ruling.mention_id == mention)
    return rows


def ruling_row(name: str) -> RulingRow:
    """One decision by its id. NotFoundError where there is none."""
    found = next((row for row in rulings() if row.ruling.id == name), None)
    if found is None:
        raise NotFoundError(f"no ruling {name!r} in this ledger")
    return found


def decision_on(row: ClaimRow) -> ClaimRuling | None:
    """The accept, reject or correct that holds on a claim, whether or not accounts take it in yet; a rejection before
    all others, else the last."""
    held: list[ClaimRuling] = []
    for one in (made.ruling for made in rulings(mention=row.claim.mention_id)):
        if isinstance(one, ClaimRuling) and (row.read or row.claim.id) in (one.root, one.claim_id):
            held = [earlier for earlier in held if not covers(one, earlier)]
            held += [one] if one.act != "withdraw" else []
    decided = [one for one in held if one.act != "unsure"]
    return max(reversed(decided), key=lambda one: one.act == "reject", default=None)


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
