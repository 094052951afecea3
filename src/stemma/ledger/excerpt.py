"""Some of the ledger's events, each with what it takes to check it without the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from django.db.models import Max

from stemma.ledger import chain, merkle
from stemma.ledger.entries import decode_ruling
from stemma.ledger.head import digests
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event
from stemma.model.bundle import BundledEvent, BundledRuling
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling

T = TypeVar("T")

PORTION = 5_000
"""Subjects or numbers asked for in one query: far below SQLite's limit of 250,000 variables."""


def last_of(kind: Kind, subjects: Iterable[str]) -> dict[str, int]:
    """The number of the last event of each subject; those that have none are left out."""
    found: dict[str, int] = {}
    for portion in _portions(sorted(set(subjects))):
        of_kind = Event.objects.filter(kind=kind, subject__in=portion)
        rows = of_kind.values("subject").annotate(newest=Max("seq"))
        found.update((row["subject"], row["newest"]) for row in rows)
    return found


def rulings_about(
    mentions: Collection[str], references: Collection[str], counting: Collection[str]
) -> tuple[BundledRuling, ...]:
    """Every ruling ever made on one of these mentions or event references, and those named by id in `counting`, which
    the account was made with."""
    rows = Event.objects.filter(kind="ruling").order_by("seq").values_list("seq", "recorded_at", "body")
    made = ((seq, at, decode_ruling(body)) for seq, at, body in rows.iterator())
    return tuple(
        BundledRuling(seq, at, ruling.id in counting, ruling)
        for seq, at, ruling in made
        if ruling.id in counting or bears_on(ruling, mentions, references)
    )


def bears_on(ruling: Ruling, mentions: Collection[str], references: Collection[str]) -> bool:
    """Whether a ruling is about one of these mentions or of these event references."""
    match ruling:
        case ClaimRuling():
            return ruling.mention_id in mentions
        case FindingRuling():
            return ruling.incident in references
        case _:
            return ruling.a in references or ruling.b in references


def excerpt(numbers: Iterable[int], until: int) -> tuple[BundledEvent, ...]:
    """The events with these numbers, in order, each with its proof under the root over the events up to `until`."""
    wanted = sorted(set(numbers))
    before = [seq - 1 for seq in wanted]
    previous = {0: chain.GENESIS}
    for portion in _portions(before):
        previous.update(Event.objects.filter(seq__in=portion).values_list("seq", "digest"))
    proofs = merkle.in_hex(merkle.proofs(digests(until), [seq - 1 for seq in wanted]))
    return tuple(
        BundledEvent(
            event.seq, event.kind, event.subject, event.recorded_at,
            previous[event.seq - 1], event.digest, event.body, proofs[event.seq - 1],
        )
        for portion in _portions(wanted)
        for event in Event.objects.filter(seq__in=portion).order_by("seq")
    )  # fmt: skip


def _portions(items: list[T]) -> Iterable[list[T]]:
    return (items[start : start + PORTION] for start in range(0, len(items), PORTION))
