"""What leaves the desk under a name is recorded; what leaves it without one is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from stemma.ids import sha256
from stemma.ledger import selectors
from stemma.ledger.selectors.acts import done
from stemma.model.exported import Exported
from tests.desk.factories import Case

Join = Callable[[str, str], Client]
Cases = tuple[Case, Case]


def addresses(case: Case) -> dict[str, str]:
    incident, document = case.account.id, case.documents[0].id
    return {
        "desk json": f"/incidents/{incident}/account.json",
        "desk csv": f"/incidents/{incident}/claims.csv",
        "desk graphml": f"/incidents/{incident}/stemma.graphml",
        "desk bin": f"/documents/{document}/source/",
    }


def test_who_took_what_up_to_which_event(join: Join, filled: Cases) -> None:
    join("Ada", "administrator")
    ana = join("Ana", "analyst")
    for kind, address in addresses(filled[0]).items():
        before = selectors.taken_in()
        got = ana.get(address)
        made = done("export", Exported)[-1].value
        assert (got.status_code, made.format, made.actor, made.seq) == (200, kind, "Ana", before)
        assert list(made.files.values()) == [sha256(got.content)]
        assert (made.incident == filled[0].account.id) is (kind != "desk bin")


@pytest.mark.parametrize("role", ["reader", "contributor"])
def test_a_role_that_takes_nothing_out_is_told_so(join: Join, filled: Cases, role: str) -> None:
    join("Ada", "administrator")
    rea = join("Rea", role)
    for address in addresses(filled[0]).values():
        told = rea.get(address)
        assert (told.status_code, b"needs the role analyst" in told.content) == (403, True)
    assert done("export", Exported) == ()
    page = rea.get(f"/incidents/{filled[0].account.id}/").content
    assert b"account.json" not in page
    assert b"takes nothing out" in page


def test_of_a_stranger_on_an_open_desk_nothing_is_recorded(client: Client, filled: Cases) -> None:
    for address in addresses(filled[0]).values():
        assert client.get(address).status_code == 200
    assert done("export", Exported) == ()


def test_looking_at_what_would_be_taken_takes_nothing(join: Join, filled: Cases) -> None:
    ada = join("Ada", "administrator")
    for address in addresses(filled[0]).values():
        assert ada.head(address).status_code == 200
    assert done("export", Exported) == ()
