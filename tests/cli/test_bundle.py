"""Bundles as a keeper writes them and a stranger checks them."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from stemma.ids import canonical, sha256
from stemma.ledger import chain, open_ledger
from stemma.ledger.entries import of_ruling
from stemma.ledger.selectors import claim_rows
from stemma.ledger.writer import append, now
from stemma.model.ruling import claim_ruling
from tests.authority import answering, authority
from tests.bundles import described, each_line, entries, forge, lines, put
from tests.cli.conftest import Run

HOSTILE = "../../etc/passwd\x1b[2J\x07.html"
ROWS = (
    {
        "id": "wire", "url": "https://www.agency.example/Idlib?b=2&a=1", "outlet": "Agency", "published": "2019-02-03",
        "title": "Strike on market", "text": (
            "IDLIB, February 3, 2019 - An airstrike on a market in Idlib on Sunday killed 12 people and wounded 30, "
            "the Syrian Observatory for Human Rights said."
        ),
    },
    {
        "id": HOSTILE, "url": "https://daily.example:8443/", "outlet": "Daily", "published": "2019-02-04",
        "text": (
            "At least 15 civilians were killed in an airstrike on a market in Idlib on February 3, 2019, rescue "
            "workers said. The Russian Defence Ministry denied carrying out the strike."
        ),
    },
    {
        "id": "other", "url": "https://daily.example/flood", "outlet": "Daily", "published": "2016-09-18",
        "text": "An airstrike near Deir ez-Zor on September 17, 2016 killed 62 soldiers, a general said.",
    },
)  # fmt: skip


@pytest.fixture
def held(run: Run, ledger: Path, tmp_path: Path) -> Path:
    """A ledger with two incidents: a strike that two rows and a plain file tell of, and one that a third row does."""
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text("An airstrike on a market in Idlib on February 3, 2019 killed 17 people, doctors said.\n")
    assert run("build", file, page, "--ledger", ledger).code == 0
    return ledger


def incident(run: Run, held: Path, word: str = "Idlib") -> dict[str, Any]:
    """The incident that mentions a word."""
    shown = [json.loads(line) for line in run("incidents", "--ledger", held, "--json").out.splitlines()]
    (found,) = (row for row in shown if word in row["label"])
    return dict(found)


@pytest.fixture
def written(run: Run, held: Path, tmp_path: Path) -> Path:
    """The bundle of the strike in Idlib."""
    file = tmp_path / "idlib.wacz"
    ran = run("bundle", incident(run, held)["id"], "--ledger", held, "--out", file)
    assert (ran.code, ran.out) == (0, f"sha256  {sha256(file.read_bytes())}\n")
    return file


@pytest.fixture
def key(run: Run, tmp_path: Path) -> Path:
    file = tmp_path / "keeper.pem"
    assert run("keys", "new", "--out", file).code == 0
    return file


def problems(run: Run, bundle: Path, *more: str | Path) -> list[str]:
    """What is said to be wrong with a bundle; nothing where it is sound."""
    ran = run("verify", bundle, *more)
    assert (ran.code == 0) == (not ran.err)
    assert all(line.startswith("stemma: ") and line.isprintable() for line in ran.err.splitlines())
    return [line.removeprefix("stemma: ") for line in ran.err.splitlines()]


def test_a_bundle_is_sound_by_itself(run: Run, held: Path, written: Path) -> None:
    ran = run("verify", written)
    assert (ran.code, ran.err) == (0, "")
    assert "The account was made again from the bundle's claims: it is the same." in ran.out
    assert re.search(r"3 documents, \d+ claims, \d+ events, 3 payloads checked: sound\.", ran.out)
    assert "hold that against the published one (--against)" in ran.out


def test_it_needs_neither_ledger_nor_database(written: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    command = [sys.executable, "-m", "stemma.cli", "verify", str(written)]
    ran = subprocess.run(command, cwd=bare, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "checked: sound." in ran.stdout
    assert list(bare.iterdir()) == []


def test_the_same_head_gives_the_same_bytes(run: Run, held: Path, written: Path, tmp_path: Path, key: Path) -> None:
    head = tmp_path / "head.json"
    head.write_text(run("head", "--ledger", held, "--json").out, encoding="utf-8")
    for name in ("once.wacz", "again.wacz", "signed.wacz", "signed-again.wacz"):
        signing = ("--sign", key) if name.startswith("signed") else ()
        shown = incident(run, held)["id"]
        given = ("--out", tmp_path / name, "--head", head, *signing)
        assert run("bundle", shown[:8], "--ledger", held, *given).code == 0
    assert (tmp_path / "once.wacz").read_bytes() == (tmp_path / "again.wacz").read_bytes()
    assert (tmp_path / "signed.wacz").read_bytes() == (tmp_path / "signed-again.wacz").read_bytes()
    ran = run("bundle", incident(run, held)["id"], "--ledger", held, "--out", written)
    assert ran.code == 1
    assert "is there already" in ran.err


def test_only_this_incident_leaves(run: Run, held: Path, written: Path) -> None:
    everything = b"".join(entries(written).values())
    assert b"Deir ez-Zor" not in everything
    assert {row["capture"]["url"] for row in lines(written, "stemma/documents.jsonl")} == {
        ROWS[0]["url"], ROWS[1]["url"], None,
    }  # fmt: skip


def test_no_name_in_it_comes_from_a_page(written: Path) -> None:
    with zipfile.ZipFile(written) as packed:
        infos = packed.infolist()
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert all(re.fullmatch(r"[\w-]+(/[\w-]+)*(\.[a-z]+)+", info.filename) for info in infos)
    assert len({info.date_time for info in infos}) == 1
    stored = {info.filename for info in infos if info.compress_type == zipfile.ZIP_STORED}
    assert stored == {"archive/data.warc.gz"}


def test_it_is_shaped_as_replay_tools_expect(written: Path) -> None:
    files = entries(written)
    package = json.loads(files["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    listed = {row["path"]: row for row in package["resources"]}
    assert set(files) - {"datapackage.json", "datapackage-digest.json"} == set(listed)
    for path, row in listed.items():
        assert (row["hash"], row["bytes"]) == (f"sha256:{sha256(files[path])}", len(files[path]))
        assert row["name"] == path.rpartition("/")[2]
    digest = json.loads(files["datapackage-digest.json"])
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{sha256(files['datapackage.json'])}"}
    header, *pages = lines(written, "pages/pages.jsonl")
    assert (header["format"], header["id"]) == ("json-pages-1.0", "pages")
    assert {page["url"] for page in pages} == {ROWS[0]["url"], ROWS[1]["url"]}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page["ts"]) for page in pages)
    assert package["mainPageUrl"] in {page["url"] for page in pages}


def test_the_index_leads_warcio_to_every_payload(written: Path) -> None:
    files = entries(written)
    index = files["indexes/index.cdxj"].decode().splitlines()
    assert index == sorted(index)
    assert [line.split(" ")[0] for line in index][:2] == ["example,agency)/idlib?a=1&b=2", "example,daily:8443)/"]
    for line in index:
        _, at, fields = line.split(" ", 2)
        told = json.loads(fields)
        start = int(told["offset"])
        member = files["archive/data.warc.gz"][start : start + int(told["length"])]
        record = next(iter(ArchiveIterator(io.BytesIO(member))))
        payload = record.content_stream().read()
        assert record.rec_headers.get_header("WARC-Target-URI") == told["url"]
        assert told["digest"] == f"sha256:{sha256(payload)}" == record.rec_headers.get_header("WARC-Payload-Digest")
        assert (told["status"], told["filename"], len(at)) == ("200", "data.warc.gz", 14)
    kinds = [record.rec_type for record in ArchiveIterator(io.BytesIO(files["archive/data.warc.gz"]))]
    assert kinds == ["warcinfo", "resource", "resource", "resource"]


def test_it_says_what_it_is(run: Run, held: Path, written: Path) -> None:
    text = entries(written)["README.txt"].decode()
    for words in (incident(run, held)["label"], "may show or describe killed", "asserts nothing", "stemma verify"):
        assert words in text
    account = json.loads(entries(written)["stemma/account.json"])
    assert account == json.loads(run("show", account["id"], "--ledger", held, "--json").out)


def test_the_page_in_it_shows_quotes_and_runs_nothing(run: Run, ledger: Path, tmp_path: Path) -> None:
    row = {**ROWS[1], "outlet": "<script>alert(1)</script>", "title": "<img src=x onerror=alert(1)>"}
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(row) + "\n" + json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    assert run("build", rows, "--ledger", ledger).code == 0
    file = tmp_path / "idlib.wacz"
    assert run("bundle", incident(run, ledger)["id"], "--ledger", ledger, "--out", file).code == 0
    page = entries(file)["report.html"].decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    for claim in json.loads(entries(file)["stemma/account.json"])["claims"].values():
        assert escape(claim["quote"]["text"]) in page
    assert problems(run, file) == []


def test_claims_name_their_document_quote_and_event(written: Path) -> None:
    texts = {row["document"]["id"]: row["document"]["text"] for row in lines(written, "stemma/documents.jsonl")}
    events = {row["seq"]: row for row in lines(written, "stemma/events.jsonl")}
    for row in lines(written, "stemma/claims.jsonl"):
        claim, quote = row["claim"], row["claim"]["quote"]
        assert texts[claim["document_id"]][quote["start"] : quote["end"]] == quote["text"]
        assert (events[row["seq"]]["kind"], events[row["seq"]]["subject"]) == ("claim", claim["id"])


def test_what_people_decided_goes_along(run: Run, held: Path, tmp_path: Path) -> None:
    shown = incident(run, held)["id"]
    account = json.loads(run("show", shown, "--ledger", held, "--json").out)
    claim = next(key for key, said in account["claims"].items() if said["value"].get("low") == 12)
    assert run("review", "reject", claim, "--ledger", held, "--reason", "an early figure", "--actor", "ada").code == 0
    assert run("review", "reject", _elsewhere(run, held), "--ledger", held, "--reason", "not ours").code == 0
    file = tmp_path / "ruled.wacz"
    assert run("bundle", shown, "--ledger", held, "--out", file).code == 0
    (ruled,) = lines(file, "stemma/rulings.jsonl")
    assert (ruled["ruling"]["reason"], ruled["ruling"]["actor"], ruled["counts"]) == ("an early figure", "ada", True)
    assert problems(run, file) == []
    forge(file, stemma__rulings_jsonl=lambda held: held.replace(b"an early figure", b"a forged one"))
    assert problems(run, file)[0].startswith("stemma/rulings.jsonl line 1 (ruling ")


def _elsewhere(run: Run, held: Path) -> str:
    shown = incident(run, held, "Deir")["id"]
    return str(next(iter(json.loads(run("show", shown, "--ledger", held, "--json").out)["claims"])))


def test_another_policy_is_made_again_too(run: Run, held: Path, tmp_path: Path) -> None:
    file = tmp_path / "airwars.wacz"
    shown = incident(run, held)["id"]
    assert run("bundle", shown, "--ledger", held, "--out", file, "--policy", "airwars").code == 0
    assert json.loads(entries(file)["stemma/account.json"])["policy"] == "airwars"
    assert problems(run, file) == []
    forge(file, stemma__account_json=lambda held: held.replace(b'"grade_reason":"', b'"grade_reason":"No '))
    assert problems(run, file) == ["stemma/account.json: is not what the bundle's claims and decisions give"]


def test_who_signed_it_and_its_head(run: Run, held: Path, tmp_path: Path, key: Path) -> None:
    file, public = tmp_path / "signed.wacz", tmp_path / "keeper.pem.pub"
    shown = incident(run, held)["id"]
    assert run("bundle", shown, "--ledger", held, "--out", file, "--sign", key).code == 0
    ran = run("verify", file, "--key", public)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("the key given.") == 2
    assert run("keys", "new", "--out", tmp_path / "other.pem").code == 0
    assert problems(run, file, "--key", tmp_path / "other.pem.pub") != []
    files = entries(file)
    signature = json.loads(files["datapackage-digest.json"])["stemma"]
    files["README.txt"] += b"It was somebody else.\n"
    package = json.loads(files.pop("datapackage.json"))
    del files["datapackage-digest.json"]
    made = described(files, package)
    made["datapackage-digest.json"] = canonical({**json.loads(made["datapackage-digest.json"]), "stemma": signature})
    put(file, made)
    assert problems(run, file) == [
        f"{file}: the signature does not fit: what was signed, or the signature, was altered"
    ]


def test_a_key_for_an_unsigned_bundle_is_no_silent_pass(run: Run, written: Path, key: Path, tmp_path: Path) -> None:
    assert "carries no signature" in problems(run, written, "--key", tmp_path / "keeper.pem.pub")[0]


def test_it_stands_under_a_head_that_was_published_and_stamped(run: Run, held: Path, tmp_path: Path, key: Path) -> None:
    head, file = tmp_path / "head.json", tmp_path / "under.wacz"
    head.write_text(run("head", "--ledger", held, "--json", "--sign", key).out, encoding="utf-8")
    clock = authority(tmp_path / "clock")
    with answering(clock.reply) as url:
        assert run("stamp", head, "--tsa", url).code == 0
    later = tmp_path / "later.txt"
    later.write_text("A strike on a market in Homs on March 5, 2019 killed 4 people, doctors said.\n")
    assert run("build", later, "--ledger", held).code == 0
    shown = incident(run, held)["id"]
    assert run("bundle", shown, "--ledger", held, "--out", file, "--head", head).code == 0
    assert entries(file)["stemma/head.json"] == head.read_bytes()
    given = ("--against", head, "--stamp", f"{head}.tsr", "--tsa-certificate", clock.root)
    ran = run("verify", file, "--key", tmp_path / "keeper.pem.pub", *given)
    assert (ran.code, ran.err) == (0, "")
    assert "It stands under the published head of event" in ran.out
    assert f"{head}: existed at 20" in ran.out
    newest = tmp_path / "newest.json"
    newest.write_text(run("head", "--ledger", held, "--json").out, encoding="utf-8")
    assert "stands under the head of event" in problems(run, file, "--against", newest)[0]
    ran = run("bundle", incident(run, held, "Homs")["id"], "--ledger", held, "--out", tmp_path / "x", "--head", head)
    assert ran.code == 1
    assert "which came after it: publish a newer head" in ran.err
    assert not (tmp_path / "x").exists()


def test_a_head_of_another_ledger_is_refused(run: Run, held: Path, tmp_path: Path) -> None:
    head = tmp_path / "head.json"
    made = json.loads(run("head", "--ledger", held, "--json").out)
    head.write_text(json.dumps({**made, "digest": "0" * 64}), encoding="utf-8")
    ran = run("bundle", incident(run, held)["id"], "--ledger", held, "--out", tmp_path / "x", "--head", head)
    assert "is not of this ledger" in ran.err
    head.write_text(json.dumps({**made, "root": None}), encoding="utf-8")
    ran = run("bundle", incident(run, held)["id"], "--ledger", held, "--out", tmp_path / "x", "--head", head)
    assert "has no root" in ran.err


def test_a_decision_that_no_account_took_in_yet_is_waited_for(run: Run, held: Path, tmp_path: Path) -> None:
    shown = incident(run, held)["id"]
    open_ledger(held, create=False)
    claim = max(claim_rows(incident=shown), key=lambda row: getattr(row.claim.value, "low", None) or 0).claim
    at = now()
    ruling = claim_ruling("reject", claim.mention_id, claim.id, field="all", reason="another day", actor="ada", at=at)
    append([of_ruling(ruling)], at=at)
    ran = run("bundle", shown, "--ledger", held, "--out", tmp_path / "x.wacz")
    assert (ran.code, ran.out) == (1, "")
    assert "run `stemma rebuild` first" in ran.err
    assert run("rebuild", "--ledger", held).code == 0
    assert run("bundle", shown, "--ledger", held, "--out", tmp_path / "x.wacz").code == 0
    assert problems(run, tmp_path / "x.wacz") == []


def test_an_unknown_incident_writes_nothing(run: Run, held: Path, tmp_path: Path) -> None:
    ran = run("bundle", "ffffffff", "--ledger", held, "--out", tmp_path / "x.wacz")
    assert (ran.code, ran.out) == (1, "")
    assert "no incident" in ran.err
    assert list(tmp_path.glob("x.wacz*")) == []


def chained(row: dict[str, Any]) -> dict[str, Any]:
    """An event with a digest that fits it."""
    told = {name: row[name] for name in ("seq", "kind", "subject", "recorded_at", "body")}
    return {**row, "digest": chain.link(row["previous"], **told)}


def of_kind(kind: str, edit: Callable[[dict[str, Any]], dict[str, Any] | None]) -> Callable[[bytes], bytes]:
    """An edit of the events of a kind."""
    return each_line(lambda row: edit(row) if row["kind"] == kind else row)


def figure(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "body": row["body"].replace('"low":12', '"low":1')}


FORGERIES: dict[str, tuple[dict[str, Callable[[bytes], bytes]], str]] = {
    "a figure in an event": (
        {"stemma__events_jsonl": of_kind("claim", figure)},
        r"stemma/events\.jsonl: event \d+ \(claim [0-9a-f]+\): has the digest [0-9a-f]{64}, not [0-9a-f]{64}: it was",
    ),
    "a figure in an event, chained": (
        {"stemma__events_jsonl": of_kind("claim", lambda row: chained(figure(row)))},
        r"stemma/events\.jsonl: event \d+ \(claim [0-9a-f]+\): does not stand under the head",
    ),
    "an earlier day": (
        {"stemma__events_jsonl": of_kind("capture", lambda row: chained({**row, "recorded_at": "2019-02-03"}))},
        r"stemma/events\.jsonl: event \d+ \(capture [0-9a-f]+\): does not stand under the head",
    ),
    "no documents' events": (
        {"stemma__events_jsonl": of_kind("document", lambda _: None)},
        r"stemma/documents\.jsonl line 1 \(document [0-9a-f]+\): is not what event \d+ says",
    ),
    "proofs cut short": (
        {"stemma__events_jsonl": each_line(lambda row: {**row, "proof": row["proof"][:-1]})},
        r"stemma/events\.jsonl: event 1 \(capture [0-9a-f]+\): does not stand under the head",
    ),
    "proofs that are none": (
        {"stemma__events_jsonl": each_line(lambda row: {**row, "proof": ["zz"]})},
        r"stemma/events\.jsonl: event 1 \(capture [0-9a-f]+\): cannot be read",
    ),
    "half a surrogate pair": (
        {"stemma__events_jsonl": lambda held: held.replace(b'"kind":"capture"', b'"kind":"\\ud800"')},
        r"stemma/events\.jsonl: event 1 \(.*\): cannot be read",
    ),
    "events of another order": (
        {"stemma__events_jsonl": lambda held: b"".join(reversed(held.splitlines(keepends=True)))},
        r"stemma/events\.jsonl: event \d+ \(.*\): stands after event \d+",
    ),
    "a line that is no event": (
        {"stemma__events_jsonl": lambda held: held + b"{}\n"},
        r"stemma/events\.jsonl line \d+: is not what it should be: ",
    ),
    "a quote": (
        {"stemma__claims_jsonl": lambda held: re.sub(rb'("quote":{"end":)\d+', rb"\g<1>3", held)},
        r"stemma/claims\.jsonl line 1 \(claim [0-9a-f]+\): quotes words that do not stand there in the document",
    ),
    "a figure in a claim": (
        {"stemma__claims_jsonl": lambda held: held.replace(b'"low":12', b'"low":1')},
        r"stemma/claims\.jsonl line \d+ \(claim [0-9a-f]+\): says what the claim [0-9a-f]+ would say",
    ),
    "claims of no event": (
        {"stemma__claims_jsonl": each_line(lambda row: {**row, "seq": None})},
        r"stemma/claims\.jsonl line 1 \(claim [0-9a-f]+\): names no event, and no ruling made it",
    ),
    "claims left out": (
        {"stemma__claims_jsonl": lambda held: b"".join(held.splitlines(keepends=True)[:1])},
        r"stemma/account\.json: quotes the claim [0-9a-f]+ otherwise than stemma/claims\.jsonl",
    ),
    "a document's outlet": (
        {"stemma__documents_jsonl": lambda held: held.replace(b'"outlet":"Agency"', b'"outlet":"Daily"')},
        r"stemma/documents\.jsonl line \d+ \(document [0-9a-f]+\): is not what event \d+ says",
    ),
    "a figure in the account": (
        {"stemma__account_json": lambda held: held.replace(b'"high":17', b'"high":71')},
        r"stemma/account\.json: is not what event \d+ says was published",
    ),
    "another incident's material": (
        {"stemma__material_json": each_line(lambda row: {**row, "incident": {**row["incident"], "id": "f" * 20}})},
        r"stemma/material\.json: is of another incident than the account",
    ),
    "another root": (
        {"stemma__head_json": lambda held: re.sub(rb'"root":"..', b'"root":"00', held)},
        r"stemma/events\.jsonl: event 1 \(capture [0-9a-f]+\): does not stand under the head",
    ),
    "no root": (
        {"stemma__head_json": lambda held: re.sub(rb'"root":"[0-9a-f]+"', b'"root":null', held)},
        r"stemma/head\.json: has no root",
    ),
    "no head": ({"stemma__head_json": lambda _: b"[]"}, r"stemma/head\.json: holds no head"),
    "an index that leads astray": (
        {"indexes__index_cdxj": lambda held: held.replace(b'"offset":"', b'"offset":"1')},
        r"indexes/index\.cdxj line 1: leads to byte \d+, where the payload sha256:[0-9a-f]{64} is not",
    ),
    "an index that is none": ({"indexes__index_cdxj": lambda _: b"\xff\n"}, r"indexes/index\.cdxj line 1: is no "),
    "payloads left out": (
        {"archive__data_warc_gz": lambda held: held[: held.rindex(b"\x1f\x8b\x08")]},
        r"event \d+ \(capture [0-9a-f]+\): no whole payload [0-9a-f]{64}",
    ),
    "a payload broken": (
        {"archive__data_warc_gz": lambda held: held[:-30] + bytes([held[-30] ^ 1]) + held[-29:]},
        r"archive/data\.warc\.gz at byte \d+: a record is broken or cut off",
    ),
}  # fmt: skip


def test_a_forged_bundle_is_told_by_its_first_bad_record(run: Run, written: Path) -> None:
    whole = written.read_bytes()
    for forgery, (edits, first) in FORGERIES.items():
        written.write_bytes(whole)
        forge(written, **edits)
        assert re.match(first, problems(run, written)[0]), forgery


def test_an_account_that_nothing_vouches_for_is_said_to_be_one(run: Run, held: Path, tmp_path: Path) -> None:
    other = each_line(lambda row: {**row, "made_with": "another version"})
    for policy, recorded in (("range", True), ("airwars", False)):
        file = tmp_path / f"{policy}.wacz"
        shown = incident(run, held)["id"]
        assert run("bundle", shown, "--ledger", held, "--out", file, "--policy", policy).code == 0
        forge(file, stemma__material_json=other)
        ran = run("verify", file)
        assert (ran.code, ran.err) == (0, "")
        assert "by other code or data than this Stemma's, so it was not made again" in ran.out
        assert ("No event holds it either" in ran.out) != recorded


def test_what_is_damaged_without_intent_is_named(run: Run, written: Path) -> None:
    whole = written.read_bytes()
    with zipfile.ZipFile(written) as packed:
        archive, claims = packed.getinfo("archive/data.warc.gz"), packed.getinfo("stemma/claims.jsonl")
    first = []
    for info in (archive, claims):
        at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
        written.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        first.append(problems(run, written)[0])
    assert first[0].startswith("archive/data.warc.gz at byte ")
    assert first[1].startswith("stemma/claims.jsonl")


def test_a_file_more_or_less_is_named(run: Run, written: Path) -> None:
    files = entries(written)
    put(written, {**files, "extra.html": b"<script>"})
    assert problems(run, written) == ["extra.html: is not listed in datapackage.json"]
    for name in sorted(files):
        put(written, {key: content for key, content in files.items() if key != name})
        assert any(name in line and "is missing" in line for line in problems(run, written)), name
    put(written, {**files, "README.txt": b"other"})
    assert problems(run, written) == ["README.txt: is not the file that datapackage.json lists"]
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(written, "a") as packed:
        packed.writestr("README.txt", files["README.txt"])
    assert "the zip: holds two files of one name" in problems(run, written)


@pytest.mark.parametrize("held", [b"", b"PK", b"no zip at all", b"PK\x03\x04" + bytes(40)])
def test_what_is_no_bundle_is_refused_in_one_line(run: Run, tmp_path: Path, held: bytes) -> None:
    file = tmp_path / "no.wacz"
    file.write_bytes(held)
    ran = run("verify", file)
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert "no.wacz: is no bundle" in line
    assert "cannot be read" in run("verify", tmp_path / "absent.wacz").err


def test_a_zip_of_something_else_is_no_bundle(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "else.wacz"
    put(file, {"holiday.jpg": b"\xff\xd8"})
    ran = run("verify", file)
    assert ran.code == 1
    assert "cannot be read as a bundle: DAMAGED." in ran.out


def test_the_page_shows_what_the_commands_print(
    run: Run, held: Path, tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    head = run("head", "--ledger", held, "--json", "--sign", key).out
    Path("signed.json").write_text(head, encoding="utf-8")
    given = ("--head", "signed.json", "--sign", "keeper.pem")
    made = run("bundle", incident(run, held)["id"], "--ledger", held, "--out", "incident.wacz", *given)
    checked = run("verify", "incident.wacz", "--key", "keeper.pem.pub", "--against", "signed.json")
    assert (made.code, checked.code) == (0, 0)
    page = (root / "docs/custody.md").read_text(encoding="utf-8")
    both = (made.out + checked.out, page)
    said, shown = (set(re.sub(r"\b(?:[0-9a-f]{64}|\d+)\b", "#", text).splitlines()) for text in both)
    assert said <= shown


def test_the_check_without_stemma_proves_each_event(written: Path, root: Path) -> None:
    (*_, code) = re.findall(r"```python\n(.*?)```", (root / "docs/custody.md").read_text(encoding="utf-8"), re.DOTALL)
    command = [sys.executable, "-I", "-c", code.replace("incident.wacz", str(written))]
    sound = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(sound) == len(lines(written, "stemma/events.jsonl"))
    assert all(line.endswith(" under the head") for line in sound)
    forge(written, stemma__events_jsonl=of_kind("claim", lambda row: chained(figure(row))))
    forged = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    (changed,) = set(forged) - set(sound)
    assert re.fullmatch(r"\d+ claim NOT UNDER THE HEAD", changed)


def test_the_ledger_records_who_took_it(run: Run, held: Path, tmp_path: Path) -> None:
    out = tmp_path / "incident.wacz"
    run("bundle", incident(run, held)["id"], "--ledger", held, "--out", out, "--actor", "Ana")
    told = run("verify", "--ledger", held, "--export", out)
    assert told.code == 0, told.err
    assert "Ana" in told.out
    assert "bundle" in run("history", incident(run, held)["id"], "--ledger", held).out
