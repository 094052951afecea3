"""Names in addresses: any text is one safe step, and comes back."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from django.urls import resolve, reverse
from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.names import from_step, to_step

HOSTILE = (
    "../..",
    ".",
    "..",
    "a/b",
    "%2e%2e",
    "?q=1",
    "#x",
    "<script>",
    "\u202eevil",
    "a\nb",
    "~2f~",
    "_",
    " ",
    "",
    "é",
    "رويترز",
)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_name_comes_back(name: str) -> None:
    assert from_step(to_step(name)) == name


@given(st.text())
def test_no_step_is_more_than_one(name: str) -> None:
    step = to_step(name)
    assert step not in {"", ".", ".."}
    assert not set(step) & set("/\\?#%&<>\"' \t\r\n")
    assert all(character.isalnum() or character in "-_.~" for character in step)


@pytest.mark.parametrize(
    "step", ["", "a b", "~2F~", "~~a", "a~", "~d800~", "~0~", "~110000~", "~61~", "a/b", "..", "~5f", "x.", "A&B"]
)
def test_what_no_name_gives_is_none(step: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_step(step)


def test_plain_names_stay_readable() -> None:
    assert to_step("Hürriyet Daily News") == "Hürriyet_Daily_News"
    assert to_step("rt.com") == "rt.com"
    assert to_step("AT&T/x") == "AT~26~T~2f~x"


@pytest.mark.parametrize("name", HOSTILE)
def test_addresses_lead_back_to_the_name(name: str) -> None:
    for page, key in (("outlet", "name"), ("voice", "key")):
        address = reverse(f"desk:{page}", args=[name])
        assert address.count("/") == 3
        found = resolve(unquote(address))
        assert (found.view_name, found.kwargs) == (f"desk:{page}", {key: name})
