"""Statuses: each has a meaning and a way to it, and only a second person leads to approval."""

from __future__ import annotations

from typing import get_args

from stemma.data.roles import load_roles
from stemma.data.statuses import KNOWN, load_statuses
from stemma.model.status import IncidentStatus


def test_every_status_of_the_code_has_a_meaning() -> None:
    statuses = load_statuses()
    assert {thing: set(held) for thing, held in statuses.means.items()} == {t: set(n) for t, n in KNOWN.items()}
    assert all(meaning for held in statuses.means.values() for meaning in held.values())


def test_every_way_starts_and_ends_at_a_status_and_names_a_role() -> None:
    statuses = load_statuses()
    for step in statuses.transitions.values():
        assert {step.after, *step.before} <= set(get_args(IncidentStatus))
        assert step.after not in step.before
        assert "change_status" in load_roles().named(step.role).acts


def test_only_a_second_person_leads_to_approval_and_only_approval_to_being_out() -> None:
    ways = load_statuses().transitions.values()
    assert [step.act for step in ways if step.after == "approved"] == ["seal"]
    assert [step.act for step in ways if step.second_person] == ["seal"]
    assert {step.before for step in ways if step.after == "published"} == {("approved",)}
    assert {step.act for step in ways if step.unchanged} == {"seal", "publish"}


def test_wherever_an_incident_stands_a_way_leads_on() -> None:
    statuses = load_statuses()
    assert all(statuses.onward(status) for status in statuses.means["incident"])
    assert [step.act for step in statuses.onward("candidate")] == ["take_up", "withdraw"]
