"""What somebody has ruled of claims lately."""

from __future__ import annotations

from stemma.ledger.entries import decode_ruling, encode
from stemma.ledger.models import Event
from stemma.model.member import person_key
from stemma.model.ruling import ClaimRuling

PORTION = 500


def decided_since(person: str, moment: str) -> tuple[str, ...]:
    """When `person` (as they are named) ruled on claims (ISO times, in order), each once, by
    their last ruling on it; those that they took back are left out. Read from the last event backwards, to `moment`."""
    last: dict[tuple[str, str], tuple[str, str]] = {}
    rows = Event.objects.filter(kind="ruling").order_by("-seq").values_list("recorded_at", "body")
    for at, body in rows.iterator(chunk_size=PORTION):
        if at < moment:
            break
        if encode(person) not in body:
            continue
        made = decode_ruling(body)
        if isinstance(made, ClaimRuling) and person_key(made.actor) == person_key(person):
            last.setdefault((made.mention_id, made.root), (at, made.act))
    return tuple(sorted(at for at, act in last.values() if act != "withdraw"))
