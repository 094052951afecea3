"""Accounts: standing figures, superseded ones, parts, positions, rulings, and sentences that say who holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.data.policies import load_policies
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.finding import Account, Finding
from stemma.model.incident import Incident
from stemma.model.origin import ClaimOrigin, Copy, Origin, Trace
from stemma.model.place import Place, PlaceCandidate
from stemma.model.ruling import ClaimRuling, Ruling
from stemma.model.time import DateRange
from stemma.model.value import Party, Toll
from stemma.reconcile import reconcile
from tests.factories import MADE_BY, claim, copy, document

SIDES = {"United States": "US-led coalition", "US-led coalition": "US-led coalition"}
DAY = DateRange("2031-03-03", "2031-03-03", "day")


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with the origin that trace would give it."""

    page: Document
    claim: Claim
    origin: Origin


def said(
    who: str,
    what: Toll | Party | Place | DateRange,
    text: str = "It was N.",
    *,
    quote: str = "N",
    outlet: str | None = None,
    published: str | None = "2031-03-04",
    kind: str = "toll",
    stance: str = "asserts",
    bloc: str | None = None,
    hedges: tuple[str, ...] = (),
) -> Said:
    """A page on which somebody says something; the outlet makes pages of one text differ."""
    page = document(text, label=outlet or who, outlet=outlet or who, published=published)
    made = claim(page, quote, what, kind=kind, stance=stance, hedges=hedges)  # type: ignore[arg-type]
    return Said(page, made, Origin(who.casefold(), who, "voice", bloc))


def dead(low: int | None, high: int | None = None, qualifier: str = "exact", **more: object) -> Toll:
    if qualifier == "exact":
        high = low
    return Toll("killed", low, high, qualifier, **more)  # type: ignore[arg-type]


def account(
    *all_said: Said, rulings: Sequence[Ruling] = (), as_of: str | None = None, copies: tuple[Copy, ...] = (),
    policy: str = "range", date: DateRange = DAY, place: Place | None = None,
) -> Account:  # fmt: skip
    pages = {s.page.id: s.page for s in all_said}
    origins = {s.origin.key: s.origin for s in all_said}
    trace = Trace(
        copies=copies,
        origins=tuple(origins[key] for key in sorted(origins)),
        claim_origins=tuple(ClaimOrigin(s.claim.id, s.origin.key, (s.origin.label,)) for s in all_said),
        made_by=MADE_BY,
    )
    aliases = tuple(sorted({s.claim.event.ref for s in all_said})) or ("none",)
    incident = Incident(aliases[0], aliases, "bombing", "Bombing, Zabra (Iraq), 3 Mar 2031", date, place)
    claims = [s.claim for s in all_said]
    rules = load_policies()[policy]
    return reconcile(incident, claims, pages.values(), trace, rules, rulings, bloc=SIDES.get, as_of=as_of)


def finding(
    made: Account, slot: str = "killed", *, victim_class: str | None = None, group: str | None = None
) -> Finding:
    return next(f for f in made.findings if (f.slot, f.victim_class, f.group) == (slot, victim_class, group))


def killed(*all_said: Said, **options: object) -> Finding:
    return finding(account(*all_said, **options))  # type: ignore[arg-type]


def ruled(act: str, one: Said) -> ClaimRuling:
    return ClaimRuling(f"{act}{one.claim.id}", act, one.claim.mention_id, one.claim.id, "all", "because", "ann")  # type: ignore[arg-type]


def test_the_range_runs_from_the_lowest_to_the_highest_and_says_who_holds_its_ends() -> None:
    found = killed(
        said("Army", dead(62)),
        said("Army", dead(62), outlet="Zabra Courier"),
        said("Monitor", dead(83)),
        said("Hospital", dead(70)),
    )
    assert (found.low, found.high, found.best, found.status) == (62, 83, None, "range")
    assert found.reason == (
        "62 to 83: 62 by Army through 2 documents; 83 by Monitor through 1 document; 1 more origin in between."
    )


def test_agreement_has_a_best_figure() -> None:
    found = killed(said("Army", dead(62)), said("Monitor", dead(62)))
    assert (found.low, found.high, found.best, found.status) == (62, 62, 62, "agreed")
    assert found.reason == "62: 2 origins agree, by Army and Monitor through 2 documents."


def test_one_origin_is_one_origin_however_many_pages_carry_it() -> None:
    made = account(*(said("Army", dead(62), outlet=f"Paper {i}") for i in range(9)))
    found = finding(made)
    assert (found.status, found.best) == ("single_origin", 62)
    assert (made.independent_origins, made.documents) == (1, 9)
    assert found.positions[0].origins[0].documents == 9


def test_the_latest_count_of_an_origin_stands_and_the_earlier_stays_published() -> None:
    found = killed(
        said("Monitor", dead(80, None, "at_least"), published="2031-03-04"),
        said("Monitor", dead(83), published="2031-03-06"),
        said("Army", dead(90)),
    )
    assert (found.low, found.high) == (83, 90)
    assert (found.published_low, found.published_high) == (80, 90)
    old = next(p for p in found.positions if p.superseded_by)
    assert (old.value.count.low, old.superseded_by) == (80, "83")  # type: ignore[union-attr]
    assert "overtaken: 80" in found.reason


