"""What becomes of incidents between two states of a ledger."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stemma.build.compare_sides import compare_sides
from stemma.build.side import Side
from stemma.ledger.rulings.attachment import NOTHING_RULED, Attachment, Kept, Queued
from stemma.model.claim import Claim
from stemma.model.ruling import ClaimRuling
from tests import factories

PAGES = [factories.document(f"A strike killed {number} people.", label=str(number)) for number in range(10, 16)]
CLAIMS = [factories.toll(page, str(number), number) for number, page in enumerate(PAGES, 10)]
REFERENCES = [claim.event.ref for claim in CLAIMS]
(MODEL,) = factories.outcome(PAGES[:1], [factories.reading(PAGES[0], CLAIMS[0])]).accounts


def side(*incidents: list[int], claims: list[Claim] | None = None, attachment: Attachment = NOTHING_RULED) -> Side:
    """Incidents by the numbers of their references; each is called by the first, and finds nothing."""
    accounts = {
        REFERENCES[of[0]]: replace(
            MODEL, id=REFERENCES[of[0]], aliases=tuple(REFERENCES[n] for n in of), label=f"I{of[0]}", findings=()
        )
        for of in incidents
    }
    incident_of = {REFERENCES[n]: REFERENCES[of[0]] for of in incidents for n in of}
    held = CLAIMS if claims is None else claims
    return Side(accounts, {claim.id: claim for claim in held}, incident_of, attachment)


def fates(before: Side, now: Side) -> list[tuple[str, int, int]]:
    return [(one.fate, len(one.before), len(one.now)) for one in compare_sides(before, now)]


def test_incidents_merge_split_regroup_appear_and_vanish() -> None:
    assert fates(side([0], [1]), side([0, 1])) == [("merges", 2, 1)]
    assert fates(side([0, 1]), side([0], [1])) == [("splits", 1, 2)]
    assert fates(side([0, 1], [2, 3]), side([0, 2], [1, 3])) == [("regroups", 2, 2)]
    assert fates(side(), side([0])) == [("appears", 0, 1)]
    assert fates(side([0]), side()) == [("vanishes", 1, 0)]
    assert fates(side([0, 1]), side([0, 1, 2])) == []


def test_an_incident_that_is_called_otherwise_is_told() -> None:
    assert fates(side([0, 1]), side([1])) == [("stays", 1, 1)]


def test_claims_go_to_the_incident_that_they_are_of() -> None:
    (gone,) = compare_sides(side([0], [1]), side([0], [1], claims=CLAIMS[:1] + CLAIMS[2:]))
    assert (gone.now, [(change.before, change.now) for change in gone.claims]) == (
        (REFERENCES[1],),
        [(CLAIMS[1], None)],
    )
    (found,) = compare_sides(side([0], claims=CLAIMS[:1]), side([0]))
    assert (found.fate, len(found.claims)) == ("unlinked", len(CLAIMS) - 1)


def test_rulings_go_with_their_claims_and_old_ones_are_not_told_again() -> None:
    ruling = ClaimRuling("r", "accept", CLAIMS[0].mention_id, CLAIMS[0].id, "all", "why", "who")
    waiting = Attachment(queued=(Queued(ruling, CLAIMS[0], ()),))
    (told,) = compare_sides(side([0]), side([0], attachment=waiting))
    assert [one.ruling for one in told.queued] == [ruling]
    assert compare_sides(side([0], attachment=waiting), side([0], attachment=waiting)) == ()
    kept = Attachment(kept=(Kept(ruling, CLAIMS[0]),))
    (told,) = compare_sides(side([0], [1]), side([0, 1], attachment=kept))
    assert told.kept == (ruling,)


PARTITIONS = st.permutations(range(6)).flatmap(
    lambda order: st.lists(st.integers(1, 3), min_size=1, max_size=4).map(
        lambda sizes: [
            sorted(order[sum(sizes[:n]) : sum(sizes[: n + 1])])
            for n in range(len(sizes))
            if order[sum(sizes[:n]) : sum(sizes[: n + 1])]
        ]
    )
)


@given(PARTITIONS, PARTITIONS)
def test_every_incident_is_told_once_or_is_the_same(before: list[list[int]], now: list[list[int]]) -> None:
    one, other = side(*before), side(*now)
    found = compare_sides(one, other)
    for names, told in (
        (one.accounts, [n for c in found for n in c.before]),
        (other.accounts, [n for c in found for n in c.now]),
    ):
        assert len(told) == len(set(told))
        assert set(told) <= set(names)
        assert set(names) - set(told) <= one.accounts.keys() & other.accounts.keys()
    assert compare_sides(one, one) == ()
