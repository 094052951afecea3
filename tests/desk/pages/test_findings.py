from __future__ import annotations

from dataclasses import replace

from stemma.desk.drawing.lineage import lineage
from stemma.desk.drawing.sigla import sigla
from stemma.desk.pages.findings import finding_lines, headlines, place_line, point
from stemma.desk.pages.origin_groups import origin_groups
from stemma.desk.pages.ways import ways
from stemma.model.finding import Finding, Position
from stemma.model.place import Place
from stemma.model.value import Means, Party, Statement
from tests.desk.factories import COLONEL, STAFF, WIRE, Told, barracks, case, toll


def test_a_finding_tells_its_range_and_who_backs_what() -> None:
    account = barracks().account
    killed, injured, blame = finding_lines(account, sigla(account))
    assert (killed.figure, killed.status_label) == ("62–106", "Range")
    assert [line.value for line in killed.positions] == ["62", "83", "90–106", "dozens"]
    assert [(line.value, line.superseded) for line in killed.earlier] == [("at least 30", "83")]
    assert killed.positions[2].hedged
    assert [(b.siglum, b.label, b.documents) for b in killed.positions[0].backers] == [("α", STAFF, 5)]
    assert injured.figure == "Unknown"
    assert [line.stance for line in blame.positions] == ["", "denies"]


def test_a_published_range_is_told_where_it_is_wider() -> None:
    account = barracks().account
    killed = replace(account.findings[0], published_low=30, published_high=106)
    same = replace(killed, published_low=62)
    lines = finding_lines(replace(account, findings=(killed, same)), {})
    assert [line.published for line in lines] == ["30–106", None]


def test_headlines_say_unknown_and_never_zero() -> None:
    told = [Told("a", "2016-09-17", ("Post", "X"), toll(None, None, "some", word="scores"))]
    assert [(h.heading, h.figure) for h in headlines(case(told, label="L").account)] == [
        ("Killed", "scores"),
        ("Injured", "Unknown"),
    ]
    blamed = [Told(f"a{i}", "2016-09-17", ("Post", f"X{i}"), Party(f"P{i}")) for i in range(3)]
    assert headlines(case(blamed[:2], label="L").account)[-1].figure == "P0 or P1"
    assert headlines(case(blamed, label="L").account)[-1].figure == "3 positions"


def test_a_class_of_victims_is_a_part_and_never_the_headline() -> None:
    account = barracks().account
    killed = account.findings[0]
    children = replace(killed, victim_class="children", low=6, high=9)
    both = replace(account, findings=(children, killed))
    assert [line.group for line in finding_lines(both, {})] == ["children", None]
    assert headlines(both)[0].figure == "62–106"
    assert headlines(replace(account, findings=(children,)))[0].figure == "6–9"


def test_a_lesser_finding_is_told_in_a_line() -> None:
    account = barracks().account
    values = (Means("bomb"), Means("rocket"), Statement("a word " * 40))
    positions = tuple(Position(value, "asserts", (), None, None) for value in values)
    means = Finding("means", "range", positions, "said by three")
    (line,) = finding_lines(replace(account, findings=(means,)), {})
    assert (line.figure, line.lesser) == ("bomb and 2 more", True)
    (long,) = finding_lines(replace(account, findings=(replace(means, positions=positions[2:]),)), {})
    assert len(long.figure) <= 90


def test_a_place_tells_how_exactly_it_is_known() -> None:
    assert place_line(Place("T", 35.3, 40.1, 2, 5.0)) == "near a known place, within 5 km"
    assert place_line(Place("T")) == "not located"
    assert place_line(None) == "Unknown"
    assert point(Place("T", -35.3, 40.129, 2)) == "35.30° S, 40.13° E"
    assert point(Place("T")) is None


def test_claims_stand_under_their_origin_told_once_for_all_who_carry_them() -> None:
    made = barracks()
    groups = origin_groups(made.account, made.trace, made.documents, sigla(made.account))
    assert [group.siglum for group in groups] == list("αβγδε")
    staff = groups[0]
    assert [(said.value, said.documents) for said in staff.said] == [
        ("62 killed", 5), ("more than 100 injured", 1), ("Western Coalition", 1),
    ]  # fmt: skip
    carried = [claim for words in staff.said[0].words for claim in words.carried]
    blog = next(claim for claim in carried if claim.outlet == "The Ledger Blog")
    assert (blog.relays, blog.voices) == (f"Zero Line ‹ {WIRE}", f"{COLONEL}, on the word of {STAFF}")
    assert sorted(len(words.carried) for words in staff.said[0].words) == [1, 4]


def test_every_way_is_a_row() -> None:
    made = barracks()
    rows = ways(lineage(made.account, made.trace, made.documents), made.documents)
    assert len(rows) == 13
    blog = next(row for row in rows if row.outlet == "The Ledger Blog")
    assert (blog.siglum, blog.via) == ("α", (COLONEL, WIRE, "Zero Line"))
    assert [row.outlet for row in rows if row.copied] == ["Copycat News"]
