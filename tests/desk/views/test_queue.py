"""The review queue: who may come, what is asked and shown, what is done there, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stemma.build import build, refresh
from stemma.desk import leases
from stemma.ledger import selectors
from stemma.ledger.selectors import Scope
from stemma.model.ruling import ClaimRuling
from stemma.review import accept, reject

Join = Callable[[str, str], Client]
QUEUE = "/review/claims/"
REPORTS = {
    "agency.txt": "IDLIB, February 3, 2019 - An airstrike on a market in Idlib on Sunday killed 12 people and wounded "
    "30, the Syrian Observatory for Human Rights said.\n\nA military spokesman denied that its aircraft bombed it.\n",
    "daily.txt": "Market in Idlib bombed\n\nAt least 15 civilians were killed in an airstrike on a market in Idlib on "
    "February 3, 2019, rescue workers said. Bodies lay in the street <script>alert(1)</script>.\n",
}


@pytest.fixture
def built(ledger: Path, tmp_path: Path) -> Path:
    """A ledger that was built, so that accounts follow."""
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([tmp_path / name for name in REPORTS], ledger)
    return ledger


@pytest.fixture
def ana(built: Path, join: Join) -> Client:
    """An analyst at the queue."""
    leases.forget()
    join("Ada", "administrator")
    return join("Ana", "analyst")


def shown(client: Client, address: str = QUEUE) -> tuple[str, str]:
    """The claim that a page asks of, and the page."""
    page = client.get(address).content.decode()
    found = re.search(r"/review/claims/([0-9a-f]{20})/", page)
    return (found[1] if found else ""), page


def rulings() -> list[ClaimRuling]:
    return [row.ruling for row in selectors.rulings() if isinstance(row.ruling, ClaimRuling)]


def test_it_is_for_those_who_may_decide(built: Path, join: Join) -> None:
    join("Ada", "administrator")
    assert Client().get(QUEUE).status_code == 302
    for role in ("reader", "contributor"):
        client = join(role.title(), role)
        answer = client.get(QUEUE)
        assert answer.status_code == 403
        assert "Analyst" in answer.content.decode()
        assert 'href="/review/"' not in client.get("/").content.decode()
        claim = selectors.next_undecided(Scope(), "")
        client.post(f"{QUEUE}{claim}/", {"act": "accept"})
    assert rulings() == []


def test_a_claim_is_shown_with_what_helps_to_decide(ana: Client) -> None:
    claim, page = shown(ana)
    assert selectors.next_undecided(Scope(), "Ana") == claim
    for part in ("<mark", "Reject", "What the machine read", "What is said of it", "Stance", "Take back"):
        assert part in page
    assert "<script>alert" not in page
    assert re.search(r'<span class="slot">Killed</span> <bdi>12–15</bdi>.*?<strong><bdi>1[25]</bdi>', page, re.DOTALL)


def test_accepting_leads_straight_to_the_next(ana: Client) -> None:
    claim, _ = shown(ana)
    answer = ana.post(f"{QUEUE}{claim}/", {"act": "accept", "scope": "kind=toll"})
    assert (answer.status_code, answer["Location"]) == (303, f"{QUEUE}?kind=toll&after={claim}")
    following, page = shown(ana, answer["Location"])
    assert following not in ("", claim)
    assert "Accepted." in page
    assert [(made.act, made.actor) for made in rulings()] == [("accept", "Ana")]


def test_a_usual_reason_is_recorded_in_its_words(ana: Client) -> None:
    claim, _ = shown(ana)
    ana.post(f"{QUEUE}{claim}/", {"usual": "1"})
    assert [(made.act, made.reason) for made in rulings()] == [("reject", "about another event")]
    claim, _ = shown(ana)
    ana.post(f"{QUEUE}{claim}/", {"act": "reject", "reason": " my own "})
    assert rulings()[-1].reason == "my own"
    claim, _ = shown(ana)
    answer = ana.post(
        f"{QUEUE}{claim}/", {"act": "reject", "reason": " ", "next": f"{QUEUE}?claim={claim}"}, follow=True
    )
    assert "a rejection says why" in answer.content.decode()
    assert len(rulings()) == 2


def test_what_somebody_decided_meanwhile_is_refused_and_told(ana: Client) -> None:
    claim, _ = shown(ana)
    reject(claim, actor="Ada", reason="not said")
    answer = ana.post(f"{QUEUE}{claim}/", {"act": "accept", "next": f"{QUEUE}?claim={claim}"}, follow=True)
    assert "Ada has rejected" in answer.content.decode()
    assert len(rulings()) == 1


def test_acts_are_taken_back_one_after_another(ana: Client) -> None:
    first, _ = shown(ana)
    ana.post(f"{QUEUE}{first}/", {"act": "accept"})
    second, _ = shown(ana)
    ana.post(f"{QUEUE}{second}/", {"act": "unsure"})
    assert selectors.next_undecided(Scope(), "Ana") not in (first, second)
    for claim in (second, first):
        answer = ana.post(f"{QUEUE}undo/", {})
        assert answer["Location"] == f"{QUEUE}?claim={claim}"
    assert selectors.next_undecided(Scope(), "Ana") == first
    answer = ana.post(f"{QUEUE}undo/", {"next": QUEUE}, follow=True)
    assert "Nothing of this sitting" in answer.content.decode()
    assert [made.act for made in rulings()] == ["accept", "unsure", "withdraw", "withdraw"]


def test_a_correction_in_place_is_of_what_differs(ana: Client, built: Path) -> None:
    claim, page = shown(ana, f"{QUEUE}?kind=toll")
    given = dict(re.findall(r'<input id="f-(value-[^"]+)" name="[^"]+" value="([^"]*)"', page))
    typed = {**given, "act": "correct", "value-low": "14", "value-high": "14", "preset": "as the sentence has it"}
    ana.post(f"{QUEUE}{claim}/", typed)
    (made,) = rulings()
    assert (made.act, made.field, made.reason) == ("correct", "value", "as the sentence has it")
    ana.post(f"{QUEUE}undo/", {})
    refresh(built)
    assert selectors.next_undecided(Scope(kind="toll"), "Ana") == claim


def test_a_refused_correction_keeps_what_was_typed(ana: Client) -> None:
    claim, _ = shown(ana, f"{QUEUE}?kind=toll")
    answer = ana.post(f"{QUEUE}{claim}/", {"act": "correct", "value-low": "a dozen", "preset": "x"})
    page = answer.content.decode()
    assert "is no number" in page
    assert 'value="a dozen"' in page
    assert rulings() == []


def test_two_people_are_not_asked_of_the_same(ana: Client, join: Join) -> None:
    bob = join("Bob", "analyst")
    assert shown(ana)[0] != shown(bob)[0]
    assert shown(ana)[0] == shown(ana)[0]


def test_several_are_decided_at_once_and_taken_back_at_once(ana: Client) -> None:
    page = ana.get(f"{QUEUE}?as=list").content.decode()
    ticked = re.findall(r'name="claim" value="([0-9a-f]{20})"', page)
    assert len(ticked) > 3
    accept(ticked[0], actor="Ada")
    answer = ana.post(f"{QUEUE}together/", {"claim": ticked, "act": "accept", "next": f"{QUEUE}?as=list"}, follow=True)
    told = answer.content.decode()
    assert f"{len(ticked) - 1} claims accepted." in told
    assert "Ada has accepted" in told
    ana.post(f"{QUEUE}undo/", {"next": f"{QUEUE}?as=list"})
    assert sum(made.act == "withdraw" for made in rulings()) == len(ticked) - 1
    answer = ana.post(f"{QUEUE}together/", {"act": "accept", "next": f"{QUEUE}?as=list"}, follow=True)
    assert "tick the claims" in answer.content.decode()


def test_the_scope_stands_in_tags_that_can_be_dropped(ana: Client) -> None:
    incident = selectors.incidents()[0]
    page = ana.get(f"{QUEUE}?incident={incident.id[:8]}&kind=toll").content.decode()
    assert f'href="{QUEUE}?incident={incident.id}"' in page
    assert f'href="{QUEUE}?kind=toll"' in page
    assert ana.get(f"{QUEUE}?incident=0000000").status_code == 404
    assert "Nothing here" in ana.get(f"{QUEUE}?outlet=Nobody").content.decode()


def test_progress_and_the_end(ana: Client, built: Path) -> None:
    total = selectors.decided_of(Scope()).total
    for _ in range(total):
        claim, _ = shown(ana)
        ana.post(f"{QUEUE}{claim}/", {"act": "accept"})
    page = ana.get(QUEUE).content.decode()
    assert f"{total} of {total} decided" in page
    assert f"{total} by you today" in page
    assert "Every claim of this scope is decided." in page
    refresh(built)
    assert "Everything is decided" in ana.get("/review/").content.decode()


def test_what_is_hard_to_read_is_folded(ana: Client) -> None:
    pages = [ana.get(f"{QUEUE}?claim={row.claim.id}").content.decode() for row in selectors.claim_rows()]
    folded = [page for page in pages if '<details class="graphic"' in page]
    assert 0 < len(folded) < len(pages)


def test_the_overview_leads_to_what_matters(ana: Client) -> None:
    page = ana.get("/review/").content.decode()
    assert f"{QUEUE}?incident=" in page
    assert "0 of" in page


def test_the_effect_can_be_asked_alone(ana: Client) -> None:
    claim, _ = shown(ana)
    answer = ana.get(f"{QUEUE}{claim}/effect/")
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert ana.get(f"{QUEUE}00000000/effect/").status_code == 404
