"""References to incidents: what joins them, what keeps them apart, and that order does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.link import link
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.incident import Linking
from stemma.model.place import Place
from stemma.model.ruling import Ruling, Sameness, SamenessRuling, claim_ruling
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.model.value import Toll
from tests.factories import document, reference, toll

TARVO = Place("Tarvo", 46.50, 13.58, 1, 3.0, "IT")
ZABRA = Place("Zabra", 33.10, 44.50, 1, 3.0, "IQ")
NEAR_ZABRA = Place("Tell Zabra", 33.14, 44.47, 1, 2.0, "IQ")
IRAQ = Place("Iraq", 33.0, 44.0, 6, 500.0, "IQ")


def on(day: str) -> DateRange:
    return DateRange(day, day, "day")


@dataclass(frozen=True, slots=True)
class Report:
    """One page with its claims and events."""

    page: Document
    events: tuple[EventReference, ...]
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The reference to its own event."""
        return self.events[0].id


def report(
    text: str,
    outlet: str,
    *,
    published: str | None = None,
    date: DateRange = UNKNOWN_DATE,
    place: Place | None = None,
    kind: str = "bombing",
    dead: int | None = None,
) -> Report:
    """A page about one event, with a toll on the words "{dead} people" where there is one."""
    page = document(text, label=outlet, outlet=outlet, published=published)
    own = reference(page, event=kind, date=date, place=place)
    return Report(page, (own,), (toll(page, f"{dead} people", dead, event=own),) if dead else ())


def recalling(
    first: Report, text: str, *, date: DateRange, place: Place | None = None, dead: int, whole: bool = False
) -> Report:
    """The same page with one more sentence about another event."""
    page = document(f"{first.page.text} {text}", outlet=first.page.outlet, published=first.page.published)
    own = replace(reference(page), type=first.events[0].type, date=first.events[0].date, place=first.events[0].place)
    other = replace(reference(page, "recalled", event="bombing", date=date, place=place, background=True), whole=whole)
    tolls = [toll(page, f"{dead} people", dead, event=other)]
    tolls += [
        toll(page, one.quote.text, one.value.low, event=own) for one in first.claims if isinstance(one.value, Toll)
    ]
    return Report(page, (own, other), tuple(tolls))


def linked(reports: Sequence[Report], rulings: Sequence[Ruling] = ()) -> Linking:
    return link(
        [r.page for r in reports],
        [claim for r in reports for claim in r.claims],
        [event for r in reports for event in r.events],
        load_rules(),
        rulings,
    )


def together(reports: Sequence[Report], rulings: Sequence[Ruling] = ()) -> bool:
    home = {one.event_ref_id: one.incident_id for one in linked(reports, rulings).links}
    return len({home[r.id] for r in reports}) == 1


def ruling(act: Sameness, a: str, b: str) -> SamenessRuling:
    return SamenessRuling(f"{act}{a}{b}", act, a, b, "because", "ann")


MARKET = report(
    "A bomb in a handcart tore through the fish market of Zabra on Monday, killing 21 people, the hospital director "
    "Nadim Farhan said. Stalls near the Sabil fountain burned.",
    "Zabra Courier", published="2031-03-04", date=on("2031-03-03"), place=ZABRA, dead=21,
)  # fmt: skip
MARKET_AGAIN = report(
    "At least 21 people died when a handcart exploded among fish sellers by the Sabil fountain in Zabra, according to "
    "Nadim Farhan, who runs the hospital.",
    "Ferry Post", published="2031-03-04", date=on("2031-03-03"), place=NEAR_ZABRA, dead=21,
)  # fmt: skip
BARRACKS = report(
    "A lorry full of explosives was driven into the barracks of Zabra on Tuesday and 56 people lost their lives, "
    "Colonel Idris Haddo of the garrison said.",
    "Quay Mail", published="2031-03-05", date=on("2031-03-04"), place=ZABRA, dead=56,
)  # fmt: skip
FERRY = report(
    "Gunmen fired on the night ferry at Tarvo pier; 7 people were hurt fatally, the coast guard of Tarvo said.",
    "Hill News", published="2031-03-04", date=on("2031-03-03"), place=TARVO, kind="shooting", dead=7,
)  # fmt: skip
UNDATED = report(
    "Nadim Farhan counted 21 people dead in his hospital after the handcart bomb at the Sabil fountain in Zabra.",
    "Dune Echo", place=ZABRA, dead=21,
)  # fmt: skip
WRONG_CLOCK = report(
    "Cart bomb kills 21 people at the fish market of Zabra, hospital head Nadim Farhan said, near the Sabil fountain.",
    "Reed Blog", published="2034-01-09", place=ZABRA, dead=21,
)  # fmt: skip


