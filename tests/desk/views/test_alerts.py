"""Following and being told, from a decision to the page, over a ledger that was really built."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stemma.build import build, refresh
from stemma.desk.accounts.database import ALIAS
from stemma.desk.accounts.models import Account
from stemma.desk.accounts.person import Asking
from stemma.desk.pages.findings import whole
from stemma.desk.watching import unseen
from stemma.ledger import selectors
from stemma.model.finding import Account as Published
from stemma.model.series import Question
from stemma.reconcile.ends import holders
from stemma.review import comment, merge, reject, save_series, undo, withdraw_claim
from tests.desk.conftest import SCRIPT
from tests.desk.factories import Case

Join = Callable[[str, str], Client]
Cases = tuple[Case, Case]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def plain(markup: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def shown_killed(account: Published) -> str:
    killed = whole(account, "killed")
    assert killed is not None
    return f"{killed.low}–{killed.high}"


@pytest.fixture
def sample(ledger: Path, root: Path) -> Path:
    """The sample case, built."""
    build([root / "samples/case.jsonl"], ledger)
    return ledger


@dataclass(frozen=True)
class Turned:
    """The killed of an incident moved and moved back: in words both ways, and who was told."""

    ada: Client
    rea: Client
    there: str
    back: str


def followed(join: Join) -> tuple[Client, Client, str]:
    """An administrator who follows a series, a reader who follows an incident of it, and that incident."""
    ada, rea = join("Ada Byrd", "administrator"), join("Rea Lind", "reader")
    incident = selectors.incidents("deir ezzor", sort="documents")[0].id
    series = save_series("In Syria", Question(places=("Syria",), since="2016-01-01"), actor="Ada Byrd")
    rea.post("/alerts/follow/", {"about": "incident", "subject": incident[:12]})
    ada.post("/alerts/follow/", {"about": "series", "subject": series.id})
    return ada, rea, incident


def turned(ledger: Path, join: Join) -> Turned:
    """Reject what holds the upper end, and take that back, each time deriving anew."""
    ada, rea, incident = followed(join)
    before = selectors.account(incident)
    killed = whole(before, "killed")
    assert killed is not None
    held = [claim for support in holders(killed, killed.high) for claim in support.claims]
    for claim in held:
        reject(claim, actor="Ada Byrd", reason="Ada Byrd read it otherwise")
    refresh(ledger)
    after = selectors.account(incident)
    for claim in held:
        withdraw_claim(claim, actor="Ada Byrd", reason="it was right")
    refresh(ledger)
    assert selectors.account(incident) == before
    first, second = shown_killed(before), shown_killed(after)
    return Turned(ada, rea, f"{first} → became {second}", f"{second} → became {first}")


def test_from_a_ruling_to_an_alert_and_back(sample: Path, join: Join) -> None:
    made = turned(sample, join)
    told = plain(body(made.rea, "/alerts/"))
    assert told.index(made.back) < told.index(made.there)
    assert "an analyst rejected the claim" in told
    assert "an analyst read it otherwise" in told
    assert "Ada Byrd" not in told
    assert "Alerts 2" in plain(body(made.rea, "/voices/"))
    told = plain(body(made.ada, "/alerts/"))
    assert "Ada Byrd rejected the claim" in told
    assert "In Syria" in told
    assert made.there in told


def test_alerts_are_seen_one_by_one_or_all_at_once(sample: Path, join: Join) -> None:
    made = turned(sample, join)
    (newest, *_rest) = re.findall(r'name="event" value="(\d+)"', body(made.rea, "/alerts/"))
    made.rea.post("/alerts/seen/", {"event": newest})
    told = plain(body(made.rea, "/alerts/"))
    assert (made.back in told, made.there in told) == (False, True)
    (head,) = re.findall(r'name="until" value="(\d+)"', body(made.rea, "/alerts/"))
    made.rea.post("/alerts/seen/", {"until": head})
    assert "Nothing new" in body(made.rea, "/alerts/")
    assert "Alerts 2" in plain(body(made.ada, "/voices/"))


def test_an_alert_leads_to_what_differs(sample: Path, join: Join) -> None:
    made = turned(sample, join)
    differs = re.findall(r'href="(/incidents/[0-9a-f]+/changes/\d+/)"', body(made.rea, "/alerts/"))
    assert len(differs) == 2
    changed = plain(body(made.rea, differs[1]))
    before, after = made.there.split(" → became ")
    assert f"Killed {before}, range {after}, range" in changed
    assert "Claims that it rests on no more" in changed
    assert "Ada Byrd" not in changed
    assert "Ada Byrd" in body(made.ada, differs[1])


def test_what_moves_no_range_origin_or_position_raises_none(sample: Path, join: Join) -> None:
    _ada, rea, incident = followed(join)
    place = min(key for key, claim in selectors.account(incident).claims.items() if claim.kind == "place")
    reject(place, actor="Ada Byrd", reason="another place")
    before = selectors.published(incident).seq
    refresh(sample)
    assert selectors.published(incident).seq > before
    assert "Nothing new" in body(rea, "/alerts/")


def test_an_incident_that_comes_to_answer_is_told_and_one_that_ceases_to(sample: Path, join: Join) -> None:
    ada = join("Ada Byrd", "administrator")
    incident = selectors.incidents("deir ezzor", sort="documents")[0].id
    account = selectors.account(incident)
    who = whole(account, "perpetrator")
    assert who is not None
    party = "Israel Defense Forces"
    saved = save_series("Of theirs", Question(by=(party,)), actor="Ada Byrd")
    ada.post("/alerts/follow/", {"about": "series", "subject": saved.id})
    held = [
        claim
        for position in who.positions
        if getattr(position.value, "party", "") == party
        for support in position.origins
        for claim in support.claims
    ]
    for claim in held:
        reject(claim, actor="Ada Byrd", reason="names nobody")
    refresh(sample)
    assert "no longer answers to “Of theirs”" in plain(body(ada, "/alerts/"))
    assert len(held) == 1
    undo(actor="Ada Byrd", reason="it does")
    refresh(sample)
    told = plain(body(ada, "/alerts/"))
    assert told.index("answers to “Of theirs” now") < told.index("no longer answers")


def test_strangers_follow_nothing(client: Client, join: Join, filled: Cases) -> None:
    join("Ada", "administrator")
    for address in ("/alerts/", "/series/new/"):
        assert client.get(address)["Location"].startswith("/account/login/")
    for address in ("/alerts/follow/", "/alerts/unfollow/", "/alerts/seen/", "/comments/say/", "/comments/take-back/"):
        assert client.post(address, {"about": "incident", "subject": filled[0].account.id})["Location"].startswith(
            "/account/login/"
        )
    page = body(client, f"/incidents/{filled[0].account.id}/")
    for word in ("Follow", "Alerts", "iscussion", "discuss", "csrfmiddlewaretoken"):
        assert word not in page


def test_following_is_shown_and_ended_under_any_name(join: Join, filled: Cases) -> None:
    join("Ada", "administrator")
    rea = join("Rea Lind", "reader")
    account = filled[0].account
    address = f"/incidents/{account.id}/"
    assert "Follow</button>" in body(rea, address)
    answer = rea.post("/alerts/follow/", {"about": "incident", "subject": account.aliases[1], "next": address})
    assert (answer.status_code, answer["Location"]) == (303, address)
    rea.post("/alerts/follow/", {"about": "incident", "subject": account.id})
    assert "Follow no more" in body(rea, address)
    assert body(rea, "/alerts/").count("Follow no more") == 1
    rea.post("/alerts/unfollow/", {"about": "incident", "subject": account.aliases[1]})
    assert "Follow no more" not in body(rea, address)
    for wrong in ({"about": "claim", "subject": "x"}, {"about": "incident", "subject": "ffffffffff"}, {}):
        assert rea.post("/alerts/follow/", wrong).status_code == 303
    assert "You follow nothing yet" in body(rea, "/alerts/")


def test_who_is_spoken_to_is_told_unless_they_may_not_see_comments(join: Join, filled: Cases) -> None:
    ada, ben = join("Ada", "administrator"), join("Ben Cole", "contributor")
    rea = join("Rea", "reader")
    said = comment("incident", filled[0].account.id, f"@ben cole @Rea see {SCRIPT}", actor="Ada")
    page = body(ben, "/alerts/")
    assert "Alerts 1" in plain(page)
    assert f"/incidents/{filled[0].account.id}/#said-{said.id[:12]}" in page
    assert "<script>" not in page
    for other in (ada, rea):
        assert "Said to you" not in body(other, "/alerts/")
    (event,) = re.findall(r'name="event" value="(\d+)"', page)
    ben.post("/alerts/seen/", {"event": event})
    assert "Said to you" not in body(ben, "/alerts/")


def test_what_changed_of_a_first_account_and_of_nothing(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    account = filled[0].account
    seq = selectors.published(account.id).seq
    assert "There was no account of it before" in body(ada, f"/incidents/{account.id}/changes/{seq}/")
    for wrong in (1, 10**18, seq + 1):
        assert ada.get(f"/incidents/{account.id}/changes/{wrong}/").status_code == 404


def test_the_head_s_count_asks_few_questions(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    for case in filled:
        ada.post("/alerts/follow/", {"about": "incident", "subject": case.account.id})
    person = Asking(Account.objects.get(name="Ada"), selectors.roles()["ada"])
    assert unseen(person).count == 0
    with CaptureQueriesContext(connection) as ledger, CaptureQueriesContext(connections[ALIAS]) as own:
        unseen(person)
    assert (len(ledger), len(own)) == (2, 2)


def test_a_merge_and_its_undoing_are_told_to_who_follows_either(sample: Path, join: Join) -> None:
    ada = join("Ada Byrd", "administrator")
    one, other = (row.id for row in selectors.incidents(sort="documents")[:2])
    labels = [selectors.account(key).label for key in (one, other)]
    for key in (one, other):
        ada.post("/alerts/follow/", {"about": "incident", "subject": key})
    merge(one, other, actor="Ada Byrd", reason="one strike")
    refresh(sample)
    told = plain(body(ada, "/alerts/"))
    assert "1 other incident is part of it now" in told
    assert "Alerts 1" in told
    assert body(ada, "/alerts/").count("Follow no more") == 1
    undo(actor="Ada Byrd", reason="two strikes")
    refresh(sample)
    page = body(ada, "/alerts/")
    assert "apart from it now:" in plain(page)
    assert all(label in page for label in labels)
    assert page.count("Follow no more") == 2
