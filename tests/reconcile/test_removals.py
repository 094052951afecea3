"""Naming what is to be left out."""

from __future__ import annotations

import pytest

from stemma.errors import NotFoundError
from stemma.model.sensitivity import Removal
from stemma.reconcile import named_removal, removals
from tests.reconcile.material import call
from tests.reconcile.test_reconcile import dead, said

POST = said("Post", dead(3), outlet="Post", bloc="North")
MONITOR = said("Monitor", dead(4), outlet="Post")
ARMY = said("Army", dead(5), outlet="Army", bloc="North")


@pytest.fixture
def among() -> tuple[Removal, ...]:
    """Three claims of three origins in two outlets; one outlet is an origin too."""
    found: tuple[Removal, ...] = call(
        lambda _, claims, pages, trace, *__, **___: removals(claims, pages, trace), [POST, MONITOR, ARMY]
    )
    return found


def test_claims_origins_outlets_and_blocs_in_this_order(among: tuple[Removal, ...]) -> None:
    assert [one.kind for one in among] == ["claim"] * 3 + ["origin"] * 3 + ["outlet"] * 2 + ["bloc"]
    (bloc,) = [one for one in among if one.kind == "bloc"]
    assert set(bloc.claims) == {POST.claim.id, ARMY.claim.id}


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        (POST.claim.id, "claim", 1),
        (POST.claim.id[:12].upper(), "claim", 1),
        ("monitor", "origin", 1),
        ("outlet:Post", "outlet", 2),
        ("origin:post", "origin", 1),
        ("bloc:North", "bloc", 2),
        ("Army", "origin", 1),
    ],
)
def test_a_name_of_any_case_with_or_without_its_kind(
    among: tuple[Removal, ...], name: str, kind: str, size: int
) -> None:
    found = named_removal(name, among)
    assert (found.kind, len(found.claims)) == (kind, size)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Post", 'names several things; say which: "origin:Post", "outlet:Post"'),
        ("Nobody", "there are Army, Monitor and Post"),
        ("bloc:South", "there are North"),
        ("North", "nothing here is called"),
        (POST.claim.id[:3], "nothing here is called"),
        ("", "nothing here is called"),
    ],
)
def test_what_cannot_be_told_is_said_with_what_there_is(among: tuple[Removal, ...], name: str, why: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        named_removal(name, among)
    assert why in str(raised.value)
