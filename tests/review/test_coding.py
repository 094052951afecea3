"""Rounds of blind coding: opening, coding, deciding, closing; what is appended, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from stemma.build import refresh
from stemma.errors import InputError, NotAllowedError, NotFoundError
from stemma.ids import canonical
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.ledger.writer import append, now
from stemma.model.coding import Choice, Judgement, Round
from stemma.model.ruling import ClaimRuling
from stemma.model.wire import to_wire
from stemma.review import accept, close_round, code_claim, correct, decide_round, give_role, open_round
from tests.ledgers import Filled, project

ALL = Choice()
ACCEPT = Judgement("accept")
REJECT = Judgement("reject", "counts another strike")
UNSURE = Judgement("unsure", "it does not say whose")
FIFTY = Judgement("correct", "so says the list", "value", '{"low": 50, "high": 50}')


def opened(chosen: Choice = ALL, **options: Any) -> Round:
    given: dict[str, Any] = {
        "coders": ["Ana", "Bob"], "third": "Cleo", "actor": "Lea", "reason": "pilot", **options,
    }  # fmt: skip
    return open_round(given.pop("name", "Pilot"), chosen, **given)


def say(coder: str, claim: str, said: Judgement) -> None:
    code_claim("pilot", claim, said, actor=coder)


def claims_of(filled: Filled) -> list[str]:
    return [claim.id for reading in filled.readings for claim in reading.claims]


def rulings() -> list[ClaimRuling]:
    return [row.ruling for row in selectors.rulings() if isinstance(row.ruling, ClaimRuling)]


def test_a_round_is_kept_with_how_its_claims_were_chosen(filled: Filled) -> None:
    made = opened(Choice(kinds=("toll",)), name="  Pilot  one ", reason=" how well does it read ")
    assert (made.name, made.coders, made.third, made.actor) == ("Pilot one", ("Ana", "Bob"), "Cleo", "Lea")
    assert (made.reason, made.chosen.kinds, made.closes) == ("how well does it read", ("toll",), None)
    assert set(made.claims) == {row.claim.id for row in selectors.claim_rows(kind="toll")}
    for name in ("pilot ONE", made.id, made.id[:6]):
        assert selectors.round_row(name).round == made
    assert verify(filled.folder).ok


def test_claims_are_chosen_by_incident_document_kind_and_id(filled: Filled) -> None:
    morning, evening = filled.pages
    everything = [row.claim.id for row in selectors.claim_rows()]
    (incident,) = selectors.incidents()
    chosen = {
        Choice(): everything,
        Choice(incidents=(incident.id[:8],)): everything,
        Choice(documents=(evening.id[:8],)): [claim.id for claim in selectors.claims_of(evening.id)],
        Choice(documents=(morning.id,), kinds=("toll",)): [filled.readings[0].claims[0].id],
        Choice(kinds=("toll", "perpetrator")): everything,
        Choice(claims=(everything[1][:8], everything[0])): everything[:2],
    }
    for number, (choice, claims) in enumerate(chosen.items()):
        made = opened(choice, name=f"Round {number}")
        assert list(made.claims) == claims
    assert made.chosen.claims == (everything[1], everything[0])


def test_a_sample_is_drawn_by_its_seed_alone(filled: Filled) -> None:
    drawn = [opened(Choice(sample=2, seed=seed), name=str(n)).claims for n, seed in enumerate(["a", "a", *"bcdefgh"])]
    everything = [row.claim.id for row in selectors.claim_rows()]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) > 1
    assert all(list(claims) == [claim for claim in everything if claim in claims] for claims in drawn)
    assert set(opened(Choice(sample=1, seed="a"), name="smaller").claims) < set(drawn[0])


@pytest.mark.parametrize(
    ("chosen", "options", "why"),
    [
        (Choice(), {"name": " "}, "name"),
        (Choice(), {"name": "TAKEN"}, "already"),
        (Choice(), {"reason": "\n"}, "reason"),
        (Choice(), {"actor": ""}, "actor"),
        (Choice(), {"coders": ["Ana"]}, "two people"),
        (Choice(), {"coders": ["Ana", " ana "]}, "two people"),
        (Choice(), {"coders": ["Ana", "Bob", "Cleo"]}, "two people"),
        (Choice(), {"third": "BOB"}, "their own reading"),
        (Choice(kinds=("war",)), {}, "toll"),  # type: ignore[arg-type]
        (Choice(kinds=("motive",)), {}, "no standing claim"),
        (Choice(sample=1), {}, "seed"),
        (Choice(sample=0, seed="s"), {}, "cannot be drawn"),
        (Choice(sample=4, seed="s"), {}, "of 3 claims"),
    ],
)
def test_what_makes_no_round_is_refused(filled: Filled, chosen: Choice, options: dict[str, Any], why: str) -> None:
    opened(name="Taken")
    with pytest.raises(InputError, match=why):
        opened(chosen, **options)
    assert len(selectors.round_rows()) == 1


def test_claims_and_incidents_that_are_not_there(filled: Filled) -> None:
    for chosen in (Choice(claims=("0000",)), Choice(incidents=("0000",)), Choice(documents=("0000",))):
        with pytest.raises(NotFoundError):
            opened(chosen)
    (toll, *_) = filled.readings[0].claims
    with pytest.raises(InputError, match="does not answer to the rest"):
        opened(Choice(claims=(toll.id,), kinds=("perpetrator",)))


def test_each_reading_is_kept_and_the_latest_of_a_coder_holds(filled: Filled) -> None:
    opened()
    (claim, *_) = claims_of(filled)
    for said in (REJECT, ACCEPT):
        say(" ana ", claim[:8], said)
    say("Bob", claim, UNSURE)
    assert Event.objects.filter(kind="coding").count() == 3
    (both,) = selectors.both_coded(selectors.round_row("Pilot").round)
    assert [(said.actor, said.verdict) for said in both.codings] == [("Ana", "accept"), ("Bob", "unsure")]
    assert both.codings[1].reason == UNSURE.reason
    assert verify(filled.folder).ok


def test_only_a_coder_codes_and_only_claims_of_the_round(filled: Filled) -> None:
    held = opened(Choice(kinds=("toll",)))
    blame = next(row.claim.id for row in selectors.claim_rows(kind="perpetrator"))
    for coder in ("Cleo", "Lea", "Eve"):
        with pytest.raises(InputError, match="Ana and Bob"):
            say(coder, held.claims[0], ACCEPT)
    for name in (blame, "", "zz"):
        with pytest.raises(InputError, match="not one"):
            say("Ana", name, ACCEPT)
    with pytest.raises(NotFoundError, match="Pilot"):
        code_claim("Other", held.claims[0], ACCEPT, actor="Ana")
    assert Event.objects.filter(kind="coding").count() == 0


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Judgement("maybe"), "accept, reject, correct, unsure"),  # type: ignore[arg-type]
        (Judgement("reject"), "a rejection says why"),
        (Judgement("unsure", " "), "who is unsure says why"),
        (Judgement("correct", "r"), "value, voice, stance, event"),
        (Judgement("accept", correction="{}"), "goes with the verdict correct"),
        (Judgement("reject", "r", "value"), "goes with the verdict correct"),
        (Judgement("correct", "r", "value"), "JSON"),
        (Judgement("correct", "r", "value", "fifty"), "JSON"),
        (Judgement("correct", "r", "value", '{"low": "fifty"}'), "no value of a toll"),
        (Judgement("correct", "r", "value", '{"party": "Redland"}'), "no value of a toll"),
        (Judgement("correct", "r", "value", '{"low": 60, "high": 50}'), "low above high"),
        (Judgement("correct", "r", "value", '{"low": -1}'), "below zero"),
        (Judgement("correct", "r", "value", '{"low": 40}'), "is read so already"),
        (Judgement("correct", "r", "stance", '"shouts"'), "no stance"),
        (Judgement("correct", "r", "voice", '{"name": "A"}'), "whole list of voices"),
        (Judgement("correct", "r", "event", "3"), "an object is wanted"),
    ],
)
def test_what_is_no_sound_judgement_is_refused(filled: Filled, said: Judgement, why: str) -> None:
    opened()
    with pytest.raises(InputError, match=why):
        say("Ana", filled.readings[0].claims[0].id, said)
    assert Event.objects.filter(kind="coding").count() == 0


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("stance", '"denies"', '"denies"'),
        ("event", '{"background": true}', None),
        ("voice", '[{"name": "A general"}]', '[{"anonymous":false,"name":"A general","party":null,"role":null}]'),
    ],
)
def test_a_correction_is_kept_whole_and_in_one_spelling(
    filled: Filled, field: str, given: str, kept: str | None
) -> None:
    opened()
    toll = filled.readings[0].claims[0]
    whole = kept or canonical(to_wire(replace(toll.event, background=True))).decode()
    assert code_claim("Pilot", toll.id, Judgement("correct", "r", field, given), actor="Ana").correction == whole
    value = json.loads(code_claim("Pilot", toll.id, FIFTY, actor="Ana").correction or "")
    assert (value["low"], value["high"], value["state"], value["qualifier"]) == (50, 50, "killed", "exact")


def test_what_they_differ_on_goes_to_the_third_and_both_readings_stay(filled: Filled) -> None:
    opened()
    (claim, *_) = claims_of(filled)
    say("Ana", claim, ACCEPT)
    say("Bob", claim, REJECT)
    for who, why in (("Ana", "their own reading"), ("Eve", "goes to Cleo")):
        with pytest.raises(InputError, match=why):
            decide_round("Pilot", claim, ACCEPT, actor=who)
    with pytest.raises(InputError, match="stays open"):
        decide_round("Pilot", claim, UNSURE, actor="Cleo")
    decision, ruling = decide_round("Pilot", claim, REJECT, actor="cleo")
    assert (ruling.act, ruling.claim_id, ruling.actor) == ("reject", claim, "cleo")
    assert ruling.reason == "decided in the coding round 'Pilot': counts another strike"
    held = selectors.round_row("Pilot").round
    (both,) = selectors.both_coded(held)
    assert [said.verdict for said in both.codings] == ["accept", "reject"]
    assert (both.decision, selectors.disagreements(held)) == (decision, ())
    assert verify(filled.folder).ok
    for act in (lambda: say("Ana", claim, REJECT), lambda: decide_round("Pilot", claim, ACCEPT, actor="Cleo")):
        with pytest.raises(InputError, match="decided"):
            act()


def test_nothing_is_decided_before_both_have_coded_nor_where_they_agree(filled: Filled) -> None:
    opened(third=None)
    one, other, *_ = claims_of(filled)
    say("Ana", one, ACCEPT)
    say("Ana", other, ACCEPT)
    say("Bob", other, ACCEPT)
    for claim in (one, other):
        with pytest.raises(InputError, match="nothing is to be decided"):
            decide_round("Pilot", claim, ACCEPT, actor="Eve")
    assert rulings() == []


def test_where_neither_can_tell_or_each_corrects_otherwise_somebody_decides(filled: Filled) -> None:
    opened(third=None)
    blame = next(row.claim.id for row in selectors.claim_rows(kind="perpetrator"))
    toll = filled.readings[0].claims[0].id
    for coder, said in (("Ana", FIFTY), ("Bob", Judgement("correct", "r", "value", '{"low": 51, "high": 51}'))):
        say(coder, blame, UNSURE)
        say(coder, toll, said)
    held = selectors.round_row("Pilot").round
    assert {both.claim.id for both in selectors.disagreements(held)} == {blame, toll}
    decide_round("Pilot", blame, REJECT, actor="Eve")
    assert [both.claim.id for both in selectors.disagreements(held)] == [toll]


def test_closing_makes_rulings_of_what_both_said(filled: Filled) -> None:
    held = opened()
    one, other, last = held.claims
    for coder in held.coders:
        say(coder, one, ACCEPT)
        say(coder, other, Judgement("reject", f"{coder} says no"))
    say("Ana", last, ACCEPT)
    with pytest.raises(InputError, match="Bob has 1 claim of 'Pilot' to code, of 3"):
        close_round("Pilot", actor="Lea")
    say("Bob", last, REJECT)
    with pytest.raises(InputError, match="1 claim of 'Pilot' to decide"):
        close_round("Pilot", actor="Lea")
    decide_round("Pilot", last, ACCEPT, actor="Cleo")
    closing, made = close_round("Pilot", actor="Lea")
    assert (closing.closes, closing.claims, closing.name) == (held.id, (), "Pilot")
    assert [(ruling.act, ruling.claim_id, ruling.actor) for ruling in made] == [
        ("accept", one, "Lea"),
        ("reject", other, "Lea"),
    ]
    assert made[1].reason == "Ana and Bob agree in the coding round 'Pilot': Ana says no; Bob says no"
    assert len(rulings()) == 3
    assert Event.objects.filter(kind="coding").count() == 7
    assert len(selectors.both_coded(held)) == 3
    assert verify(filled.folder).ok
    assert selectors.round_row("Pilot").closed_at is not None
    for act in (
        lambda: say("Ana", one, REJECT),
        lambda: decide_round("Pilot", one, ACCEPT, actor="Cleo"),
        lambda: close_round("Pilot", actor="Lea"),
    ):
        with pytest.raises(InputError, match="closed"):
            act()


def test_a_round_closed_unfinished_says_why_and_names_what_is_left(filled: Filled) -> None:
    held = opened()
    one, other, last = held.claims
    for coder in held.coders:
        say(coder, one, ACCEPT)
        say(coder, other, UNSURE)
    with pytest.raises(InputError, match="says why"):
        close_round("Pilot", actor="Lea", unfinished=True)
    closing, made = close_round("Pilot", actor="Lea", unfinished=True, reason="Bob left")
    assert (closing.claims, closing.reason) == ((other, last), "Bob left")
    assert [ruling.claim_id for ruling in made] == [one]


@pytest.mark.parametrize(
    "said",
    [
        FIFTY,
        Judgement("correct", "r", "stance", '"denies"'),
        Judgement("correct", "r", "voice", "[]"),
        Judgement("correct", "r", "event", '{"background": true}'),
    ],
)
def test_what_both_correct_alike_is_corrected_and_what_the_third_corrects_too(filled: Filled, said: Judgement) -> None:
    one, other = (reading.claims[-1].id for reading in filled.readings)
    opened(Choice(claims=(one, other)))
    if said.field == "value":
        one = filled.readings[0].claims[0].id
        opened(Choice(claims=(one, other)), name="Of tolls")
    name = selectors.round_rows()[-1].round.name
    for coder in ("Ana", "Bob"):
        code_claim(name, one, REJECT if coder == "Ana" else UNSURE, actor=coder)
        code_claim(name, other, said, actor=coder)
    fields = {"voice": '[{"name": "A nurse"}]'} if said.field == "voice" else {}
    decided = replace(said, correction=fields.get(said.field, said.correction))
    _, ruling = decide_round(name, one, decided, actor="Cleo")
    _, made = close_round(name, actor="Lea")
    for held, claim in ((ruling, one), (made[0], other)):
        assert (held.act, held.claim_id, held.field, held.content is not None) == ("correct", claim, said.field, True)
    assert len(selectors.both_coded(selectors.round_row(name).round)) == 2
    assert verify(filled.folder).ok


def test_a_claim_that_somebody_corrected_is_shown_in_no_round(filled: Filled) -> None:
    toll, later = filled.readings[0].claims[0], filled.readings[1].claims[0]
    correct(toll.id, field="value", content={"low": 41, "high": 41}, actor="Eve", reason="the scan")
    refresh(filled.folder)
    (now,) = [row.claim.id for row in selectors.claim_rows() if row.claim.mention_id == toll.mention_id]
    held = opened()
    assert now not in held.claims
    with pytest.raises(InputError, match="somebody corrected it"):
        opened(Choice(claims=(now,)), name="Other")
    correct(later.id, field="value", content={"low": 63, "high": 63}, actor="Eve", reason="the scan")
    refresh(filled.folder)
    assert selectors.round_row("Pilot").gone == 1
    with pytest.raises(InputError, match="stands no more as it was read"):
        say("Ana", later.id, ACCEPT)


def test_coding_makes_nothing_due(filled: Filled) -> None:
    refresh(filled.folder)
    held = opened()
    before = Event.objects.count()
    for coder in held.coders:
        for claim in held.claims:
            say(coder, claim, ACCEPT)
    assert refresh(filled.folder) == 0
    assert Event.objects.count() == before + 6


def test_people_do_in_a_round_what_their_role_may(filled: Filled) -> None:
    roles = {"Lea": "administrator", "Ana": "analyst", "Bob": "analyst", "Cleo": "lead", "Rea": "reader"}
    for person, role in roles.items():
        give_role(person, role, actor="Lea", reason="r")
    for options in ({"actor": "Ana"}, {"coders": ["Ana", "Rea"]}, {"coders": ["Ana", "Eve"]}, {"third": "Bob x"}):
        with pytest.raises(NotAllowedError):
            opened(**options)
    held = opened(coders=["ANA", "bob"], third=None)
    assert held.coders == ("Ana", "Bob")
    (claim, *_) = held.claims
    with pytest.raises(NotAllowedError):
        say("Rea", claim, ACCEPT)
    say("ana", claim, ACCEPT)
    say("Bob", claim, REJECT)
    give_role("Dan", "analyst", actor="Lea", reason="r")
    with pytest.raises(NotAllowedError, match="needs the role lead"):
        decide_round("Pilot", claim, ACCEPT, actor="Dan")
    with pytest.raises(NotAllowedError, match="needs the role lead"):
        close_round("Pilot", actor="Ana", unfinished=True, reason="r")
    assert decide_round("Pilot", claim, ACCEPT, actor="cleo")[1].actor == "Cleo"


def test_a_coding_that_was_changed_is_found_by_verifying(filled: Filled) -> None:
    held = opened()
    made = code_claim("Pilot", held.claims[0], ACCEPT, actor="Ana")
    append([of_act(replace(made, id="f" * 20, verdict="reject", reason="r"))], at=now())
    (problem,) = verify(filled.folder).problems
    assert "the body is about" in problem.why


def test_a_ruling_of_somebody_else_is_no_matter_of_the_round(filled: Filled) -> None:
    (claim, *_) = claims_of(filled)
    accept(claim, actor="Eve", reason="seen before")
    held = opened()
    assert claim in held.claims
    task = selectors.next_task(held, "Ana")
    assert task is not None
    assert "seen before" not in repr(task)


def test_an_account_rests_on_the_coders_whose_verdict_was_ruled_as_well_as_on_who_closed(filled: Filled) -> None:
    held = opened(third=None)
    one, *others = held.claims
    for coder in held.coders:
        say(coder, one, REJECT)
        for other in others:
            say(coder, other, ACCEPT)
    close_round("Pilot", actor="Lea")
    project()
    (shown,) = {row.incident for row in selectors.claim_rows() if row.claim.id == one}
    assert shown is not None
    assert selectors.deciders(shown) == {"Ana", "Bob", "Lea"}
