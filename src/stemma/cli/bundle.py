"""`stemma bundle`: an incident as one file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.keys import SignKey, key_of
from stemma.cli.options import Actor, IncidentId, LedgerFolder, PolicyName, who
from stemma.cli.vouching import read
from stemma.errors import InputError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from stemma.export.bundle import Signer
    from stemma.model.head import Head


def register(app: typer.Typer) -> None:
    app.command(name="bundle")(bundle)


def bundle(
    incident: IncidentId,
    ledger: LedgerFolder,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.wacz", help="The file to write; never overwritten.")],
    policy: PolicyName = "range",
    sign: SignKey = None,
    under: Annotated[
        Path | None,
        typer.Option("--head", metavar="HEAD.json", help="A published head to stand under, instead of today's."),
    ] = None,
    actor: Actor = None,
) -> None:
    """Write an incident's reports, claims and account with the proofs that they are the ledger's. Its pages may show
    killed people.

    Example: stemma bundle 3f2a --ledger ledger --out incident.wacz --sign keeper.pem
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.export.bundle import write_bundle
    from stemma.review import begin_export, record_export

    taker = who(actor)
    begin_export(taker)
    key = None if sign is None else key_of(sign)
    head = _todays(ledger, key) if under is None else _published(ledger, under)
    written = write_bundle(ledger, incident, out, head, policy=policy, sign=_signer(key))
    record_export("bundle", {out.name: written.sha256}, seq=written.seq, actor=taker, incident=written.incident)
    print(f"sha256  {written.sha256}")
    print(f"{out}: incident {written.incident} under event {written.seq}. Next: stemma verify {out}", file=sys.stderr)


def _todays(ledger: Path, key: Ed25519PrivateKey | None) -> tuple[Head, bytes]:
    from dataclasses import replace

    from stemma.ids import canonical
    from stemma.ledger.head import head
    from stemma.model.wire import to_wire

    found = head(ledger)
    if key is not None:
        from stemma.ledger.signing import head_message, sign

        found = replace(found, signature=sign(head_message(found), key))
    return found, canonical(to_wire(found)) + b"\n"


def _published(ledger: Path, under: Path) -> tuple[Head, bytes]:
    """A published head, taken byte for byte, so that its signature and time stamp serve for the bundle too."""
    from stemma.ledger.head import departure
    from stemma.ledger.head_file import read_head

    found = read_head(under)
    if found.root is None:
        raise InputError(str(under), "has no root, so nothing can be shown to stand under it: publish a newer head")
    gone = departure(ledger, found)
    if gone is not None:
        raise InputError(str(under), f"is not of this ledger: {gone.where}: {gone.why}")
    return found, read(under)


def _signer(key: Ed25519PrivateKey | None) -> Signer | None:
    if key is None:
        return None
    from stemma.ledger.signing import BUNDLE, sign

    return lambda package: sign(BUNDLE + package, key)
