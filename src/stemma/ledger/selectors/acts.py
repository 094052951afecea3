"""What people did around claims, in the order in which they did it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from stemma.ledger.entries import decode
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """An act with the number of its event and when it was recorded (ISO 8601, UTC)."""

    seq: int
    recorded_at: str
    value: T_co


def done(kind: Kind, shape: type[T]) -> tuple[Done[T], ...]:
    """Every act of one kind. There are as many as people have made, so all are read at once."""
    rows = Event.objects.filter(kind=kind).order_by("seq").values_list("seq", "recorded_at", "body")
    return tuple(Done(seq, at, decode(shape, body)) for seq, at, body in rows)
