"""Verbs for who does not trust the keeper: head, stamp, verify."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.bundle_check import verify_bundle
from stemma.cli.keys import PublicKey, SignKey, key_of, signing_installed
from stemma.cli.options import AsJson, LedgerFolder
from stemma.cli.vouching import Vouchers, head_signature, plain, read, refused, stamp_told, tell
from stemma.errors import DataError, InputError
from stemma.settings import from_environment

if TYPE_CHECKING:
    from stemma.ledger.problems import VerifyReport
    from stemma.model.head import Head

STAMP = ".tsr"
"""After a head's file name: its time stamp."""


def register(app: typer.Typer) -> None:
    for verb in (head, stamp, verify):
        app.command(name=verb.__name__)(verb)


def head(ledger: LedgerFolder, json: AsJson = False, sign: SignKey = None) -> None:
    """Print the last event's number and digest: published elsewhere, they fix every event up to it.

    Example: stemma head --ledger ledger --json --sign keeper.pem > head.json
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.ids import canonical
    from stemma.ledger.head import head as run
    from stemma.model.wire import members, to_wire

    key = None if sign is None else key_of(sign)
    found = run(ledger)
    if key is not None:
        from stemma.ledger.signing import head_message
        from stemma.ledger.signing import sign as signed

        found = replace(found, signature=signed(head_message(found), key))
    if json:
        print(canonical(to_wire(found)).decode())
        return
    for name, value in members(found):
        shown = found.signature.value if name == "signature" and found.signature is not None else value
        print(f"{name:11}  {'-' if shown is None else shown}")


def stamp(
    file: Annotated[Path, typer.Argument(metavar="HEAD.json", help="The file to have stamped.")],
    tsa: Annotated[
        str | None,
        typer.Option("--tsa", metavar="URL", help="Address of the authority (STEMMA_TSA sets the default)."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=f"Default: the file's name with {STAMP}.")
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option("--tsa-certificate", metavar="CA.pem", help="Check the answer against this certificate as well."),
    ] = None,
) -> None:
    """Have a time stamping authority (RFC 3161) say that a head is there now. It is sent the file's sha256, no more.

    Example: stemma stamp head.json --tsa https://tsa.example.org --tsa-certificate ca.pem
    """
    url = tsa or from_environment().tsa
    if url is None:
        raise InputError("--tsa", "is missing: name the time stamping authority, or set STEMMA_TSA")
    signing_installed()
    from stemma.capture.timestamp import ask_authority
    from stemma.ledger.stamping import answered, certificates, checked, request_for

    stamped, token = read(file), out or file.with_name(file.name + STAMP)
    if not stamped:
        raise InputError(str(file), "is empty")
    trusted = None if certificate is None else certificates(certificate)
    if token.exists():
        raise InputError(str(token), "is there already, and an older stamp is worth more: name another file with --out")
    request = request_for(stamped)
    answer = ask_authority(url, request.as_bytes())
    try:
        said = answered(answer, request, stamped)
        if trusted is not None:
            checked(answer, stamped, trusted)
    except DataError as error:
        raise InputError(url, f"the answer is not kept: {error}") from error
    try:
        token.write_bytes(answer)
    except OSError as error:
        raise InputError(str(token), f"cannot be written: {error.strerror}") from error
    print(f"{token}: {file} stamped at {said.at.isoformat(timespec='seconds')}", file=sys.stderr)


def verify(
    ledger: LedgerFolder,
    bundle: Annotated[
        Path | None,
        typer.Argument(metavar="BUNDLE", help="Check this bundle instead, without any ledger.", show_default=False),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="HEAD.json", help="Also prove that the ledger extends this published head."),
    ] = None,
    key: PublicKey = None,
    stamp: Annotated[
        Path | None, typer.Option("--stamp", metavar="FILE.tsr", help="The published head's time stamp.")
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option("--tsa-certificate", metavar="CA.pem", help="Whom to trust with time: the authority's root."),
    ] = None,
    exported: Annotated[
        Path | None,
        typer.Option(
            "--export", metavar="PATH", help="Also say by which export these files left, or that they differ."
        ),
    ] = None,
) -> None:
    """Check evidence digests, events and projections; name what is wrong, the first bad record first.

    With a bundle's file, check that: payloads, texts, quotes, proofs, account. No ledger is needed then.

    Example: stemma verify --ledger ledger --against head.json --key keeper.pem.pub
    """
    held = Vouchers(key, stamp, certificate)
    if against is None and (held if bundle is None else replace(held, key=None)) != Vouchers():
        raise InputError("--key, --stamp", "are about a published head: give it with --against")
    if bundle is not None:
        sound = verify_bundle(bundle, key, against)
        if against is not None:
            sound = stamp_told(against, held) and sound
        if not sound:
            raise typer.Exit(1)
        return
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.build import verify as run
    from stemma.ledger.head_file import read_head

    published = None if against is None else read_head(against)
    report = run(ledger)
    tell(report.problems)
    print(f"{report.events} events, {report.payloads} payloads checked: {'sound' if report.ok else 'DAMAGED'}.")
    sound = report.ok
    if against is not None and published is not None:
        sound = _extends(ledger, published, report) and sound
        sound = head_signature(published, against, key) and sound
        sound = stamp_told(against, held) and sound
    if exported is not None:
        sound = _left(exported) and sound
    if not sound:
        raise typer.Exit(1)


def _left(path: Path) -> bool:
    """Say of every file at a path by which export it left the open ledger; whether all did as they are."""
    from stemma.ledger.exports import files_at, left

    good = True
    for file in left(files_at(path)):
        by = "" if file.export is None else f" ({file.export.format}, by {file.export.actor}, {file.recorded_at})"
        if file.same:
            print(f"{plain(file.name)}: left the ledger with event {file.seq}{plain(by)}.")
        elif file.seq is not None:
            good = refused(file.name, f"is not as it left the ledger with event {file.seq}{by}: it was changed since")
        else:
            good = refused(file.name, "was written by no export of this ledger")
    return good


def _extends(ledger: Path, published: Head, report: VerifyReport) -> bool:
    """Say whether a ledger, just reported on, extends the published head; a damaged one never proves that it does."""
    from stemma.ledger.head import departure

    found = departure(ledger, published)
    if found is not None:
        tell((found,))
        print("It does NOT extend the published head.")
    elif report.ok:
        since = report.events - published.seq
        print(f"It extends the published head: event {published.seq} has its digest, and {since} came after it.")
    else:
        print(f"Event {published.seq} has the published digest, but in a damaged ledger that proves nothing.")
    return found is None
