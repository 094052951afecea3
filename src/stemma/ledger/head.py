"""The head of the chain, and whether today's ledger extends one that was published.

The chain shows that no event was changed after the next was linked to it. It cannot show that all of it was not
written anew: whoever does that links it anew as well. An older head, kept where the ledger's keeper cannot change it,
can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stemma.errors import DataError, LedgerError
from stemma.ledger import chain, merkle, writer
from stemma.ledger.entries import decode
from stemma.ledger.faults import ledger_errors
from stemma.ledger.head_file import SHA256
from stemma.ledger.models import Event
from stemma.ledger.opening import open_ledger
from stemma.ledger.verification import Problem
from stemma.model.capture import Capture
from stemma.model.head import Head


def head(ledger: Path) -> Head:
    """The head of a ledger as it stands.

    It tells what is written and checks nothing: a head of a ledger that `verify` has not passed promises nothing.
    Raises LedgerError where there is no ledger, or it cannot be read.
    """
    open_ledger(ledger, create=False)
    with ledger_errors(ledger):
        seq, digest = writer.last()
        return _head(seq, digest)


def _head(seq: int, digest: str) -> Head:
    recorded_at = Event.objects.filter(seq=seq).values_list("recorded_at", flat=True).first()
    return Head(seq, digest, _payloads(seq), recorded_at, merkle.root(digests(seq)).hex())


def digests(until: int) -> Iterator[bytes]:
    """The digests of the events up to one, in order, as bytes; LedgerError for one that is no digest."""
    rows = Event.objects.filter(seq__lte=until).order_by("seq").values_list("seq", "digest")
    for seq, digest in rows.iterator():
        if not SHA256.fullmatch(digest):
            raise LedgerError(f"the ledger is damaged: event {seq} has no digest (see `stemma verify`)")
        yield bytes.fromhex(digest)


def _payloads(until: int) -> int:
    """How many payloads the captures up to an event name; two captures may name one."""
    rows = Event.objects.filter(kind="capture", seq__lte=until).values_list("seq", "body")
    named: set[str] = set()
    for seq, body in rows.iterator():
        try:
            named.add(decode(Capture, body).sha256)
        except DataError as error:
            raise LedgerError(f"the ledger is damaged: event {seq} cannot be read (see `stemma verify`)") from error
    return len(named)


def departure(ledger: Path, published: Head) -> Problem | None:
    """Why a ledger does not extend a published head; None where the head's event is here with its digest.

    The digests are taken as they stand: only in a ledger that `verify` finds sound does that fix the events as well.
    """
    open_ledger(ledger, create=False)
    with ledger_errors(ledger):
        why = _departure(published)
    return None if why is None else Problem(f"event {published.seq} of the published head", why)


def _departure(published: Head) -> str | None:
    digest = _digest_at(published.seq)
    if digest is None:
        return f"is not here, the ledger ends at event {writer.last()[0]}: it was cut short, or it is another one"
    if digest != published.digest:
        return f"has the digest {digest} here, not {published.digest}: it, or one before it, is another event"
    held = _head(published.seq, digest)
    why = _difference(held, published)
    return None if why is None else f"has its digest, but one of the two was altered: {why}"


def _digest_at(seq: int) -> str | None:
    if seq == 0:
        return chain.GENESIS
    return Event.objects.filter(seq=seq).values_list("digest", flat=True).first()


def _difference(held: Head, published: Head) -> str | None:
    """What a head says otherwise than the ledger of the same last event. Its signature is no word of the ledger's, and
    heads that are older than the tree have no root."""
    if held.payloads != published.payloads:
        return f"the head says {published.payloads} payloads, the events name {held.payloads}"
    if held.recorded_at != published.recorded_at:
        return f"the head says recorded at {published.recorded_at!r}, the event {held.recorded_at!r}"
    if published.root not in (None, held.root):
        return f"the head says {published.root} is the root over all events, their digests give {held.root}"
    return None
