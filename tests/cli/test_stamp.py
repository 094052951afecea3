"""Time stamps on heads, from a time stamping authority on this machine."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from stemma.ids import sha256
from tests.authority import Authority, answering, authority
from tests.cli.conftest import Run


@pytest.fixture
def clock(tmp_path: Path) -> Authority:
    return authority(tmp_path / "clock")


@pytest.fixture
def published(run: Run, built: Path, tmp_path: Path) -> Path:
    file = tmp_path / "head.json"
    file.write_text(run("head", "--ledger", built, "--json").out, encoding="utf-8")
    return file


@pytest.fixture
def stamped(run: Run, clock: Authority, published: Path) -> Path:
    """The stamp of the published head."""
    with answering(clock.reply) as url:
        ran = run("stamp", published, "--tsa", url, "--tsa-certificate", clock.root)
    assert (ran.code, ran.out) == (0, "")
    token = published.with_name("head.json.tsr")
    assert f"{token}: {published} stamped at 20" in ran.err
    return token


def checked(run: Run, ledger: Path, head: Path, stamp: Path, root: Path) -> tuple[int, str, str]:
    ran = run("verify", "--ledger", ledger, "--against", head, "--stamp", stamp, "--tsa-certificate", root)
    return ran.code, ran.out, ran.err


def test_a_stamped_head_existed_by_the_authority_s_word(
    run: Run, built: Path, published: Path, stamped: Path, clock: Authority
) -> None:
    code, out, err = checked(run, built, published, stamped, clock.root)
    assert (code, err) == (0, "")
    assert f"{published}: existed at 20" in out
    assert "by the word of CN=Test Clock." in out


def test_the_page_shows_what_the_commands_print(
    run: Run, built: Path, clock: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = [run("keys", "new", "--out", "keeper.pem")]
    head = run("head", "--ledger", built, "--json", "--sign", "keeper.pem").out
    Path("signed.json").write_text(head, encoding="utf-8")
    with answering(clock.reply) as url:
        stamped = run("stamp", "signed.json", "--tsa", url, "--tsa-certificate", clock.root)
    held = ("verify", "--ledger", built, "--against", "signed.json")
    ran.append(run(*held, "--key", "keeper.pem.pub"))
    ran.append(run(*held, "--stamp", "signed.json.tsr", "--tsa-certificate", clock.root))
    assert [one.code for one in ran] == [0, 0, 0]
    said = plain("".join(one.out for one in ran) + stamped.err)
    assert said <= plain((root / "docs/custody.md").read_text(encoding="utf-8"))


def plain(text: str) -> set[str]:
    """The lines of a text without what differs from ledger to ledger."""
    return set(re.sub(r"\b(?:[0-9a-f]{64}|\d+(?:-\d+-\d+T[\d:+]+)?)\b", "#", text).splitlines())


def test_nothing_but_the_digest_leaves(run: Run, published: Path, clock: Authority) -> None:
    asked: list[bytes] = []

    def listening(request: bytes) -> bytes:
        asked.append(request)
        return clock.reply(request)

    with answering(listening) as url:
        assert run("stamp", published, "--tsa", url).code == 0
    (request,) = asked
    assert bytes.fromhex(sha256(published.read_bytes())) in request
    assert len(request) < 100


def test_without_a_certificate_the_stamp_is_only_what_it_says(
    run: Run, built: Path, published: Path, stamped: Path
) -> None:
    ran = run("verify", "--ledger", built, "--against", published, "--stamp", stamped)
    assert (ran.code, ran.err) == (0, "")
    assert "give --tsa-certificate to check by whose word" in ran.out
    assert "existed" not in ran.out


def test_a_stamp_is_for_these_bytes_alone(
    run: Run, built: Path, published: Path, stamped: Path, clock: Authority
) -> None:
    published.write_bytes(published.read_bytes() + b"\n")
    code, out, err = checked(run, built, published, stamped, clock.root)
    assert code == 1
    assert "is about other bytes" in err
    assert "It extends the published head" in out
    assert "existed" not in out


def test_another_authority_vouches_for_nothing(
    run: Run, built: Path, published: Path, stamped: Path, tmp_path: Path
) -> None:
    code, out, err = checked(run, built, published, stamped, authority(tmp_path / "other").root)
    assert code == 1
    assert "is not vouched for by the certificates given" in err
    assert "existed" not in out


def test_a_stamp_cut_short_or_altered_is_told(
    run: Run, built: Path, published: Path, stamped: Path, clock: Authority
) -> None:
    whole = stamped.read_bytes()
    for broken in (whole[:-40], whole[: len(whole) // 2], b"", b"no stamp"):
        stamped.write_bytes(broken)
        code, _, err = checked(run, built, published, stamped, clock.root)
        assert code == 1
        assert f"{stamped}: " in err
        assert len(err.splitlines()) == 1
    stamped.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert checked(run, built, published, stamped, clock.root)[0] == 1


def refused(run: Run, published: Path, url: str) -> str:
    """The one line that says why no stamp was kept."""
    ran = run("stamp", published, "--tsa", url)
    assert (ran.code, ran.out) == (1, "")
    assert not published.with_name("head.json.tsr").exists()
    (line,) = ran.err.splitlines()
    return line


def test_an_answer_to_another_request_is_not_kept(run: Run, published: Path, clock: Authority) -> None:
    def again(request: bytes) -> bytes:
        other = TimestampRequestBuilder(published.read_bytes(), HashAlgorithm.SHA256).build()
        return clock.reply(other.as_bytes())

    with answering(again) as url:
        assert "its random number is not the one that was sent" in refused(run, published, url)


def test_an_answer_about_other_bytes_is_not_kept(run: Run, published: Path, clock: Authority) -> None:
    digest = bytes.fromhex(sha256(published.read_bytes()))
    with answering(lambda request: clock.reply(request.replace(digest, bytes(32)))) as url:
        assert "is about other bytes" in refused(run, published, url)


def test_a_refusal_is_told(run: Run, published: Path, clock: Authority) -> None:
    sha1 = bytes.fromhex("300706052b0e03021a0414") + bytes(20)  # a digest that this authority does not stamp
    request = b"\x30" + bytes([len(sha1) + 5]) + b"\x02\x01\x01" + b"\x30" + bytes([len(sha1)]) + sha1
    with answering(lambda _: clock.reply(request)) as url:
        assert "the authority refused (rejection)" in refused(run, published, url)


def test_what_is_no_authority_is_told(run: Run, published: Path, clock: Authority) -> None:
    with answering(lambda _: b"<html>", kind="text/html") as url:
        assert "answered 'text/html', not application/timestamp-reply" in refused(run, published, url)
    with answering(lambda _: b"no", status=503) as url:
        assert "answered 503" in refused(run, published, url)
    with answering(lambda _: bytes(1_000_001)) as url:
        assert "which is no time stamp" in refused(run, published, url)
    with answering(lambda _: b"\x30\x03\x02\x01") as url:
        assert "is no time stamp as an authority sends it" in refused(run, published, url)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert "cannot be reached" in refused(run, published, url)
    assert "is no http(s) address" in refused(run, published, "file:///etc/hostname")


def test_an_authority_that_does_not_lead_to_the_root_is_refused(
    run: Run, published: Path, clock: Authority, tmp_path: Path
) -> None:
    other = authority(tmp_path / "other").root
    with answering(clock.reply) as url:
        ran = run("stamp", published, "--tsa", url, "--tsa-certificate", other)
    assert ran.code == 1
    assert "the answer is not kept" in ran.err


def test_the_authority_may_stand_in_the_environment(
    run: Run, published: Path, clock: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "name the time stamping authority, or set STEMMA_TSA" in run("stamp", published).err
    with answering(clock.reply) as url:
        monkeypatch.setenv("STEMMA_TSA", url)
        assert run("stamp", published).code == 0
        ran = run("stamp", published)
    assert ran.code == 1
    assert "an older stamp is worth more" in ran.err