def test_an_old_count_carried_on_later_does_not_come_back() -> None:
    found = killed(
        said("Monitor", dead(30), published="2031-03-04", outlet="A"),
        said("Monitor", dead(80), published="2031-03-05", outlet="B"),
        said("Monitor", dead(30), published="2031-03-09", outlet="C"),
    )
    assert (found.low, found.high) == (80, 80)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("An earlier count from that contact had stood at 30 soldiers.", "30"),
        ("The monitor first counted 30 dead, later 80.", "30"),
        ("Nearly 30 people died, the monitor had said first.", "30"),
        ("It is 80, up from 30.", "30"),
    ],
)
def test_a_count_that_its_text_calls_earlier_is_overtaken_also_without_dates(text: str, quote: str) -> None:
    early = said("Monitor", dead(30), text, quote=quote, published=None)
    found = killed(early, said("Monitor", dead(80), "Now 80.", quote="80", outlet="B", published=None))
    assert (found.low, found.high, found.published_low) == (80, 80, 30)


def test_words_about_another_figure_do_not_overtake() -> None:
    late = said("Monitor", dead(126), "It counted 126 dead. The previous toll was another matter.", quote="126")
    assert killed(late, said("Monitor", dead(112), published="2031-03-01")).low == 126


def test_none_overtakes_no_number() -> None:
    found = killed(said("Monitor", dead(52)), said("Monitor", dead(0), outlet="B", published="2031-03-09"))
    assert (found.low, found.high) == (52, 52)


def test_a_correction_downwards_overtakes_and_a_much_lower_count_does_not() -> None:
    first = said("Hospital", dead(500), published="2031-03-04")
    corrected = said("Hospital", dead(471), published="2031-03-06", outlet="B")
    partial = said("Hospital", dead(40), published="2031-03-08", outlet="C")
    assert killed(first, corrected).high == 471
    found = killed(first, corrected, partial)
    assert (found.low, found.high) == (471, 471)
    assert {p.superseded_by for p in found.positions} == {None, "471"}


def test_open_and_vague_counts() -> None:
    found = killed(
        said("A", dead(40, None, "at_least")),
        said("B", dead(None, 95, "up_to")),
        said("C", dead(90, 106, "between")),
        said("D", dead(None, None, "some", word="dozens")),
    )
    assert (found.low, found.high) == (40, 106)
    only_words = killed(said("D", dead(None, None, "some", word="dozens")))
    assert (only_words.low, only_words.high, only_words.status) == (None, None, "unknown")
    assert only_words.reason == "No number, only words: dozens."


def test_parts_stay_out_of_wholes() -> None:
    made = account(
        said("Monitor", dead(52)),
        said("Monitor", dead(6, group="Tarvo men", part_of="some mention"), outlet="B"),
        said("Unicef", dead(9, victim_class="children"), outlet="C"),
    )
    assert (finding(made).low, finding(made).high) == (52, 52)
    assert finding(made, group="tarvo men").low == 6
    assert finding(made, victim_class="children").high == 9


def test_children_are_the_whole_where_nobody_counts_more() -> None:
    assert killed(said("Unicef", dead(9, victim_class="children"))).low == 9


def test_denied_and_doubted_figures_are_shown_and_do_not_count() -> None:
    found = killed(
        said("Army", dead(62)),
        said("Ministry", dead(300), stance="denies"),
        said("Blog", dead(500), stance="questions"),
    )
    assert (found.low, found.high, found.published_high) == (62, 62, 62)
    assert [p.stance for p in found.positions] == ["asserts", "questions", "denies"]
    only = killed(said("Ministry", dead(300), stance="denies"))
    assert (only.status, only.reason) == ("denied", "Only denied: nobody asserts a number.")


def test_a_rejected_claim_drops_out_until_it_is_accepted() -> None:
    army, wrong = said("Army", dead(62)), said("Blog", dead(6200))
    assert killed(army, wrong, rulings=[ruled("reject", wrong)]).high == 62
    assert wrong.claim.id not in account(army, wrong, rulings=[ruled("reject", wrong)]).claims
    assert killed(army, wrong, rulings=[ruled("reject", wrong), ruled("accept", wrong)]).high == 6200


def test_a_ruling_about_another_reading_of_the_mention_waits() -> None:
    army, wrong = said("Army", dead(62)), said("Blog", dead(6200))
    stale = replace(ruled("reject", wrong), claim_id="what was read before")
    assert killed(army, wrong, rulings=[stale]).high == 6200


def test_an_accepted_count_is_never_overtaken() -> None:
    first = said("Monitor", dead(80), published="2031-03-04")
    later = said("Monitor", dead(83), published="2031-03-06", outlet="B")
    assert killed(first, later, rulings=[ruled("accept", first)]).low == 80


