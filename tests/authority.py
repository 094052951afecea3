"""A time stamping authority on this machine: a throw-away root, a certificate for stamping, and a server that answers
with what `openssl ts -reply` makes."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
tsa_name = yes
"""
SINCE = datetime(2020, 1, 1, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=365 * 80)


@dataclass(frozen=True, slots=True)
class Authority:
    """`root` is the certificate to trust; `reply` makes the answer to a request."""

    root: Path
    reply: Callable[[bytes], bytes]


def _certificate(
    name: str, key: rsa.RSAPrivateKey, issuer: str, signing: rsa.RSAPrivateKey, *, is_root: bool
) -> x509.Certificate:
    subject, by = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)]) for text in (name, issuer))
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(by).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(SINCE).not_valid_after(UNTIL)
    builder = builder.add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
    if not is_root:
        stamping = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(stamping, critical=True)
    return builder.sign(signing, hashes.SHA256())


def authority(folder: Path) -> Authority:
    """Make one in `folder`; skips the test where there is no openssl to play it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl on this machine, which plays the time stamping authority")
    folder.mkdir()
    root, tsa = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
    name = f"Root of {folder.name}"
    (folder / "root.pem").write_bytes(_certificate(name, root, name, root, is_root=True).public_bytes(Encoding.PEM))
    issued = _certificate("Test Clock", tsa, name, root, is_root=False)
    (folder / "tsa.pem").write_bytes(issued.public_bytes(Encoding.PEM))
    (folder / "tsa.key").write_bytes(tsa.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "serial").write_text("01\n", encoding="ascii")
    (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")

    def reply(request: bytes) -> bytes:
        (folder / "asked.tsq").write_bytes(request)
        command = [openssl, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "asked.tsq", "-out", "answer.tsr"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return (folder / "answer.tsr").read_bytes()

    return Authority(folder / "root.pem", reply)


@contextmanager
def answering(
    reply: Callable[[bytes], bytes], *, status: int = 200, kind: str = "application/timestamp-reply"
) -> Iterator[str]:
    """The address of a server that answers every request with what `reply` makes of its body."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
