"""Keys and signed heads."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from stemma.ids import canonical
from tests.cli.conftest import Run


@pytest.fixture
def key(run: Run, tmp_path: Path) -> Path:
    """A private key; its public half lies beside it."""
    file = tmp_path / "keeper.pem"
    assert run("keys", "new", "--out", file).code == 0
    return file


def public(key: Path) -> Path:
    return key.with_name(key.name + ".pub")


@pytest.fixture
def signed(run: Run, built: Path, key: Path, tmp_path: Path) -> Path:
    """The built ledger's head, signed."""
    file = tmp_path / "head.json"
    file.write_text(run("head", "--ledger", built, "--json", "--sign", key).out, encoding="utf-8")
    return file


def raw(key: Path) -> bytes:
    return load_pem_public_key(public(key).read_bytes()).public_bytes(Encoding.Raw, PublicFormat.Raw)


def test_a_new_key_is_its_owner_s_alone_and_tells_its_fingerprint(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "keeper.pem"
    ran = run("keys", "new", "--out", file)
    assert ran.code == 0
    assert ran.out == f"fingerprint  {hashlib.sha256(raw(file)).hexdigest()}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes().startswith(b"-----BEGIN PRIVATE KEY-----")
    assert run("keys", "show", public(file)).out == ran.out


def test_no_key_is_overwritten(run: Run, key: Path, tmp_path: Path) -> None:
    before = key.read_bytes()
    ran = run("keys", "new", "--out", key)
    assert (ran.code, ran.out) == (1, "")
    assert "a key is never overwritten" in ran.err
    assert key.read_bytes() == before
    key.unlink()
    assert "keeper.pem.pub: is there already" in run("keys", "new", "--out", key).err
    assert not key.exists()


def test_no_key_lies_in_a_ledger(run: Run, built: Path, key: Path) -> None:
    deeper = built / "evidence" / "keeper.pem"
    ran = run("keys", "new", "--out", deeper)
    assert (ran.code, ran.out) == (1, "")
    assert f"lies inside the ledger {built}, whose copies would carry the key" in ran.err
    assert not deeper.exists()
    shutil.copy(key, deeper)
    assert "keep it elsewhere" in run("head", "--ledger", built, "--json", "--sign", deeper).err


def test_a_locked_key_wants_its_passphrase(
    run: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "locked.pem"
    monkeypatch.setenv("STEMMA_KEY_PASSPHRASE", "a long one")
    assert run("keys", "new", "--out", file).code == 0
    assert file.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert run("head", "--ledger", built, "--json", "--sign", file).code == 0
    monkeypatch.setenv("STEMMA_KEY_PASSPHRASE", "another")
    assert "the passphrase is another one" in run("head", "--ledger", built, "--json", "--sign", file).err
    monkeypatch.delenv("STEMMA_KEY_PASSPHRASE")
    ran = run("head", "--ledger", built, "--json", "--sign", file)
    assert (ran.code, ran.out) == (1, "")
    assert "asks for a passphrase: set STEMMA_KEY_PASSPHRASE" in ran.err


def test_a_passphrase_is_asked_for_on_a_terminal_alone(run: Run, tmp_path: Path) -> None:
    ran = run("keys", "new", "--out", tmp_path / "keeper.pem", "--passphrase")
    assert (ran.code, ran.out) == (1, "")
    assert "run it on a terminal" in ran.err
    assert not (tmp_path / "keeper.pem").exists()


def test_a_signed_head_is_the_head_and_a_signature(run: Run, built: Path, key: Path, signed: Path) -> None:
    plain = json.loads(run("head", "--ledger", built, "--json").out)
    held = json.loads(signed.read_text())
    assert signed.read_bytes() == canonical(held) + b"\n"
    assert held["signature"]["key"] == raw(key).hex()
    assert {**held, "signature": None} == plain
    assert run("head", "--ledger", built, "--json", "--sign", key).out.encode() == signed.read_bytes()
    assert held["signature"]["value"] in run("head", "--ledger", built, "--sign", key).out


def test_the_key_given_tells_who_signed(run: Run, built: Path, key: Path, signed: Path) -> None:
    ran = run("verify", "--ledger", built, "--against", signed, "--key", public(key))
    name = hashlib.sha256(raw(key)).hexdigest()
    assert (ran.code, ran.err) == (0, "")
    assert f"signed by {name}, the key given." in ran.out


def test_without_a_key_a_signature_proves_nothing_of_who(run: Run, built: Path, key: Path, signed: Path) -> None:
    ran = run("verify", "--ledger", built, "--against", signed)
    assert (ran.code, ran.err) == (0, "")
    assert f"signed by {hashlib.sha256(raw(key)).hexdigest()}; give --key to check by whom" in ran.out
    assert "proves nothing of who made it" in ran.out


def test_another_s_key_is_told(run: Run, built: Path, signed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    assert run("keys", "new", "--out", other).code == 0
    ran = run("verify", "--ledger", built, "--against", signed, "--key", public(other))
    assert ran.code == 1
    assert f"not by {hashlib.sha256(raw(other)).hexdigest()}, the key given" in ran.err
    assert "It extends the published head" in ran.out


@pytest.mark.parametrize(
    ("part", "false"),
    [("payloads", 3), ("recorded_at", "2019-01-01T00:00:00.000000+00:00"), ("root", None), ("digest", "0" * 64)],
)
def test_a_signed_head_that_was_altered_is_told(
    run: Run, built: Path, key: Path, signed: Path, part: str, false: object
) -> None:
    signed.write_text(json.dumps({**json.loads(signed.read_text()), part: false}), encoding="utf-8")
    for given in ((), ("--key", public(key))):
        ran = run("verify", "--ledger", built, "--against", signed, *given)
        assert ran.code == 1
        assert "the signature does not fit" in ran.err


@pytest.mark.parametrize("false", ["", "ff", "zz" * 64, "00" * 64])
def test_a_signature_that_is_none_is_told(run: Run, built: Path, signed: Path, false: str) -> None:
    held = json.loads(signed.read_text())
    held["signature"]["value"] = false
    signed.write_text(json.dumps(held), encoding="utf-8")
    ran = run("verify", "--ledger", built, "--against", signed)
    assert ran.code == 1
    assert "the signature does not fit" in ran.err


def test_a_key_for_an_unsigned_head_is_no_silent_pass(run: Run, built: Path, key: Path, tmp_path: Path) -> None:
    file = tmp_path / "unsigned.json"
    file.write_text(run("head", "--ledger", built, "--json").out, encoding="utf-8")
    ran = run("verify", "--ledger", built, "--against", file, "--key", public(key))
    assert ran.code == 1
    assert "carries no signature" in ran.err


def test_what_is_no_key_is_named(run: Run, built: Path, key: Path, signed: Path, tmp_path: Path) -> None:
    assert "holds no public key" in run("keys", "show", key).err
    assert "cannot be read" in run("keys", "show", tmp_path / "absent").err
    assert "holds no private key" in run("head", "--ledger", built, "--sign", public(key)).err
    curve = tmp_path / "curve.pem"
    curve.write_bytes(
        generate_private_key(SECP256R1()).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    assert "a key of another kind" in run("keys", "show", curve).err
    ran = run("verify", "--ledger", built, "--key", public(key))
    assert (ran.code, ran.out) == (1, "")
    assert "give it with --against" in ran.err


def test_the_check_of_a_signature_without_stemma(key: Path, signed: Path, root: Path, tmp_path: Path) -> None:
    page = (root / "docs/custody.md").read_text(encoding="utf-8")
    _, code, *_ = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    signed.rename(tmp_path / "signed.json")
    command = [sys.executable, "-I", "-c", code]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("signed with this key\n", "")
    held = json.loads((tmp_path / "signed.json").read_text())
    (tmp_path / "signed.json").write_text(json.dumps({**held, "seq": 1}), encoding="utf-8")
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "InvalidSignature" in ran.stderr


def test_openssl_alone_tells_that_a_head_is_signed(key: Path, signed: Path, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl on this machine")
    held = json.loads(signed.read_text())
    signature = held.pop("signature")
    (tmp_path / "message").write_bytes(b"stemma head 1\n" + canonical({**held}))
    (tmp_path / "signature").write_bytes(bytes.fromhex(signature["value"]))
    command = [openssl, "pkeyutl", "-verify", "-pubin", "-inkey", public(key), "-rawin", "-in", tmp_path / "message"]
    ran = subprocess.run([*command, "-sigfile", tmp_path / "signature"], capture_output=True, text=True, check=False)
    assert "Signature Verified Successfully" in ran.stdout