def test_as_of_a_day_leaves_out_what_came_later_or_at_no_known_time() -> None:
    made = [
        said("A", dead(20), published="2031-03-03"),
        said("B", dead(50), published="2031-03-05"),
        said("C", dead(9), published=None),
    ]
    then = account(*made, as_of="2031-03-04")
    assert (finding(then).high, then.documents, then.as_of) == (20, 1, "2031-03-04")
    assert account(said("B", dead(50), published="2031-03-05"), as_of="2031-03-04").findings == ()


def test_who_did_it_is_contested_where_sides_differ_or_the_accused_denies() -> None:
    def who(origin: str, party: str, stance: str = "asserts", bloc: str | None = None) -> Said:
        return said(origin, Party(party), kind="perpetrator", stance=stance, bloc=bloc)

    def status(*all_said: Said) -> str:
        return finding(account(*all_said), "perpetrator").status

    assert status(who("Syria", "United States"), who("CNN", "Israel")) == "contested"
    assert status(who("Syria", "United States"), who("Pentagon", "United States", "denies")) == "contested"
    assert status(who("Pentagon", "United States", "denies")) == "denied"
    assert status(who("Syria", "Israel"), who("CNN", "Israel")) == "agreed"
    assert status(who("Syria", "Israel"), who("Syria", "Israel")) == "single_origin"
    one_side = (
        who("A", "United States"),
        who("B", "US-led coalition"),
        who("US-led coalition", "x", "no_comment", "United States"),
    )
    assert status(*one_side) == "agreed", "a coalition and its leader are one bloc"
    told = finding(
        account(who("Syria", "United States"), who("CNN", "Israel"), who("Army", "Israel", "denies")), "perpetrator"
    )
    assert told.reason == "Contested: CNN says Israel; Syria says United States; Army denies Israel."


def test_places_of_one_gazetteer_entry_are_one_position() -> None:
    known = (PlaceCandidate("Zabra", 33.1, 44.5, 1.0, "IQ"),)
    made = account(
        said("A", Place("Zabra", 33.1, 44.5, 1, candidates=known), kind="place"),
        said("B", Place("Zobra", 33.1, 44.5, 1, candidates=known), kind="place"),
    )
    assert len(finding(made, "place").positions) == 1


def test_a_position_tells_when_it_was_put_forward_and_whether_only_with_a_hedge() -> None:
    found = killed(
        said("A", dead(5), published="2031-03-06", hedges=("reportedly",)),
        said("B", dead(5), published="2031-03-04T10:00:00", hedges=("if confirmed",)),
        said("C", dead(6), published=None),
    )
    five = next(p for p in found.positions if p.value.count.low == 5)  # type: ignore[union-attr]
    assert (five.first, five.last, five.hedged) == ("2031-03-04", "2031-03-06", True)
    six = next(p for p in found.positions if p.value.count.low == 6)  # type: ignore[union-attr]
    assert (six.first, six.hedged) == (None, False)


def test_copies_among_the_pages_are_counted() -> None:
    one, other = said("A", dead(5)), said("B", dead(5))
    assert account(one, other, copies=(copy(one.page, other.page),)).copies == 1


def test_findings_come_in_the_order_of_slots_and_every_claim_is_quoted() -> None:
    made = account(
        said("A", Party("Nobody"), kind="perpetrator"), said("A", dead(5)), said("B", dead(2, victim_class="women")),
        said("A", Toll("injured", 7, 7, "exact")),
    )  # fmt: skip
    assert [(f.slot, f.victim_class) for f in made.findings] == [
        ("killed", None), ("killed", "women"), ("injured", None), ("perpetrator", None),
    ]  # fmt: skip
    assert len(made.claims) == 4
    assert all(made.claims[i].origin for p in finding(made).positions for s in p.origins for i in s.claims)


def test_nobody_says_anything() -> None:
    made = account()
    assert (made.findings, made.independent_origins) == ((), 0)


COUNTS = st.builds(
    said,
    st.sampled_from(["Army", "Monitor", "Hospital"]),
    st.one_of(
        st.integers(0, 99).map(dead),
        st.integers(0, 99).map(lambda n: dead(n, None, "at_least")),
        st.just(dead(None, None, "some", word="dozens")),
        st.integers(1, 20).map(lambda n: dead(n, victim_class="children")),
    ),
    outlet=st.sampled_from(["A", "B", "C"]),
    published=st.sampled_from([None, "2031-03-04", "2031-03-05"]),
    stance=st.sampled_from(["asserts", "asserts", "denies"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(COUNTS, max_size=12, unique_by=lambda one: one.claim.id), st.randoms())
def test_ranges_hold_whatever_is_said_in_whatever_order(all_said: list[Said], random: object) -> None:
    made = account(*all_said)
    shuffled = list(all_said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert account(*shuffled) == made
    for found in made.findings:
        assert (found.low is None) == (found.high is None)
        if found.low is not None and found.high is not None:
            assert found.published_low is not None
            assert found.published_high is not None
            assert found.published_low <= found.low <= found.high <= found.published_high
        assert found.best is None or found.low == found.high == found.best
        assert found.reason.endswith(".")
