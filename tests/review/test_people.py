"""Roles in a ledger: who gives them, who may act, and that nobody can lock everybody out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.errors import InputError, LedgerError, NotAllowedError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.ledger.writer import writing
from stemma.model.series import Question
from stemma.review import (
    accept,
    different,
    give_role,
    override,
    reject,
    same,
    save_series,
    take_role,
    unsure,
    withdraw,
    withdraw_sameness,
)
from stemma.review.permission import permitted
from tests.ledgers import Filled

ASKS = re.compile(r"\b(?:permitted|checked)\(")
ROLES = ("reader", "contributor", "analyst", "lead", "administrator")


def give(person: str, role: str, actor: str = "Ada") -> None:
    give_role(person, role, actor=actor, reason="works here")


def take(person: str, actor: str = "Ada") -> None:
    take_role(person, actor=actor, reason="left")


def named() -> dict[str, str]:
    return {person.name: person.role for person in selectors.people()}


def test_a_ledger_that_names_nobody_is_its_writers(filled: Filled) -> None:
    assert selectors.people() == ()
    assert accept(filled.readings[0].claims[0].id, actor=" Ada  B. ").actor == "Ada B."


def test_roles_are_given_changed_and_taken(filled: Filled) -> None:
    give("Ada", "administrator")
    give(" Bob ", "reader")
    give("bob", "analyst")
    bob = selectors.people()[1]
    assert (bob.name, bob.role, bob.given_by, bob.reason) == ("Bob", "analyst", "Ada", "works here")
    assert bob.seq == Event.objects.count()
    take("BOB")
    assert named() == {"Ada": "administrator"}
    assert Event.objects.filter(kind="member").count() == 4
    assert verify(filled.folder).ok


def test_the_first_is_an_administrator_and_the_last_one_stays(filled: Filled) -> None:
    with pytest.raises(InputError, match="first person"):
        give("Bob", "analyst")
    give("Ada", "administrator")
    for act in (lambda: take("Ada"), lambda: give("Ada", "lead")):
        with pytest.raises(NotAllowedError, match="last administrator"):
            act()
    give("Bob", "administrator")
    give("Ada", "lead", actor="Bob")
    with pytest.raises(NotAllowedError, match="last administrator"):
        take("Bob", actor="Bob")
    assert named() == {"Ada": "lead", "Bob": "administrator"}


@pytest.mark.parametrize(
    ("act", "error", "what"),
    [
        (lambda: give_role("Bob", "chief", actor="Ada", reason="r"), NotFoundError, "administrator"),
        (lambda: give_role("Bob", "lead", actor="Ada", reason=" "), InputError, "reason"),
        (lambda: give_role("\u200b", "lead", actor="Ada", reason="r"), InputError, "person"),
        (lambda: give_role("Bob", "lead", actor="", reason="r"), InputError, "actor"),
        (lambda: give_role("Ada", "administrator", actor="Ada", reason="r"), InputError, "already"),
        (lambda: take_role("Bob", actor="Ada", reason="r"), NotFoundError, "stemma people"),
        (lambda: take_role("Ada", actor="Ada", reason=""), InputError, "reason"),
        (lambda: give_role("Bob", "lead", actor="Bob", reason="r"), NotAllowedError, "nobody whom this ledger names"),
    ],
)
def test_what_is_refused_appends_nothing(
    filled: Filled, act: Callable[[], object], error: type[Exception], what: str
) -> None:
    give("Ada", "administrator")
    with pytest.raises(error, match=what):
        act()
    assert named() == {"Ada": "administrator"}
    assert Event.objects.filter(kind="member").count() == 1


def acts(filled: Filled) -> dict[str, Callable[[str], object]]:
    """Every act on what the ledger holds, by the name of its permission."""
    claim = filled.readings[0].claims[0].id
    (row,) = selectors.incidents()
    a, b = selectors.linked(row.id).aliases
    question = Question(text="market")
    return {
        "accept": lambda who: accept(claim, actor=who),
        "reject": lambda who: reject(claim, actor=who, reason="r"),
        "override": lambda who: override(row.id, "low", "5", slot="killed", actor=who, reason="r"),
        "withdraw": lambda who: withdraw(row.id, "low", slot="killed", actor=who, reason="r"),
        "different": lambda who: different(a, b, actor=who, reason="r"),
        "unsure": lambda who: unsure(a, b, actor=who, reason="r"),
        "withdraw ": lambda who: withdraw_sameness(a, b, actor=who, reason="r"),
        "same": lambda who: same(a, b, actor=who, reason="r"),
        "save_series": lambda who: save_series("Market", question, actor=who, replace=True),
        "member": lambda who: give_role("Cleo", "reader", actor=who, reason="r"),
    }


@pytest.mark.parametrize("role", ROLES)
def test_each_act_asks_what_the_role_may(filled: Filled, role: str) -> None:
    give("Ada", "administrator")
    give("Bob", role)
    may = {"analyst", "lead", "administrator"}
    for name, act in acts(filled).items():
        before = Event.objects.count()
        if role in may and (name != "member" or role == "administrator"):
            act("Bob")
            assert Event.objects.count() > before
        else:
            with pytest.raises(NotAllowedError, match=r"Bob has the role .* needs the role a\w+ \(stemma people add"):
                act("Bob")
            assert Event.objects.count() == before


def test_who_is_not_named_does_nothing_once_somebody_is(filled: Filled) -> None:
    everything = acts(filled)
    give("Ada", "administrator")
    for act in everything.values():
        with pytest.raises(NotAllowedError, match="nobody whom this ledger names"):
            act("Eve")


def test_no_act_opens_its_transaction_without_asking(root: Path) -> None:
    acts = {path.name: path.read_text(encoding="utf-8") for path in (root / "src/stemma/review").glob("*.py")}
    mute = {name for name, text in acts.items() if "with writing():" in text and not ASKS.search(text)}
    assert mute == {"record_login.py"}, "whoever knocks is noted; every other act asks"


def test_one_spelling_of_a_name_is_recorded(filled: Filled) -> None:
    give("Ada B.", "administrator")
    claim = filled.readings[0].claims[0].id
    assert {accept(claim, actor=spelt).actor for spelt in ("ada b.", "ADA\u00a0B.", "Ada\u200b B.")} == {"Ada B."}


def test_it_is_asked_inside_the_transaction_alone(filled: Filled) -> None:
    with pytest.raises(LedgerError, match="transaction"):
        permitted("accept", "Ada")
    with writing():
        assert permitted("accept", "Ada") == "Ada"


STEPS = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from("ABC"), st.sampled_from([*ROLES, None])), max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_tried_an_administrator_stays(filled: Filled, steps: list[tuple[str, str, str | None]]) -> None:
    started = bool(selectors.people())
    for actor, person, role in steps:
        try:
            take(person, actor) if role is None else give(person, role, actor)
        except (InputError, NotAllowedError, NotFoundError):
            pass
        else:
            started = True
        assert ("administrator" in named().values()) == started
