"""Who vouches for a published head, as a terminal is told: its signature and its time stamp."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from stemma.cli.keys import signing_installed
from stemma.errors import DataError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stemma.ledger.problems import Problem
    from stemma.model.head import Head, Signature


@dataclass(frozen=True, slots=True)
class Vouchers:
    """What a stranger holds beside the head: the keeper's public key, the stamp's file, the authority's certificate."""

    key: Path | None = None
    stamp: Path | None = None
    certificate: Path | None = None


def head_signature(head: Head, where: Path | str, key: Path | None) -> bool:
    """Say what a head's signature is worth; whether nothing speaks against it."""
    if head.signature is None:
        return signature_told(b"", None, where, key)
    signing_installed()
    from stemma.ledger.signing import head_message

    return signature_told(head_message(head), head.signature, where, key)


def signature_told(message: bytes, signature: Signature | None, where: Path | str, key: Path | None) -> bool:
    """The same of any signature; silent where there is none and none was asked for."""
    if signature is None:
        return key is None or refused(where, "carries no signature, so the key cannot tell whose it is")
    signing_installed()
    from stemma.ledger.signing import fingerprint, is_genuine, public_key

    if not is_genuine(message, signature):
        return refused(where, "the signature does not fit: what was signed, or the signature, was altered")
    name = fingerprint(bytes.fromhex(signature.key))
    if key is None:
        print(f"{where}: signed by {name}; give --key to check by whom. It fits the key that it carries,")
        print("which proves nothing of who made it.")
        return True
    wanted = public_key(key)
    if wanted != signature.key:
        return refused(where, f"is signed by {name}, not by {fingerprint(bytes.fromhex(wanted))}, the key given")
    print(f"{where}: signed by {name}, the key given.")
    return True


def stamp_told(head: Path, held: Vouchers) -> bool:
    """Say when the head's file was there by a time stamp's word; whether nothing speaks against it."""
    if held.stamp is None:
        if held.certificate is not None:
            raise InputError("--tsa-certificate", "checks a time stamp: give its file with --stamp")
        return True
    signing_installed()
    from stemma.ledger.stamping import certificates, checked, told

    token, stamped = read(held.stamp), read(head)
    try:
        if held.certificate is None:
            said = told(token, stamped)
            print(f"{held.stamp}: says {_moment(said.at)}; give --tsa-certificate to check by whose word.")
            return True
        stamp = checked(token, stamped, certificates(held.certificate))
    except DataError as error:
        return refused(held.stamp, str(error))
    by = stamp.by or f"an authority that {held.certificate} vouches for"
    print(f"{head}: existed at {_moment(stamp.at)}, by the word of {plain(by)}.")
    return True


def read(path: Path) -> bytes:
    """A file that the user named; InputError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def refused(where: Path | str, why: str) -> bool:
    """Say on one line what speaks against it: never true."""
    print(f"stemma: {plain(f'{where}: {why}')}", file=sys.stderr)
    return False


def tell(problems: Iterable[Problem]) -> None:
    """Each problem on a line of its own."""
    for problem in problems:
        refused(problem.where, problem.why)


def plain(text: str) -> str:
    """A line without what a terminal would take for a command: names come from files."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
