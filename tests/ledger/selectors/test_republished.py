"""Accounts published anew beside the ones before, and what was said since, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.build.series import names_as_written
from stemma.data.parties import load_parties
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import of_account
from stemma.ledger.selectors.republished import standing
from stemma.ledger.writer import append, now, writing
from stemma.model.finding import Account, Finding, Position, Support
from stemma.model.series import Question, series
from stemma.model.standing import Held, Standing, moves
from stemma.model.value import Party
from stemma.model.wire import to_wire
from stemma.review import comment, reject, withdraw_comment
from tests.ledgers import Filled

pytestmark = pytest.mark.both_databases


def publish(account: Account) -> int:
    """Append it as deriving would; the number of its event."""
    with writing():
        append([of_account(account)], at=now())
    head = selectors.last_recorded()
    assert head is not None
    return head.seq


def published(filled: Filled) -> Account:
    (row,) = selectors.incidents()
    return selectors.account(row.id)


def blamed(account: Account) -> Account:
    """The same with somebody who says who did it."""
    says = Position(Party("Coalition"), "asserts", (Support("origin:town", "Town", None, (), 1),), None, None)
    return replace(account, findings=(*account.findings, Finding("perpetrator", "single_origin", (says,), "")))


def test_an_account_stands_beside_the_one_before(filled: Filled) -> None:
    account = published(filled)
    (first,) = selectors.republished(0, most=9)
    assert (first.before, first.before_seq, first.after.incident) == (None, 0, account.id)
    killed = next(finding for finding in account.findings if finding.slot == "killed")
    later = replace(account, findings=tuple(replace(f, high=90) if f is killed else f for f in account.findings))
    seq = publish(later)
    change, again = selectors.republished(0, most=9)
    assert (change.seq, again.seq) == (seq, first.seq)
    assert change.before is not None
    (moved,) = moves(change.before, change.after).slots
    assert (moved.slot, moved.before, moved.after) == ("killed", change.before.findings["killed"], moved.after)
    assert moved.after is not None
    assert (moved.after.low, moved.after.high) == (killed.low, 90)
    assert [one.seq for one in selectors.republished(first.seq, most=9)] == [seq]
    assert selectors.republished(0, among=["nothing"], most=9) == ()
    assert [one.seq for one in selectors.republished(0, among=[account.id], most=1)] == [seq]
    assert selectors.published_by([account.id], seq) == (later, account)
    assert selectors.change_at(seq) == change
    for unknown in (seq + 1, 1):
        with pytest.raises(NotFoundError):
            selectors.published_by([account.id], unknown)


def test_what_joins_and_what_parts_is_told_by_the_ids(filled: Filled) -> None:
    account = published(filled)
    other = replace(account, id="b" * 20, aliases=("b" * 20,))
    publish(other)
    seq = publish(replace(account, aliases=(*account.aliases, other.id)))
    assert selectors.change_at(seq).joined == (other.id,)
    seq = publish(account)
    assert selectors.change_at(seq).parted == (other.id,)
    renamed = replace(account, id="a" * 20, aliases=("a" * 20, *account.aliases))
    before = selectors.change_at(publish(renamed)).before
    assert before is not None
    assert before.incident == account.id


def test_a_denial_and_an_accuser_are_positions(filled: Filled) -> None:
    account = blamed(published(filled))
    publish(account)
    who = account.findings[-1]
    denial = Position(Party("Coalition"), "denies", (Support("origin:staff", "Staff", None, (), 1),), None, None)
    gone = replace(denial, stance="questions", superseded_by="later")
    told = replace(who, status="contested", positions=(*who.positions, denial, gone))
    later = replace(account, findings=tuple(told if f is who else f for f in account.findings))
    change = selectors.change_at(publish(later))
    assert change.before is not None
    found = moves(change.before, change.after)
    assert found.came == (Held("Coalition", "denies", "origin:staff", "Staff"),)
    assert (found.went, found.origins) == ((), None)
    assert [(one.slot, one.range_moved, one.status_moved) for one in found.slots] == [("perpetrator", False, True)]
    assert not moves(change.after, replace(change.after, label="Another name", claims=frozenset()))


def test_a_question_is_asked_of_an_account_as_it_was_published(filled: Filled) -> None:
    account = blamed(published(filled))
    names = names_as_written(load_parties())
    now_, before = standing_of(account), standing_of(replace(account, findings=()))
    by = series("S", Question(by=("Coalition",)), reason="", actor="ada")
    assert selectors.series_answers(by, now_, names)
    assert not selectors.series_answers(by, before, names)
    words = series("W", Question(text="strike"), reason="", actor="ada")
    other = series("N", Question(text="nosuchword"), reason="", actor="ada")
    assert (selectors.series_answers(words, now_, names), selectors.series_answers(other, now_, names)) == (True, False)


def standing_of(account: Account) -> Standing:
    return standing(of_account(account).body)


def test_rulings_between_two_accounts_are_its_causes(filled: Filled) -> None:
    account = published(filled)
    claim = min(account.claims)
    reject(claim, actor="Ada", reason="no")
    seq = publish(replace(account, independent_origins=9))
    found = selectors.causes(selectors.change_at(seq))
    assert [held.value.reason for held in found.events if hasattr(held.value, "reason")] == ["no"]
    assert set(found.claims) == {claim}
    assert selectors.causes(selectors.change_at(publish(account))).events == ()


def test_what_was_said_since_and_what_touches_an_incident(filled: Filled) -> None:
    account = published(filled)
    first = comment("incident", account.id, "one", actor="Ada")
    on_claim = comment("claim", min(account.claims), "two", actor="Ada")
    on_page = comment("document", filled.pages[0].id, "three", actor="Ada")
    gone = comment("incident", account.id, "four", actor="Ada")
    withdraw_comment(gone.id, actor="Ada", reason="no")
    touching = [row.comment.text for row in selectors.comments_touching(account.id)]
    assert touching == ["one", "two", "three", "four"]
    said = selectors.comments_since(0, most=9)
    assert [one.value.id for one in said] == [on_page.id, on_claim.id, first.id]
    assert selectors.comments_since(said[0].seq, most=9) == ()
    assert to_wire(said[-1].value)["text"] == "one"
