"""One question over claims, documents, incidents, voices and outlets."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.ledger import selectors
from stemma.model.value import Party
from tests.desk.factories import COLONEL, MONITOR, STAFF, WIRE, Case, Told, barracks, case, toll
from tests.desk.ledgers import fill

pytestmark = pytest.mark.both_databases


@pytest.fixture
def made(ledger: Path) -> Case:
    made = barracks()
    pentagon, israel = Party("Pentagon"), Party("Israel")
    later = case(
        [
            Told("z1", "2017-01-02", ("North Daily", STAFF), toll(5)),
            Told("z1", "2017-01-02", ("North Daily", STAFF), israel, hedges=("reportedly",)),
            Told("z2", "2017-01-03", (WIRE, COLONEL), pentagon),
            Told("z3", "2017-01-04", (WIRE, "Jerusalem"), israel, stance="denies"),
            Told("z4", "2017-01-05", (WIRE, "Somebody"), israel, superseded_by="Pentagon"),
        ],
        label="Another strike, Idlib",
    )
    fill(ledger, [made, later])
    return made


def test_claims_are_found_by_quote_voice_party_and_outlet_the_latest_first(made: Case) -> None:
    found = selectors.claims_sought("israel", size=9)
    assert [row.document.published for row in found.found.rows] == ["2017-01-05", "2017-01-04", "2017-01-02"]
    assert (found.found.total, found.more) == (3, False)
    assert {row.document.outlet for row in selectors.claims_sought("harbour", size=9).found.rows} == {"Harbour Times"}
    assert selectors.claims_sought("varga injured", size=9).found.total == 1
    assert selectors.claims_sought("?!", size=9).found.total == 0


def test_pages_are_cut_and_the_nearest_is_given(made: Case) -> None:
    every = selectors.claims_sought("killed", size=99).found
    second = selectors.claims_sought("killed", page=2, size=4).found
    assert (second.rows, second.page, second.pages) == (every.rows[4:8], 2, -(-every.total // 4))
    assert selectors.claims_sought("killed", page=99, size=4).found.page == second.pages


def test_documents_are_found_by_their_whole_text_those_named_so_first(made: Case) -> None:
    found = selectors.documents_sought("capsules", size=3)
    assert (found.found.total, len(found.found.rows)) == (17, 3)
    titled = selectors.documents_sought("report b2", size=3).found
    assert [sought.row.title for sought in titled.rows] == ["Report b2"]
    assert "capsules" in titled.rows[0].document.text


def test_incidents_voices_and_outlets(made: Case) -> None:
    assert {row.label for row in selectors.incidents_sought("strike", size=9).found.rows} == {
        "Air strike on the barracks at Tell Karam", "Another strike, Idlib",
    }  # fmt: skip
    assert [row.origin.label for row in selectors.voices_sought(["GENERAL", "nobody"], size=9).found.rows] == [STAFF]
    assert [row.name for row in selectors.outlets_sought(["daily"], size=9).found.rows] == ["North Daily"]
    assert selectors.voices_sought([""], size=9).found.rows == selectors.outlets_sought([], size=9).found.rows == ()


def test_what_a_voice_said_of_a_place(made: Case) -> None:
    of_all = selectors.said_about(STAFF, "", size=99).found
    assert of_all.total == 9
    idlib = selectors.said_about(STAFF, "idlib", size=9).found.rows
    assert {row.document.outlet for row in idlib} == {"North Daily"}
    assert selectors.said_about("nobody", "idlib", size=9).found.total == 0
    assert selectors.said_about(STAFF, "nowhere", size=9).found.total == 0


def test_who_names_a_party_each_incident_with_its_positions(made: Case) -> None:
    blame = selectors.blame_of(["Israel"], most=5)
    assert (blame.incidents, blame.more) == (1, False)
    (row,) = blame.rows
    told = {(p.stance, p.hedged): [s.label for s in p.origins] for p in row.positions}
    assert told == {("asserts", True): [STAFF], ("denies", False): ["Jerusalem"]}
    assert {row.words[s.claims[0]].quote for p in row.positions for s in p.origins if p.hedged} == {
        "reportedly, Israel: so it is put by General Staff (asserts)."
    }
    assert selectors.blame_of(["Western Coalition"], stance="denies", most=5).incidents == 1
    assert selectors.blame_of(["Pentagon"], stance="denies", most=5).rows == ()
    assert selectors.blame_of(["Israel"], within=[made.account.id], most=5).rows == ()
    (all_of_it,) = selectors.culprits(selectors.incidents_about("idlib"), most=5).rows
    assert len(all_of_it.positions) == 3


@pytest.mark.parametrize("query", ["'", '"', "a\0b", "%", "' OR 1=1 --", "\ud800", "*", "NEAR(", ":*", MONITOR])
def test_no_text_breaks_a_question(made: Case, query: str) -> None:
    for ask in (selectors.claims_sought, selectors.documents_sought, selectors.incidents_sought):
        assert ask(query, size=2).found.total >= 0
    if "\0" not in query and "\ud800" not in query:  # no address gives these to a query of names
        assert selectors.voices_sought([query], size=2).found.total >= 0
        assert selectors.outlets_sought([query], size=2).found.total >= 0
