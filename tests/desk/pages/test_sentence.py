from __future__ import annotations

from dataclasses import replace

from stemma.desk.pages.blame import blame_rows
from stemma.desk.pages.sentence import finding_sentence
from stemma.model.finding import Account, Finding
from stemma.model.value import Party
from tests.desk.factories import Told, barracks, case, toll


def only(account: Account, *slots: str) -> Account:
    return replace(account, findings=tuple(f for f in account.findings if f.slot in slots))


def killed(low: int | None, high: int | None) -> str:
    account = only(barracks().account, "killed")
    (finding,) = account.findings
    return finding_sentence(replace(account, findings=(replace(finding, low=low, high=high),)))


def test_the_finding_in_a_sentence() -> None:
    assert finding_sentence(barracks().account) == (
        "Between 62 and 106 people are reported killed, on the word of 4 independent origins. "
        "Who did it is contested: Western Coalition (1 origin); that it was Western Coalition is denied."
    )


def test_every_shape_of_range_has_its_words() -> None:
    assert killed(62, 62).startswith("62 people are reported killed, on the word")
    assert killed(1, 1).startswith("1 person is reported killed")
    assert killed(40, None).startswith("At least 40 people are reported killed")
    assert killed(None, 90).startswith("Up to 90 people are reported killed")
    assert killed(None, None).startswith("Some are reported killed, without a number")
    assert killed(1, 1).endswith("No report held here says who did it.")


def test_blocs_are_counted_beside_origins() -> None:
    account = only(barracks().account, "killed")
    (finding,) = account.findings
    blocs = iter(["North", "South", "North", None])
    positions = tuple(
        replace(p, origins=tuple(replace(s, bloc=next(blocs)) for s in p.origins)) if p.superseded_by is None else p
        for p in finding.positions
    )
    told = finding_sentence(replace(account, findings=(replace(finding, positions=positions),)))
    assert "4 independent origins in 2 blocs (1 of no known bloc)" in told


def test_what_nobody_says_is_said() -> None:
    assert finding_sentence(only(barracks().account)) == (
        "No report held here says how many were killed in all. No report held here says who did it."
    )


def test_a_single_name_is_no_contest_and_a_bare_denial_no_name() -> None:
    named = case([Told("a", "2016-09-17", ("Post", "X"), Party("Army"))], label="L").account
    (finding,) = named.findings
    agreed = replace(named, findings=(replace(finding, status="single_origin"),))
    assert finding_sentence(agreed).endswith("It is put down to Army (1 origin).")
    denied = case([Told("a", "2016-09-17", ("Post", "X"), Party("Army"), stance="denies")], label="L").account
    assert finding_sentence(denied).endswith("Nobody is said to have done it; that it was Army is denied.")


def test_a_long_list_of_parties_is_cut() -> None:
    told = [Told(f"d{i}", "2016-09-17", ("Post", f"V{i}"), Party(f"Party {i}")) for i in range(6)]
    assert "Party 0 (1 origin), Party 1 (1 origin), Party 2 (1 origin) and 3 others" in finding_sentence(
        case(told, label="L").account
    )


def test_each_origin_on_each_party_is_a_row() -> None:
    account = barracks().account
    finding = next(f for f in account.findings if f.slot == "perpetrator")
    rows = blame_rows(finding, {})
    assert [(row.party, row.stance, row.origin.label, row.stands) for row in rows] == [
        ("Western Coalition", "asserts", "General Staff", True),
        ("Western Coalition", "denies", "Coalition Command", True),
    ]
    assert blame_rows(None, {}) == ()


def test_what_an_origin_took_back_comes_last_and_says_so() -> None:
    told = [
        Told("a", "2016-09-17", ("Post", "X"), Party("Army"), superseded_by="Navy"),
        Told("b", "2016-09-18", ("Post", "X"), Party("Navy"), hedges=("may",)),
        Told("c", "2016-09-18", ("Post", "Y"), Party("Navy")),
    ]
    finding: Finding = case(told, label="L").account.findings[0]
    rows = blame_rows(finding, {})
    assert [(row.party, row.hedged, row.stands) for row in rows] == [
        ("Navy", True, True), ("Navy", False, True), ("Army", False, False),
    ]  # fmt: skip


def test_toll_alone_tells_of_no_party() -> None:
    account = case([Told("a", "2016-09-17", ("Post", "X"), toll(5))], label="L", killed=(5, 5)).account
    assert finding_sentence(account) == (
        "5 people are reported killed, on the word of 1 independent origin. No report held here says who did it."
    )
