"""Roles: every act that the code asks for is in the file, every one of the file is asked for by a name of the code."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from stemma.data.roles import ADMINISTRATOR, PERMISSIONS, load_roles

ASKED = re.compile(r'(?:permitted|ask|checked)\(\s*"(?P<act>\w+)"')


def test_the_file_and_the_code_name_the_same_acts() -> None:
    roles = load_roles()
    assert set(roles.acts) == set(PERMISSIONS)
    assert {act for role in roles.by_name.values() for act in role.acts} == set(PERMISSIONS)


def test_what_the_acts_ask_for_is_named(root: Path) -> None:
    sources = (root / "src/stemma").rglob("*.py")
    asked = {found["act"] for path in sources for found in ASKED.finditer(path.read_text(encoding="utf-8"))}
    assert asked
    assert asked <= set(PERMISSIONS)


def test_a_role_may_all_that_those_before_it_may() -> None:
    held = list(load_roles().by_name.values())
    assert [role.name for role in held] == ["reader", "contributor", "analyst", "lead", ADMINISTRATOR]
    for less, more in pairwise(held):
        assert less.acts < more.acts
        assert less.includes < more.includes
    assert held[0].acts == frozenset()
    assert held[-1].acts == set(PERMISSIONS)


def test_the_first_role_that_may_is_the_one_to_ask_for() -> None:
    roles = load_roles()
    assert {act: roles.least(act).name for act in ("comment", "accept", "seal", "member")} == {
        "comment": "contributor",
        "accept": "analyst",
        "seal": "lead",
        "member": ADMINISTRATOR,
    }
