"""Ed25519 signatures: keys as PEM files outside any ledger, and what exactly is signed.

Signed is one line that names what follows, and then the canonical JSON of it, so that a signature of one kind never
passes for one of another.
"""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from stemma.errors import InputError
from stemma.ids import canonical, sha256
from stemma.ledger.configure import DATABASE_NAME
from stemma.ledger.lock import OPEN_LOCK
from stemma.model.head import Head, Signature
from stemma.model.wire import to_wire

HEAD = b"stemma head 1\n"
"""The line before a signed head."""
BUNDLE = b"stemma bundle 1\n"
"""The line before a signed bundle's `datapackage.json`."""
PUBLIC = ".pub"
"""Beside a private key's file, after its whole name."""


def new_key(path: Path, passphrase: str | None) -> str:
    """Make a key pair: the private key (PEM, PKCS#8, readable by its owner alone) in `path`, the public one beside it;
    returns the fingerprint. InputError where either is there already, cannot be written, or would lie in a ledger."""
    outside_ledgers(path)
    beside = public_file(path)
    for file in (path, beside):
        if file.exists() or file.is_symlink():
            raise InputError(str(file), "is there already, and a key is never overwritten: name another file")
    key = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    _write(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock), mode=0o600)
    _write(beside, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), mode=0o644)
    return fingerprint(_raw(key.public_key()))


def public_file(path: Path) -> Path:
    """Where the public half of a key lies."""
    return path.with_name(path.name + PUBLIC)


def outside_ledgers(path: Path) -> None:
    """InputError where a private key lies, or would lie, in the folder of a ledger: whoever copies a ledger would have
    the key as well, and could sign another one with it."""
    for folder in path.absolute().resolve().parents:
        if any((folder / name).exists() for name in (DATABASE_NAME, OPEN_LOCK)):
            raise InputError(
                str(path), f"lies inside the ledger {folder}, whose copies would carry the key: keep it elsewhere"
            )


def is_locked(path: Path) -> bool:
    """Whether a private key's file asks for a passphrase."""
    return b"ENCRYPTED" in _read(path).split(b"\n", 1)[0]


def private_key(path: Path, passphrase: str | None) -> Ed25519PrivateKey:
    """The private key of a file; InputError where it holds none, asks for another passphrase, or lies in a ledger."""
    outside_ledgers(path)
    try:
        key = load_pem_private_key(_read(path), passphrase.encode() if passphrase else None)
    except TypeError as error:
        wanted = "asks for a passphrase" if passphrase is None else "asks for no passphrase, and one was given"
        raise InputError(str(path), wanted) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise InputError(str(path), "holds no private key as PEM, or the passphrase is another one") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError(str(path), "holds a key of another kind: `stemma keys new` makes Ed25519 keys")
    return key


def public_key(path: Path) -> str:
    """The public key of a PEM file, raw in hex; InputError where it holds none."""
    try:
        key = load_pem_public_key(_read(path))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise InputError(
            str(path), "holds no public key as PEM (`stemma keys new` writes one beside each key)"
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise InputError(str(path), "holds a key of another kind: heads are signed with Ed25519")
    return _raw(key).hex()


def fingerprint(raw: bytes) -> str:
    """What a public key (32 raw bytes) is called when it is read aloud: its sha256 in hex."""
    return sha256(raw)


def head_message(head: Head) -> bytes:
    """The bytes that a head's signature is over: everything in it but the signature."""
    told = to_wire(head)
    del told["signature"]
    return HEAD + canonical(told)


def sign(message: bytes, key: Ed25519PrivateKey) -> Signature:
    """The signature of a message. Ed25519 takes no chance: the same message and key give the same bytes."""
    return Signature(_raw(key.public_key()).hex(), key.sign(message).hex())


def is_genuine(message: bytes, signature: Signature) -> bool:
    """Whether a signature was made for this message with the key that it names."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
        key.verify(bytes.fromhex(signature.value), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error


def _write(path: Path, text: bytes, *, mode: int) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as out:
            out.write(text)
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