def test_two_reports_of_one_attack_are_one_incident() -> None:
    assert together([MARKET, MARKET_AGAIN])


def test_the_same_town_struck_twice_in_two_days_is_two_incidents() -> None:
    result = linked([MARKET, MARKET_AGAIN, BARRACKS])
    assert [len(incident.aliases) for incident in result.incidents].count(2) == 1
    assert len(result.incidents) == 2


def test_the_same_figure_elsewhere_is_another_event() -> None:
    elsewhere = report(
        "A gas bottle blew up in a bakery of Tarvo and 21 people died under the roof, firemen said.",
        "Hill News", published="2031-03-04", date=on("2031-03-03"), place=TARVO, kind="explosion_accident", dead=21,
    )  # fmt: skip
    assert not together([MARKET, elsewhere])


@pytest.mark.parametrize("late", [UNDATED, WRONG_CLOCK])
def test_no_date_or_a_wrong_page_date_does_not_keep_a_report_away(late: Report) -> None:
    result = linked([MARKET, MARKET_AGAIN, late])
    (incident,) = result.incidents
    assert incident.date == on("2031-03-03")


def test_a_recalled_event_joins_the_incident_it_recalls() -> None:
    later = recalling(
        BARRACKS,
        "On Monday a handcart bomb by the Sabil fountain in Zabra had killed 21 people, Nadim Farhan said.",
        date=on("2031-03-03"), place=ZABRA, dead=21,
    )  # fmt: skip
    home = {one.event_ref_id: one.incident_id for one in linked([MARKET, MARKET_AGAIN, later]).links}
    assert home[later.events[1].id] == home[MARKET.id] != home[later.events[0].id]


def test_a_wars_whole_joins_nothing() -> None:
    later = recalling(BARRACKS, "The war has killed 9000 people.", date=UNKNOWN_DATE, dead=9000, whole=True)
    result = linked([MARKET, later])
    assert later.events[1].id not in {one.event_ref_id for one in result.links}


def test_a_recalled_date_of_which_nothing_is_said_is_no_incident() -> None:
    page = BARRACKS.page
    bare = reference(page, "recalled", event="other", date=on("2020-01-01"), background=True)
    result = linked([replace(BARRACKS, events=(*BARRACKS.events, bare))])
    assert [incident.aliases for incident in result.incidents] == [(BARRACKS.id,)]


def test_an_incident_takes_its_smallest_alias_its_commonest_type_and_its_best_place() -> None:
    stranger = replace(UNDATED, events=(replace(UNDATED.events[0], place=IRAQ, type="other"),))
    (incident,) = linked([MARKET, MARKET_AGAIN, stranger]).incidents
    assert incident.aliases == tuple(sorted(r.id for r in (MARKET, MARKET_AGAIN, UNDATED)))
    assert incident.id == incident.aliases[0]
    assert incident.type == "bombing"
    assert incident.place in (ZABRA, NEAR_ZABRA)
    assert incident.label in ("Bombing, Zabra (Iraq), 3 Mar 2031", "Bombing, Tell Zabra (Iraq), 3 Mar 2031")


def test_candidate_days_close_when_linked() -> None:
    mondays = DateRange("2031-03-01", "2031-03-31", "month", candidates=("2031-03-03", "2031-03-10", "2031-03-17"))
    open_ = replace(UNDATED, events=(replace(UNDATED.events[0], date=mondays),))
    assert linked([open_]).incidents[0].date == mondays
    assert linked([MARKET, open_]).incidents[0].date == on("2031-03-03")


