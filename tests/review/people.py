"""A ledger whose people are named."""

from __future__ import annotations

from stemma.review import give_role

PEOPLE = {"Ada": "administrator", "Bob": "lead", "Cleo": "lead", "Dan": "analyst", "Eve": "contributor"}


def name_people() -> None:
    """Give each of PEOPLE their role."""
    for person, role in PEOPLE.items():
        give_role(person, role, actor="Ada", reason="works here")
