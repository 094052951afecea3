"""Building with a language model, against a real server on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.model_server import chat, claims, served, suggestion

TEXT = "A drone strike on the market of Idlib killed 14 traders on Monday, Colonel Ivo Marek said.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def with_model(url: str, model: str = "a-model") -> tuple[str, ...]:
    return ("--reader", "llm", "--endpoint", url, "--model", model)


def shown(run: Run, ledger: Path, *options: str) -> str:
    identity = json.loads(run("incidents", "--ledger", ledger, "--json").out)["id"]
    return run("show", identity, "--ledger", ledger, *options).out


def account(run: Run, ledger: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(shown(run, ledger, "--json"))
    return made


def test_an_account_says_which_reader_made_its_claims(run: Run, report: Path, ledger: Path) -> None:
    with served(claims(suggestion())) as (url, _):
        ran = run("build", report, "--ledger", ledger, *with_model(url))
    assert ran.code == 0, ran.err
    assert {claim["reader"] for claim in account(run, ledger)["claims"].values()} == {"llm a-model"}
    assert "read by llm a-model" in shown(run, ledger)


def test_a_page_is_read_again_by_another_reader_and_by_none_twice(run: Run, report: Path, ledger: Path) -> None:
    with served(claims(suggestion())) as (url, asked):
        for _ in range(2):
            run("build", report, "--ledger", ledger, *with_model(url))
        assert len(asked) == 1
        assert "1 read" in run("build", report, "--ledger", ledger).err
        assert {claim["reader"] for claim in account(run, ledger)["claims"].values()} == {"rules"}
        assert "1 read" in run("build", report, "--ledger", ledger, *with_model(url)).err
        assert len(asked) == 1, "the answer was kept beside the ledger"
        run("build", report, "--ledger", ledger, *with_model(url, "another"))
        assert len(asked) == 2
    assert {claim["reader"] for claim in account(run, ledger)["claims"].values()} == {"llm another"}
    assert run("verify", "--ledger", ledger).code == 0


def test_a_document_that_the_model_refuses_is_named_and_tried_again(run: Run, reports: Path, ledger: Path) -> None:
    agency = suggestion(quote="killed 12 people", mention="12", speaker=None, group="people")
    with served(claims(agency), chat(None, "No."), claims()) as (url, asked):
        ran = run("build", reports, "--ledger", ledger, *with_model(url))
        assert ran.code == 1
        assert "daily.txt: not read" in ran.err
        assert "the model refused: No." in ran.err
        assert "2 received, 2 new, 1 read" in ran.err
        assert len(account(run, ledger)["claims"]) == 1
        assert "1 read" in run("build", reports, "--ledger", ledger, *with_model(url)).err
        assert len(asked) == 3


def test_a_torn_answer_in_the_cache_is_asked_for_again(run: Run, report: Path, tmp_path: Path) -> None:
    kept = tmp_path / "answers"
    with served(claims(suggestion())) as (url, asked):
        first = run("read", report, *with_model(url), "--cache", kept)
        (file,) = kept.iterdir()
        file.write_text('{"answer', encoding="utf-8")
        assert run("read", report, *with_model(url), "--cache", kept).out == first.out
        assert len(asked) == 2


def test_what_was_dropped_is_told_with_counts(run: Run, report: Path, ledger: Path) -> None:
    with served(claims(suggestion(quote="killed 15"), suggestion(quote="wounded 3"), suggestion())) as (url, _):
        ran = run("build", report, "--ledger", ledger, *with_model(url))
    assert ran.code == 0
    assert "llm: 2 suggestions dropped in 1 document: quote not in the kept text" in ran.err


@pytest.mark.parametrize(
    "options", [("--reader", "llm"), ("--reader", "guess"), ("--model", "m"), ("--reader", "llm", "--model", "m")]
)
def test_half_a_choice_of_reader_is_refused_before_anything_is_made(
    run: Run, report: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    ran = run("build", report, "--ledger", tmp_path / "none", *options)
    assert ran.code != 0
    assert "--reader" in ran.err
    assert not (tmp_path / "none").exists()
