"""A person's word over a field: what it changes, what it leaves, and that the reason tells of it."""

from __future__ import annotations

from stemma.model.finding import Account
from stemma.model.ruling import FindingRuling
from stemma.model.value import Party
from tests.reconcile.test_reconcile import Said, account, dead, finding, said

SPREAD = (said("Army", dead(62)), said("Monitor", dead(80)), said("Monitor", dead(9, victim_class="children")))
INCIDENT = max(one.claim.event.ref for one in SPREAD)
"""One of the incident's other names: a ruling holds whichever of them it was made under."""


def ruled(field: str, value: str | None, *, slot: str | None = "killed", **more: object) -> FindingRuling:
    made = {"act": "override", "policy": None, "incident": INCIDENT, **more}
    return FindingRuling(
        f"{more}{field}{value}", slot=slot, field=field, value=value, reason="a list.", actor="Ann", **made
    )  # type: ignore[arg-type]


def under(policy: str, *rulings: FindingRuling, also: tuple[Said, ...] = ()) -> Account:
    return account(*SPREAD, *also, rulings=rulings, policy=policy)


def figures(made: Account) -> tuple[int | None, int | None, int | None]:
    found = finding(made)
    return found.low, found.high, found.best


def test_a_ruled_figure_takes_the_place_of_the_made_one_and_says_so() -> None:
    made = under("range", ruled("low", "70"))
    assert figures(made) == (70, 80, None)
    assert finding(made).reason == (
        "Ann ruled low 70 instead of 62: a list. "
        "By the claims: 62 to 80: 62 by Army through 1 document; 80 by Monitor through 1 document."
    )
    assert (finding(made).published_low, len(finding(made).positions)) == (62, 2), "what was said stays"


def test_only_the_finding_about_everybody_is_ruled() -> None:
    made = under("range", ruled("low", "70"))
    assert finding(made, victim_class="children") == finding(under("range"), victim_class="children")


def test_the_range_holds_whatever_is_ruled() -> None:
    assert figures(under("range", ruled("low", "90"))) == (90, 90, None)
    assert figures(under("range", ruled("high", "50"))) == (50, 50, None)
    assert figures(under("range", ruled("best", "75"))) == (62, 80, 75)
    assert figures(under("range", ruled("best", "100"))) == (62, 100, 100)
    assert figures(under("ucdp", ruled("low", "70"))) == (70, 80, None), "the best of 62 lies outside now"
    assert figures(under("acled", ruled("low", "70"))) == (70, 70, 70), "one figure stays one"
    assert figures(under("ucdp", ruled("low", None), ruled("high", None))) == (None, None, None)
    assert figures(under("range", ruled("low", None), ruled("high", None))) == (None, None, None)


def test_the_last_ruling_on_a_field_holds_until_it_is_withdrawn() -> None:
    first, second = ruled("low", "70"), ruled("low", "75")
    assert figures(under("range", first, second))[0] == 75
    assert figures(under("range", first, second, ruled("low", None, act="withdraw"))) == (62, 80, None)
    assert under("range", first, ruled("low", None, act="withdraw")) == under("range")


def test_one_for_a_policy_goes_before_one_for_all_and_holds_nowhere_else() -> None:
    every, own = ruled("low", "70"), ruled("low", "75", policy="ucdp")
    assert figures(under("ucdp", own, every))[0] == 75
    assert figures(under("airwars", own, every))[0] == 70
    assert under("range", own) == under("range")


def test_rulings_on_another_incident_or_an_empty_slot_change_nothing() -> None:
    others = (ruled("low", "70", incident="another"), ruled("low", "70", slot="injured"))
    assert under("range", *others) == under("range")


def test_a_person_alone_discounts() -> None:
    blamed = said("Army", Party("Redland"), kind="perpetrator")
    made = under("airwars", ruled("grade", "Discounted", slot=None, policy="airwars"), also=(blamed,))
    assert made.grade == "Discounted"
    assert made.grade_reason is not None
    assert made.grade_reason.startswith(
        "Ann ruled grade Discounted instead of Fair: a list. By the policy: Two or more"
    )


def test_a_coded_field_of_one_belligerent_is_ruled_by_its_name() -> None:
    blamed = tuple(
        said(who, Party(party), kind="perpetrator") for who, party in (("Army", "Redland"), ("X", "Bluland"))
    )
    field = "belligerent_position of Redland"
    made = under("airwars", ruled(field, "duplicate", slot=None, policy="airwars"), also=blamed)
    assert {c.of: c.value for c in made.codes if c.of} == {"Redland": "duplicate", "Bluland": "not_yet_assessed"}
