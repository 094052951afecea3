"""Projections: derived from events alone, dropped and written again to the same bytes."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path

import pytest

from stemma.ledger import projections, selectors
from stemma.ledger.models import ProjectedClaim, ProjectedIncident
from stemma.ledger.projections import first_difference, projection_digest
from tests import factories
from tests.ledgers import Filled, keep, project

pytestmark = pytest.mark.both_databases


def test_writing_them_again_gives_the_same_bytes(filled: Filled) -> None:
    before = projection_digest()
    project()
    assert projection_digest() == before


def test_the_order_of_arrival_does_not_show(filled: Filled, ledger: Path) -> None:
    before = projection_digest()
    for page, reading in reversed(list(zip(filled.pages, filled.readings, strict=True))):
        keep(ledger, page, reading)
    project()
    assert projection_digest() == before


def test_a_touched_row_is_found_and_named(filled: Filled) -> None:
    derived = project()
    assert first_difference(derived) is None
    claim = filled.readings[1].claims[0].id
    ProjectedClaim.objects.filter(id=claim).update(low=1)
    assert first_difference(derived) == f"ProjectedClaim {claim}"


def test_a_missing_and_a_surplus_row_are_found(filled: Filled) -> None:
    derived = project()
    incident = ProjectedIncident.objects.get()
    ProjectedIncident.objects.all().delete()
    assert first_difference(derived) == f"ProjectedIncident {incident.id}"
    incident.save(force_insert=True)
    assert first_difference(derived) is None
    incident.id = "ffff"
    incident.save(force_insert=True)
    assert first_difference(derived) == "ProjectedIncident ffff"


def test_the_last_reading_of_a_capture_is_the_one_that_stands(filled: Filled) -> None:
    page = filled.pages[0]
    kept = factories.toll(page, "40", 40, 41)
    keep(filled.folder, page, factories.reading(page, kept), reader="2")
    project()
    assert selectors.claims_of(page.id) == (kept,)
    assert selectors.counts().claims == 2


def test_reading_as_before_brings_the_old_claims_back(filled: Filled) -> None:
    page, first = filled.pages[0], filled.readings[0]
    before = projection_digest()
    keep(filled.folder, page, factories.reading(page), reader="2")
    keep(filled.folder, page, first, reader="1")
    project()
    assert projection_digest() == before


def test_an_alias_that_no_reading_holds_any_more_still_leads_to_its_incident(filled: Filled) -> None:
    page = filled.pages[0]
    old = filled.readings[0].events[0]
    renamed = changed(old, id=factories.reference(page, "other").id, key="other")
    moved = factories.toll(page, "40", 40, event=renamed)
    keep(filled.folder, page, factories.reading(page, moved, events=(renamed,)), reader="2")
    project()
    assert old.id not in {alias for row in selectors.incidents() for alias in selectors.account(row.id).aliases}
    assert selectors.resolve(old.id) == selectors.resolve(renamed.id)


def test_the_state_says_up_to_which_event(filled: Filled) -> None:
    state = projections.state()
    assert state is not None
    assert (state.made_with, state.digest) == ("tests", projection_digest())
    assert state.seq == selectors.counts().events
