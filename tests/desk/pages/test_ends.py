from __future__ import annotations

from dataclasses import replace

from stemma.desk.drawing.sigla import sigla
from stemma.desk.pages.ends import SHOWN, EndLine, end_lines, with_ways
from stemma.desk.pages.findings import headlines
from tests.desk.factories import STAFF, Case, Told, barracks, case, toll


def ends(made: Case) -> dict[str, EndLine]:
    return {end.anchor: end for end in end_lines(made.account, made.documents, sigla(made.account))}


def test_an_end_of_several_claims_lists_them_by_origin_the_earliest_first() -> None:
    made = barracks()
    low = ends(made)["end-killed-low"]
    (staff,) = low.holders
    assert (low.heading, low.figure, low.origins, low.claims) == ("Lower end", "62", 1, 5)
    assert (staff.label, len(staff.claims), staff.more) == (STAFF, SHOWN, 5 - SHOWN)
    assert low.href == "#end-killed-low"
    documents = {document.id: document for document in made.documents}
    days = [documents[claim.href.split("/")[2]].published for claim in staff.claims]
    assert days == sorted(days, key=str)


def test_an_end_of_one_claim_leads_to_its_words() -> None:
    made = barracks()
    high = ends(made)["end-killed-high"]
    ((claim,),) = [holder.claims for holder in high.holders]
    assert high.href == claim.href
    document, _, anchor = claim.href.partition("#m-")
    assert made.account.claims[anchor].document == document.split("/")[2]


def test_the_head_s_figure_is_cut_at_its_ends() -> None:
    made = barracks()
    killed = with_ways(headlines(made.account), ends(made).values())[0]
    assert [(part.text, bool(part.href)) for part in killed.parts] == [("62", True), ("–", False), ("106", True)]
    assert "".join(part.text for part in killed.parts) == killed.figure


def test_one_figure_of_all_leads_once_and_a_best_one_as_well() -> None:
    told = [Told(f"a{n}", "2016-09-17", ("Post", f"X{n}"), toll(number)) for n, number in enumerate((7, 7, 9))]
    agreed = case(told[:2], label="L", killed=(7, 7))
    assert [end.heading for end in ends(agreed).values()] == ["Figure"]
    both = case(told, label="L", killed=(7, 9))
    (killed, *others) = both.account.findings
    best = replace(both, account=replace(both.account, findings=(replace(killed, best=7), *others)))
    assert [(end.heading, end.figure) for end in ends(best).values()] == [("Lower end", "7"), ("Upper end", "9")]


def test_a_number_that_is_nobody_s_own_leads_nowhere() -> None:
    made = barracks()
    killed, *others = made.account.findings
    ruled = replace(made, account=replace(made.account, findings=(replace(killed, high=500), *others)))
    high = ends(ruled)["end-killed-high"]
    assert (high.href, high.holders) == ("", ())
    parts = with_ways(headlines(ruled.account), ends(ruled).values())[0].parts
    assert [(part.text, bool(part.href)) for part in parts] == [("62", True), ("–500", False)]
