"""The head of a ledger: one line that, published elsewhere, fixes every event up to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature and the public key that it was made for, both raw and in hex (64 and 128 digits).

    It tells that whoever holds the key made it. Whose key that is, it does not tell."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last event's number and digest, how many payloads the captures up to it name (each counted once), and when
    that event was recorded (ISO 8601 in UTC by the keeper's clock; null in an empty ledger). `root` is the top of the
    tree over the digests of all events (in hex; null in heads that are older than the tree). `signature` is over all
    the rest.

    It holds nothing of the moment at which it is asked for: the same events give the same head, to the byte.
    """

    seq: int
    digest: str
    payloads: int
    recorded_at: str | None
    root: str | None = None
    signature: Signature | None = None
