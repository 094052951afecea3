"""Full values, read from the last event of their subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Max

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event

T = TypeVar("T")


def value(kind: Kind, subject: str, shape: type[T]) -> T:
    """The last state of one subject."""
    body = Event.objects.filter(kind=kind, subject=subject).order_by("-seq").values_list("body", flat=True).first()
    if body is None:
        raise NotFoundError(f"no {kind} {subject!r} in this ledger")
    return decode(shape, body)


def values(kind: Kind, subjects: Sequence[str], shape: type[T]) -> dict[str, T]:
    """The last states of several subjects, by subject; absent ones are left out."""
    return {subject: decode(shape, body) for subject, body in bodies(kind, subjects).items()}


def bodies(kind: Kind, subjects: Sequence[str]) -> dict[str, str]:
    """The same as they are kept, in JSON."""
    of_kind = Event.objects.filter(kind=kind, subject__in=subjects)
    newest = of_kind.values("subject").annotate(newest=Max("seq")).values("newest")
    return dict(Event.objects.filter(seq__in=newest).order_by("subject").values_list("subject", "body"))
