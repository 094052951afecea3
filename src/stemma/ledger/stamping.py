"""RFC 3161 time stamps: what is asked, and what an answer says, of which bytes, by whose word.

An authority signs a digest together with the time at which it saw it. Whoever trusts the authority knows from its stamp
that the bytes are at least as old.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.x509 import Certificate, GeneralName, Name, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    PKIStatus,
    TimeStampRequest,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from stemma.errors import DataError, InputError
from stemma.ids import sha256

SHA256 = "2.16.840.1.101.3.4.2.1"
"""The object identifier of sha256: the one digest that is asked for and taken."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When the authority says that it saw the bytes, and what it calls itself (null where the token does not tell)."""

    at: datetime
    by: str | None


def request_for(stamped: bytes) -> TimeStampRequest:
    """A request for a stamp on these bytes: their sha256, a random number, and the wish for the certificates."""
    builder = TimestampRequestBuilder(stamped, HashAlgorithm.SHA256)
    return builder.nonce(nonce=True).cert_request(cert_request=True).build()


def answered(answer: bytes, request: TimeStampRequest, stamped: bytes) -> Stamp:
    """What an authority's answer says; DataError where it refuses, or answers another request than this one."""
    response = _response(answer)
    if response.tst_info.nonce != request.nonce:
        raise DataError("the answer is to another request: its random number is not the one that was sent")
    return _stamp(response, stamped)


def told(token: bytes, stamped: bytes) -> Stamp:
    """What a stored answer says of these bytes, unchecked: whoever made the file may have made it up. DataError where
    it is no answer, or about other bytes."""
    return _stamp(_response(token), stamped)


def checked(token: bytes, stamped: bytes, trusted: Sequence[Certificate]) -> Stamp:
    """The same, signed by a certificate for time stamping that leads to a trusted one; DataError where it is not."""
    response = _response(token)
    stamp = _stamp(response, stamped)
    verifier = VerifierBuilder(roots=list(dict.fromkeys(trusted))).build()
    try:
        verifier.verify(response, bytes.fromhex(sha256(stamped)))
    except (VerificationError, ValueError) as error:
        raise DataError(f"is not vouched for by the certificates given: {error}") from error
    return stamp


def certificates(path: Path) -> list[Certificate]:
    """The certificates of a PEM file; InputError where it holds none."""
    try:
        return load_pem_x509_certificates(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(str(path), "holds no certificate as PEM") from error


def _response(answer: bytes) -> TimeStampResponse:
    try:
        response = decode_timestamp_response(answer)
        status = PKIStatus(response.status)
    except ValueError as error:
        raise DataError("is no time stamp as an authority sends it, or only a part of one") from error
    if status != PKIStatus.GRANTED:
        why = "; ".join(response.status_string) or "no reason is given"
        plain = "".join(c for c in why[:300] if c.isprintable())
        raise DataError(f"the authority refused ({status.name.lower()}): {plain}")
    try:
        response.tst_info  # noqa: B018 - parsed when first asked for
    except ValueError as error:
        raise DataError(f"holds no time stamp: {error}") from error
    return response


def _stamp(response: TimeStampResponse, stamped: bytes) -> Stamp:
    info = response.tst_info
    if info.message_imprint.hash_algorithm.dotted_string != SHA256:
        raise DataError("stamps another kind of digest than sha256")
    if info.message_imprint.message != bytes.fromhex(sha256(stamped)):
        raise DataError("is about other bytes: the stamped file was changed since, or it is another one")
    return Stamp(info.gen_time, _named(info.name))


def _named(name: GeneralName | None) -> str | None:
    value = None if name is None else name.value
    return value.rfc4514_string() if isinstance(value, Name) else value
