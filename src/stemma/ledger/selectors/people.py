"""Who has which role in the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from stemma.ledger.entries import decode
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event
from stemma.model.member import Membership, Person, person_key

NAMING: tuple[Kind, ...] = (
    "ruling", "series", "comment", "assignment", "status", "member", "export", "login", "round", "coding",
)  # fmt: skip
"""Kinds of event that name people of the ledger."""


def people() -> tuple[Person, ...]:
    """Those who have a role, by name. Empty in a ledger that names nobody: there, whoever can write its folder is its
    administrator."""
    return tuple(sorted(roles().values(), key=lambda person: (person_key(person.name), person.name)))


def roles() -> Mapping[str, Person]:
    """The same by `person_key`."""
    held: dict[str, Person] = {}
    rows = Event.objects.filter(kind="member").order_by("seq").values_list("seq", "body", "recorded_at")
    for seq, body, at in rows:
        given = decode(Membership, body)
        key = person_key(given.person)
        if given.role is None:
            held.pop(key, None)
        else:
            held[key] = Person(given.person, given.role, seq, at, given.actor, given.reason)
    return held


def first_named() -> int:
    """Number of the event that named the first person; 0 where nobody was."""
    return Event.objects.filter(kind="member").order_by("seq").values_list("seq", flat=True).first() or 0


def everybody() -> frozenset[str]:
    """Every name of the ledger's own people that any event has: who acted, was given work or a role, or came in. Kept
    until somebody acts again, since pages for data-only readers ask for it."""
    last = Event.objects.filter(kind__in=NAMING).order_by("-seq").values_list("digest", flat=True).first()
    return _everybody(last) if last is not None else frozenset()


@lru_cache(maxsize=4)
def _everybody(last: str) -> frozenset[str]:  # noqa: ARG001 - what it holds for
    rows = Event.objects.filter(kind__in=NAMING).values_list("body", flat=True)
    return frozenset(name for body in rows.iterator() for name in _named(json.loads(body)))


def _named(body: dict[str, Any]) -> Iterator[str]:
    yield from (body[key] for key in ("actor", "person", "third") if body.get(key))
    yield from body.get("coders", ())