def test_a_month_is_not_taken_for_its_first_day() -> None:
    month = DateRange("2031-03-01", "2031-03-31", "month")
    vague = replace(UNDATED, events=(replace(UNDATED.events[0], date=month),))
    (incident,) = linked([vague]).incidents
    assert incident.date == month
    assert incident.label.endswith("Mar 2031")


def test_links_say_why() -> None:
    result = linked([MARKET, MARKET_AGAIN])
    reasons = {reason.feature: reason for reason in result.links[0].reasons}
    assert {"text", "names", "place", "day", "figures"} <= set(reasons)
    assert reasons["figures"].detail == "21 killed"
    assert reasons["day"].detail == "2031-03-03"
    assert "farhan" in reasons["names"].detail
    assert [abs(r.weight) for r in result.links[0].reasons] == sorted(
        (abs(r.weight) for r in result.links[0].reasons), reverse=True
    )


def test_people_may_join_and_part() -> None:
    assert together([MARKET, FERRY], [ruling("same", MARKET.id, FERRY.id)])
    assert not together([MARKET, MARKET_AGAIN], [ruling("different", MARKET.id, MARKET_AGAIN.id)])
    undone = [ruling("different", MARKET.id, MARKET_AGAIN.id), ruling("same", MARKET_AGAIN.id, MARKET.id)]
    assert together([MARKET, MARKET_AGAIN], undone), "the last ruling of a pair holds"


def test_a_rejected_claim_says_nothing() -> None:
    claim = UNDATED.claims[0]
    no = claim_ruling("reject", claim.mention_id, claim.id, field="all", reason="misread", actor="ann", at="2031-04-01")
    pages = [MARKET, UNDATED]

    def figures(rulings: Sequence[Ruling]) -> list[str]:
        reasons = [reason for one in linked(pages, rulings).links for reason in one.reasons]
        return [reason.detail for reason in reasons if reason.feature == "figures"]

    assert figures([]) == ["21 killed", "21 killed"]
    assert figures([no]) == []


def test_parted_references_stay_apart_in_company() -> None:
    company = [MARKET, MARKET_AGAIN, UNDATED, WRONG_CLOCK]
    result = linked(company, [ruling("different", MARKET.id, MARKET_AGAIN.id)])
    home = {one.event_ref_id: one.incident_id for one in result.links}
    assert home[MARKET.id] != home[MARKET_AGAIN.id]
    assert not any({s.a, s.b} == {home[MARKET.id], home[MARKET_AGAIN.id]} for s in result.suggestions)


def test_what_is_near_but_not_near_enough_is_suggested_until_a_person_cannot_tell() -> None:
    doubtful = report("Residents speak of 19 people dead.", "Reed Blog", place=ZABRA, dead=19)
    result = linked([MARKET, doubtful])
    assert len(result.incidents) == 2
    assert [{s.a, s.b} for s in result.suggestions] == [{MARKET.id, doubtful.id}]
    assert linked([MARKET, doubtful], [ruling("unsure", MARKET.id, doubtful.id)]).suggestions == ()


ALL = [MARKET, MARKET_AGAIN, BARRACKS, FERRY, UNDATED, WRONG_CLOCK]


@settings(max_examples=20, deadline=None)
@given(st.permutations(ALL))
def test_order_changes_nothing(reports: list[Report]) -> None:
    assert linked(reports) == linked(ALL)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["harvest", "bridge", "choir", "ledger", "kite", "lantern", "orchard"]), min_size=3, max_size=30
    ),
    st.sampled_from(["2029-11-02", "2031-03-04", None]),
)
def test_an_unrelated_page_changes_no_incident(words: list[str], published: str | None) -> None:
    stranger = report(" ".join(words), "Far Herald", published=published, kind="other")
    before = {incident.id: incident for incident in linked(ALL).incidents}
    after = {incident.id: incident for incident in linked([*ALL, stranger]).incidents}
    assert {k: v for k, v in after.items() if k != stranger.id} == before


def test_nothing_gives_nothing() -> None:
    assert linked([]).incidents == ()
