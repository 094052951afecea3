"""Who sees what people say to one another, who says it, and that it stays text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from stemma.desk.views.discussing import SHOWN
from stemma.ledger import selectors
from stemma.review import comment
from tests.desk.conftest import IMAGE, SCRIPT
from tests.desk.factories import Case

Join = Callable[[str, str], Client]
Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def said(client: Client, address: str) -> list[str]:
    """The comments on a page, each as its markup."""
    return re.findall(r'<li id="said-.*?</li>', body(client, address), re.DOTALL)


@pytest.fixture
def address(filled: Cases) -> str:
    return f"/incidents/{filled[0].account.id}/"


@pytest.mark.parametrize("role", ["contributor", "analyst", "lead", "administrator"])
def test_whoever_sees_names_reads_and_writes(join: Join, filled: Cases, address: str, role: str) -> None:
    join("Ada", "administrator")
    mia = join("Mia Orr", role)
    form = {"about": "incident", "subject": filled[0].account.id, "text": "first\r\nsecond", "next": address}
    answer = mia.post("/comments/say/", form)
    (row,) = selectors.comments_of(filled[0].account.id)
    assert (row.comment.text, row.comment.actor) == ("first\nsecond", "Mia Orr")
    assert (answer.status_code, answer["Location"]) == (303, f"{address}#said-{row.comment.id[:12]}")
    (line,) = said(mia, address)
    assert "first\nsecond" in line
    assert "Mia Orr" in line


def test_readers_and_strangers_do_not_even_see_that_there_is_any(
    join: Join, client: Client, filled: Cases, address: str
) -> None:
    join("Ada", "administrator")
    rea = join("Rea", "reader")
    quiet = body(rea, address), body(client, address)
    comment("incident", filled[0].account.id, "between ourselves", actor="Ada")
    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|event \d+|[0-9a-f]{12,}')
    for reader, before in zip((rea, client), quiet, strict=True):
        page = body(reader, address)
        assert "between ourselves" not in page
        assert "Discussion" not in page
        assert token.sub("", page) == token.sub("", before)
    rea.post("/comments/say/", {"about": "incident", "subject": filled[0].account.id, "text": "let me"})
    assert len(selectors.comments_of(filled[0].account.id)) == 1


def test_hostile_text_and_names_stay_text(join: Join, filled: Cases, address: str) -> None:
    join("Ada", "administrator")
    eve = join(f"Eve{SCRIPT}", "contributor")
    text = f"{SCRIPT}{IMAGE} javascript:alert(1) https://x.test/?a=1&b=<b>\n[x](javascript:alert(2)) @Ada"
    eve.post("/comments/say/", {"about": "incident", "subject": filled[0].account.id, "text": text})
    page = body(eve, address)
    assert "<script>" not in page
    assert "<img" not in page
    (line,) = said(eve, address)
    assert re.findall(r'<a href="(http[^"]+)" rel="([^"]+)"', line) == [
        ("https://x.test/?a=1&amp;b=", "nofollow noopener")
    ]
    assert not re.search(r'href="\s*javascript', page)
    assert '<span class="person">@Ada</span>' in line


def test_answers_claims_and_what_is_taken_back(join: Join, filled: Cases, address: str) -> None:
    ada, ben = join("Ada", "administrator"), join("Ben", "contributor")
    account = filled[0].account
    claim = min(account.claims)
    first = comment("claim", claim, "is this of both places?", actor="Ada")
    form = body(ben, f"{address}?reply={first.id}")
    assert f'name="answers" value="{first.id}"' in form
    assert f'name="subject" value="{claim}"' in form
    ben.post("/comments/say/", {"about": "claim", "subject": claim, "answers": first.id, "text": "it is"})
    asked, answer = said(ben, address)
    assert f"#m-{claim}" in asked
    assert f'href="#said-{first.id[:12]}"' in answer
    assert ("Take back" in asked, "Take back" in answer) == (False, True)
    refused = ben.post("/comments/take-back/", {"comment": first.id, "reason": "mine"}, follow=True)
    assert "may not" in refused.content.decode()
    ada.post("/comments/take-back/", {"comment": first.id, "reason": "asked elsewhere"})
    gone, _answer = said(ben, address)
    assert "is this of both places?" not in gone
    assert "asked elsewhere" in gone
    about = body(ben, f"{address}?about={claim}")
    assert f'name="about" value="claim"><input type="hidden" name="subject" value="{claim}"' in about
    assert f'name="subject" value="{account.id}"' in body(ben, f"{address}?about=nosuchclaim&reply={first.id}")
    assert f"?about={claim}#say" in body(ben, f"{address}claims/")


def test_what_is_refused_is_not_lost(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    for form in (
        {"about": "incident", "subject": "ffffffffff", "text": "kept <b>"},
        {"about": "moon", "subject": filled[0].account.id, "text": "kept <b>"},
        {"about": "incident", "subject": filled[0].account.id, "text": "kept <b>", "answers": "fffffffff"},
        {"about": "incident", "subject": filled[0].account.id, "text": "kept <b>" + "x" * 10_000},
    ):
        answer = ada.post("/comments/say/", form)
        assert answer.status_code == 422
        assert "kept &lt;b&gt;" in answer.content.decode()
    assert selectors.comments_of(filled[0].account.id) == ()


def test_of_many_comments_the_latest_are_shown_and_the_rest_on_demand(
    join: Join, filled: Cases, address: str
) -> None:  # fmt: skip
    ada = join("Ada", "administrator")
    first = comment("incident", filled[0].account.id, "the first of all", actor="Ada")
    for number in range(SHOWN):
        answers = first.id if number == SHOWN - 1 else None
        comment("incident", filled[0].account.id, f"number {number}", actor="Ada", answers=answers)
    lines = said(ada, address)
    assert (len(lines), "the first of all" in "".join(lines)) == (SHOWN, False)
    assert "answers <bdi>Ada</bdi>" in lines[-1]
    assert "Show 1 earlier comment" in body(ada, address)
    assert "the first of all" in said(ada, f"{address}?comments=all")[0]
