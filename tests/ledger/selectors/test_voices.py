"""Voices: pages of the list, and what one has said, through whom, of whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from tests.desk.factories import COLONEL, MONITOR, STAFF, WIRE, Case, Told, barracks, case, toll
from tests.desk.ledgers import fill

STAFF_KEY, MONITOR_KEY = f"origin:{STAFF}", f"origin:{MONITOR}"


@pytest.fixture
def made(ledger: Path) -> Case:
    made = barracks()
    later = case([Told("z", "2017-01-02", ("North Daily", STAFF), toll(5))], label="Another strike")
    fill(ledger, [made, later])
    return made


def test_voices_come_in_pages_those_of_most_claims_first(made: Case) -> None:
    every = selectors.voices_listed("", kind=None, sort="claims", page=1, size=100)
    assert [(row.origin.label, row.claims, row.documents, row.incidents) for row in every.rows][:2] == [
        (STAFF, 8, 6, 2), (MONITOR, 5, 5, 1),
    ]  # fmt: skip
    second = selectors.voices_listed("", kind=None, sort="claims", page=2, size=2)
    assert (second.total, second.pages, second.rows) == (len(every.rows), 3, every.rows[2:4])
    named = selectors.voices_listed("", kind=None, sort="label", page=1, size=100)
    assert [row.origin.label for row in named.rows] == sorted(row.origin.label for row in every.rows)


def test_voices_are_found_by_name_and_kind(made: Case) -> None:
    found = selectors.voices_listed("gENERAL", kind="voice", sort="claims", page=1, size=9)
    assert [row.origin.key for row in found.rows] == [STAFF_KEY]
    outlets = selectors.voices_listed("", kind="outlet", sort="claims", page=1, size=9)
    assert [row.origin.label for row in outlets.rows] == ["Valley Observer"]
    assert selectors.voices_listed("", kind="anonymous", sort="label", page=1, size=9).total == 0


def test_one_voice_in_numbers(made: Case) -> None:
    assert selectors.voice(STAFF_KEY).label == STAFF
    totals = selectors.voice_totals(STAFF_KEY)
    assert (totals.claims, totals.documents, totals.incidents) == (8, 6, 2)
    assert (totals.first, totals.last) == ("2016-09-17", "2017-01-02")
    with pytest.raises(NotFoundError, match="voice"):
        selectors.voice(STAFF)


def test_it_spoke_of_the_latest_incident_last(made: Case) -> None:
    listed = selectors.spoken_of(STAFF_KEY, by="", page=1, size=1)
    assert (listed.total, listed.pages, listed.rows[0].last) == (2, 2, "2017-01-02")
    rows = selectors.said_of(STAFF_KEY, made.account.id, by="", most=100)
    days = [row.document.published for row in rows]
    assert days == sorted(days, key=str)
    assert {row.origin.key for row in rows if row.origin} == {STAFF_KEY}
    assert len(selectors.said_of(STAFF_KEY, made.account.id, by="", most=3)) == 3
    assert selectors.said_of(STAFF_KEY, None, by="", most=3) == ()


def test_a_speaker_s_words_can_be_taken_alone(made: Case) -> None:
    assert selectors.speakers(STAFF_KEY) == {STAFF: 8, COLONEL: 6}
    assert selectors.voice_totals(STAFF_KEY, by=COLONEL).claims == 6
    assert selectors.voice_totals(STAFF_KEY, by="col. varga").claims == 0
    assert selectors.spoken_of(STAFF_KEY, by=COLONEL, page=1, size=9).total == 1
    assert "State Agency" not in selectors.carriers(STAFF_KEY, by=COLONEL)


def test_carriers_are_counted_by_document(made: Case) -> None:
    assert selectors.carriers(MONITOR_KEY, by="")["Lake Broadcaster"] == 2
    assert selectors.is_outlet(WIRE)
    assert not selectors.is_outlet(STAFF)


def test_who_accused_whom_and_who_denies_it(made: Case) -> None:
    (said,) = selectors.accused(STAFF_KEY, by="")
    assert (said.who, said.stance, said.claims, said.incidents) == ("Western Coalition", "asserts", 1, 1)
    assert [(found.who, found.stance) for found in selectors.accusers(["Western Coalition"])] == [
        ("origin:Coalition Command", "denies"), (STAFF_KEY, "asserts"),
    ]  # fmt: skip
    assert selectors.accusers(["western coalition", "%"]) == ()
    assert set(selectors.voices_by_key([STAFF_KEY, "absent"])) == {STAFF_KEY}


def test_findings_hold_a_voice_s_positions_alone(made: Case) -> None:
    found = selectors.findings_of(MONITOR_KEY, [made.account.id, "absent"])
    (killed,) = found[made.account.id]
    assert [position.superseded_by for position in killed.positions] == ["83", None]
    assert set(found) == {made.account.id}
    assert set(selectors.incidents_by_id([made.account.id, "absent"])) == {made.account.id}


def test_what_was_said_when_is_counted_by_month(made: Case) -> None:
    found = selectors.spoken_months(STAFF_KEY, by="")
    assert [(one.month, one.kind, one.stance, one.claims) for one in found] == [
        ("2016-09", "perpetrator", "asserts", 1), ("2016-09", "toll", "asserts", 6), ("2017-01", "toll", "asserts", 1),
    ]  # fmt: skip


def test_a_list_counts_what_is_quickly_counted(made: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stemma.ledger.selectors.voices.COUNTED", 5)
    rows = selectors.voices_listed("", kind=None, sort="claims", page=1, size=2).rows
    assert [(row.claims, row.documents, row.incidents) for row in rows] == [(8, None, None), (5, 5, 1)]
