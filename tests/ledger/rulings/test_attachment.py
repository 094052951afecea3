"""Rulings and re-reading: kept where what was ruled on is unchanged, queued where it is not, and none lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import LedgerError
from stemma.ledger.rulings.attachment import Attachment, Ground, attach, differing, standing_on_claims
from stemma.ledger.rulings.effect import effect
from stemma.model.claim import Claim, Reading, claim_event, claim_id
from stemma.model.content import Content, Field, content_of
from stemma.model.ruling import Act, ClaimRuling
from stemma.model.value import Toll
from stemma.model.voice import Voice
from tests import factories

PAGE = factories.document("A strike killed 40 people, a mayor and a nurse said.")
MAIN, OTHER = factories.reference(PAGE), factories.reference(PAGE, "other", background=True)
READ = factories.toll(PAGE, "40", 40, voices=["A mayor"])
FIELDS: tuple[Field, ...] = ("value", "voice", "stance", "event")


def named(claim: Claim) -> Claim:
    return replace(claim, id=claim_id(claim))


def told(
    value: int = 40, voice: str = "A mayor", *, denied: bool = False, other: bool = False, hedged: bool = False
) -> Claim:
    """The claim of the page, read another way."""
    return named(
        replace(
            READ,
            value=Toll("killed", value, value, "exact"),
            voices=(Voice(voice),),
            stance="denies" if denied else "asserts",
            event=claim_event(OTHER if other else MAIN),
            hedges=("if confirmed",) if hedged else (),
        )
    )


CLAIMS = st.builds(
    told,
    st.sampled_from([40, 41, 14]),
    st.sampled_from(["A mayor", "A nurse"]),
    denied=st.booleans(),
    other=st.booleans(),
    hedged=st.booleans(),
)
ALL: dict[str, Claim] = {
    claim.id: claim
    for claim in (
        told(value, voice, denied=denied, other=other, hedged=hedged)
        for value in (40, 41, 14, 99)
        for voice in ("A mayor", "A nurse", "A clerk")
        for denied in (False, True)
        for other in (False, True)
        for hedged in (False, True)
    )
}
CORRECTED = {
    "value": Content(value=Toll("killed", 99, 99, "exact")),
    "voice": Content(voices=(Voice("A clerk"),)),
    "stance": Content(stance="questions"),
    "event": Content(event=claim_event(OTHER)),
}


@dataclass
class Desk:
    """Rulings as people would make them, numbered."""

    made: list[ClaimRuling]

    def rule(self, act: Act, claim: Claim, field: Field = "all") -> ClaimRuling:
        content, before = (CORRECTED[field], content_of(claim, field)) if act == "correct" else (None, None)
        name = f"r{len(self.made)}"
        self.made.append(ClaimRuling(name, act, claim.mention_id, claim.id, field, "why", "who", content, before))
        return self.made[-1]


def ground(*together: Iterable[Claim]) -> Ground:
    """Claims of a group stood in one reading; every other alone."""

    def company(name: str) -> Set[str]:
        return {name}.union(*(ids for group in together if name in (ids := {claim.id for claim in group})))

    return Ground(ALL, company, {MAIN.id, OTHER.id})


def attached(rulings: Sequence[ClaimRuling], *now: Claim, together: Iterable[Iterable[Claim]] = ()) -> Attachment:
    return attach(rulings, now, ground(*together, now))


RULED = st.one_of(
    st.tuples(st.sampled_from(["accept", "reject"]), st.sampled_from([*FIELDS, "all"])),
    st.tuples(st.just("correct"), st.sampled_from(FIELDS)),
)


@given(CLAIMS, CLAIMS, RULED)
def test_a_ruling_is_kept_if_and_only_if_its_field_is_unchanged(
    seen: Claim, now: Claim, ruled: tuple[Act, Field]
) -> None:
    act, field = ruled
    made = Desk([]).rule(act, seen, field)
    found = attached([made], now)
    same = seen.id == now.id if field == "all" else content_of(seen, field) == content_of(now, field)
    assert [kept.ruling for kept in found.kept] == ([made] if same else [])
    assert [(one.ruling, one.seen, one.now) for one in found.queued] == ([] if same else [(made, seen, (now,))])


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[ClaimRuling], list[Claim]]:
    """Rulings on any readings of one mention, withdrawals among them, and what is read there now."""
    desk = Desk([])
    for _ in range(draw(st.integers(0, 6))):
        claim = draw(CLAIMS)
        act, field = draw(st.one_of(RULED, st.just(("withdraw", "all"))))
        desk.rule(act, claim, field)
    now = draw(st.lists(CLAIMS, max_size=3, unique_by=lambda claim: claim.id))
    return desk.made, now


@given(histories())
def test_nothing_is_lost_and_doing_it_again_changes_nothing(history: tuple[list[ClaimRuling], list[Claim]]) -> None:
    made, now = history
    laid = ground(now)
    standing = standing_on_claims(made, laid)
    found = attach(made, now, laid)
    both = [kept.ruling for kept in found.kept] + [one.ruling for one in found.queued]
    assert sorted(both, key=lambda ruling: ruling.id) == sorted(standing, key=lambda ruling: ruling.id)
    assert attach(standing, now, laid) == found
    assert attach(made, reversed(now), laid) == found


@given(histories())
def test_what_is_queued_has_no_effect(history: tuple[list[ClaimRuling], list[Claim]]) -> None:
    made, now = history
    laid = ground(now)
    found = attach(made, now, laid)
    references = {MAIN.id: MAIN, OTHER.id: OTHER}
    reading = Reading(PAGE.id, tuple(now), (MAIN, OTHER))
    given_all = effect([reading], made, found, references)
    kept = [one.ruling for one in found.kept]
    assert given_all == effect([reading], kept, Attachment(found.kept), references)
    assert {ruling.id for ruling in given_all.rulings} == {ruling.id for ruling in kept}


def test_a_kept_correction_is_applied_to_the_newer_claim() -> None:
    desk = Desk([])
    desk.rule("correct", told(40), "value")
    newer = told(40, "A nurse")
    found = attached(desk.made, newer)
    (reading,) = effect([Reading(PAGE.id, (newer,), (MAIN,))], desk.made, found, {MAIN.id: MAIN}).readings
    assert reading.claims == (replace(told(99, "A nurse"), made_by=reading.claims[0].made_by),)
    assert newer.id in reading.claims[0].made_by.version


@pytest.mark.parametrize("act", ["accept", "reject", "correct", "withdraw"])
def test_deciding_again_takes_it_off_the_queue(act: Act) -> None:
    desk = Desk([])
    desk.rule("reject", told(40))
    newer = told(41)
    assert len(attached(desk.made, newer).queued) == 1
    desk.rule(act, newer, "stance" if act == "correct" else "all")
    again = attached(desk.made, newer)
    assert again.queued == ()
    assert [kept.ruling for kept in again.kept] == ([] if act == "withdraw" else desk.made[1:])


def test_rulings_on_two_claims_of_one_mention_spare_each_other() -> None:
    desk = Desk([])
    mayor, nurse = told(voice="A mayor"), told(voice="A nurse")
    desk.rule("reject", mayor)
    desk.rule("reject", nurse)
    found = attached(desk.made, mayor, nurse)
    assert [kept.claim for kept in found.kept] == [mayor, nurse]
    newer = told(41, "A mayor")
    later = attached(desk.made, newer, nurse, together=[(mayor, nurse)])
    assert [kept.claim for kept in later.kept] == [nurse]
    assert [(one.seen, len(one.now)) for one in later.queued] == [(mayor, 2)]


def test_a_ruling_does_not_move_to_the_claim_that_stood_beside_it() -> None:
    desk = Desk([])
    mayor, nurse = told(voice="A mayor"), told(voice="A nurse")
    desk.rule("correct", mayor, "value")
    found = attached(desk.made, nurse, together=[(mayor, nurse)])
    assert [(one.seen, one.now) for one in found.queued] == [(mayor, (nurse,))]


def test_of_several_the_likest_is_meant_and_of_two_as_like_none() -> None:
    desk = Desk([])
    desk.rule("correct", told(), "value")
    near, far = told(hedged=True), told(voice="A nurse", hedged=True)
    assert [kept.claim for kept in attached(desk.made, far, near).kept] == [near]
    other = told(voice="A nurse")
    assert [one.now for one in attached(desk.made, near, other).queued] == [
        tuple(sorted((near, other), key=lambda c: c.id))
    ]


def test_a_correction_to_an_event_that_is_gone_waits() -> None:
    desk = Desk([])
    made = desk.rule("correct", told(), "event")
    found = attach([made], [told()], replace(ground(), references={MAIN.id}))
    assert [one.ruling for one in found.queued] == [made]


def test_a_verdict_on_a_corrected_claim_rests_on_the_one_that_was_read() -> None:
    desk = Desk([])
    desk.rule("correct", told(40), "value")
    desk.made.append(replace(desk.rule("reject", told(99)), id="later", read=told(40).id))
    desk.made.pop(1)
    found = attached(desk.made, told(40))
    assert [kept.claim for kept in found.kept] == [told(40), told(40)]
    assert [one.ruling.id for one in attached(desk.made, told(41)).queued] == ["r0", "later"]


def test_a_ruling_on_a_claim_that_nobody_holds_is_damage() -> None:
    with pytest.raises(LedgerError, match="damaged"):
        attached([ClaimRuling("r", "reject", READ.mention_id, "0" * 20, "all", "why", "who")], told())


def test_what_differs_is_named() -> None:
    assert differing(told(), told(41, hedged=True)) == ("value", "hedges")
