"""Keys to sign with: `stemma keys new`, `stemma keys show`, and how other verbs ask for one."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.errors import InputError
from stemma.settings import from_environment

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

app = typer.Typer(
    help="Keys that heads and bundles are signed with; kept outside every ledger.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
VARIABLE = "STEMMA_KEY_PASSPHRASE"

SignKey = Annotated[
    Path | None,
    typer.Option("--sign", metavar="KEYFILE", help=f"Sign with this private key ({VARIABLE} unlocks it)."),
]
PublicKey = Annotated[
    Path | None,
    typer.Option("--key", metavar="PUB.pem", help="The public key that it should be signed with."),
]


@app.command()
def new(
    out: Annotated[
        Path, typer.Option("--out", metavar="KEYFILE", help="File for the private key; .pub goes beside it.")
    ],
    passphrase: Annotated[
        bool, typer.Option("--passphrase", help="Ask for a passphrase to lock the key with.")
    ] = False,
) -> None:
    """Make an Ed25519 key to sign heads with. The file beside it, .pub, is for everybody; print its fingerprint.

    Example: stemma keys new --out keeper.pem
    """
    signing_installed()
    from stemma.ledger.signing import new_key, outside_ledgers, public_file

    outside_ledgers(out)
    secret = from_environment().key_passphrase
    if secret is None and passphrase:
        secret = _asked_twice(out)
    made = new_key(out, secret)
    print(f"fingerprint  {made}")
    print(f"Publish {public_file(out)} with its fingerprint; {out} stays with you.", file=sys.stderr)


@app.command()
def show(
    key: Annotated[Path, typer.Argument(metavar="PUB.pem", help="A public key.")],
) -> None:
    """Print the fingerprint of a public key, to be compared with the one that its owner tells.

    Example: stemma keys show keeper.pem.pub
    """
    signing_installed()
    from stemma.ledger.signing import fingerprint, public_key

    print(f"fingerprint  {fingerprint(bytes.fromhex(public_key(key)))}")


def key_of(path: Path) -> Ed25519PrivateKey:
    """The private key that a verb was given, unlocked with what the environment or the terminal says."""
    signing_installed()
    from stemma.ledger.signing import is_locked, outside_ledgers, private_key

    outside_ledgers(path)
    secret = None
    if is_locked(path):
        secret = from_environment().key_passphrase or _asked(path)
    return private_key(path, secret)


def signing_installed() -> None:
    """InputError where the packages that signatures and stamps need are not installed."""
    try:
        import cryptography  # noqa: F401 - only whether it is there
        import rfc3161_client  # noqa: F401
    except ImportError as error:
        raise InputError("stemma[custody]", "is not installed, and signatures and time stamps need it") from error


def _asked(path: Path) -> str:
    if not sys.stdin.isatty():
        raise InputError(str(path), f"asks for a passphrase: set {VARIABLE}, or run it on a terminal")
    return getpass(f"Passphrase of {path}: ")


def _asked_twice(path: Path) -> str:
    first = _asked(path)
    if not first or first != getpass("The same again: "):
        raise InputError(str(path), "was not made: the passphrase is empty, or the two differ")
    return first
