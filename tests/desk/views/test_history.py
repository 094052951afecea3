from __future__ import annotations

from django.test import Client

from stemma.review import comment, reject
from tests.desk.conftest import SCRIPT
from tests.desk.factories import Case

Cases = tuple[Case, Case]


def test_what_happened_is_told_without_names_and_comments(client: Client, filled: Cases) -> None:
    account = filled[0].account
    reject(min(account.claims), actor="Ada Lovelace", reason=f"Ada Lovelace read it {SCRIPT}")
    comment("incident", account.id, "between ourselves", actor="Ada Lovelace")
    page = client.get(f"/incidents/{account.id}/history/").content.decode()
    assert "between ourselves" not in page
    assert "Lovelace" not in page
    assert "<script>" not in page
    assert "read it &lt;script&gt;" in page
    assert page.count("<tr><td") > len(filled[0].documents)


def test_the_incident_leads_there_and_any_of_its_names_does(client: Client, filled: Cases) -> None:
    account = filled[0].account
    there = f"/incidents/{account.id}/history/"
    assert f'href="{there}"' in client.get(f"/incidents/{account.id}/").content.decode()
    assert client.get(f"/incidents/{account.aliases[1]}/history/")["Location"] == there
