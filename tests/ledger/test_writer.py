"""Appending to the event table: once, in order, all or nothing, and never otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.errors import LedgerError
from stemma.ledger import chain
from stemma.ledger.entries import Entry
from stemma.ledger.models import Event
from stemma.ledger.writer import append, last, now

AT = "2026-01-02T03:04:05.000000+00:00"

pytestmark = [pytest.mark.usefixtures("ledger"), pytest.mark.both_databases]


def entry(kind: str, subject: str, body: str = "{}") -> Entry:
    return Entry(kind, subject, body)  # type: ignore[arg-type]


def test_what_is_named_by_its_content_is_appended_once() -> None:
    assert append([entry("claim", "a"), entry("claim", "b"), entry("claim", "a")], at=AT) == 2
    assert append([entry("claim", "a", '{"other":1}'), entry("claim", "c")], at=AT) == 1
    assert list(Event.objects.order_by("seq").values_list("subject", flat=True)) == ["a", "b", "c"]


def test_a_state_is_appended_when_it_differs_from_the_last_one() -> None:
    first, second = entry("account", "i", '{"n":1}'), entry("account", "i", '{"n":2}')
    assert append([first, first], at=AT) == 1
    assert append([first], at=AT) == 0
    assert append([second, first, first], at=AT) == 2
    assert append([first], at=AT) == 0


def test_who_made_a_document_is_no_news_but_who_made_an_account_is() -> None:
    bodies = '{"made_by":{"version":"1"},"text":"x"}', '{"made_by":{"version":"2"},"text":"x"}'
    assert append([entry("document", "d", body) for body in bodies], at=AT) == 1
    assert append([entry("account", "i", body) for body in bodies], at=AT) == 2


def test_events_are_numbered_without_gaps_and_chained() -> None:
    append([entry("claim", "a"), entry("claim", "b")], at=AT)
    append([entry("claim", "c")], at=AT)
    digest = chain.GENESIS
    for number, event in enumerate(Event.objects.order_by("seq"), start=1):
        assert event.seq == number
        digest = chain.link(digest, seq=number, kind=event.kind, subject=event.subject, recorded_at=AT, body=event.body)
        assert event.digest == digest
    assert last() == (3, digest)


def test_the_model_refuses_what_is_no_append() -> None:
    append([entry("claim", "a")], at=AT)
    event = Event.objects.get()
    for act in (event.save, event.delete, Event.objects.all().delete):
        with pytest.raises(LedgerError, match="events are"):
            act()
    with pytest.raises(LedgerError, match="never changed"):
        Event.objects.update(body="x")
    with pytest.raises(LedgerError, match="never changed"):
        Event.objects.bulk_update([event], ["body"])


def test_a_failed_append_leaves_nothing() -> None:
    with pytest.raises(UnicodeEncodeError):
        append([entry("claim", "a"), entry("claim", "b", "\ud800")], at=AT)
    assert last() == (0, chain.GENESIS)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["claim", "account"]), st.sampled_from("abc"), st.integers(0, 2))))
def test_appending_twice_is_appending_once(ledger: Path, drawn: list[tuple[str, str, int]]) -> None:
    entries = [entry(kind, subject, f'{{"n":{n}}}') for kind, subject, n in drawn]
    append(entries, at=AT)
    settled = [each for each in entries if each.kind == "claim"]
    newest = {each.subject: each for each in entries if each.kind == "account"}
    assert append([*settled, *newest.values()], at=AT) == 0


def test_a_clock_that_was_put_back_puts_nothing_out_of_order() -> None:
    ahead = "2999-01-01T00:00:00.000000+00:00"
    append([entry("claim", "a")], at=ahead)
    first = now()
    append([entry("claim", "b")], at=first)
    append([entry("claim", "c")], at=AT)
    dates = list(Event.objects.order_by("seq").values_list("recorded_at", flat=True))
    assert dates == [ahead, "2999-01-01T00:00:00.000001+00:00", "2999-01-01T00:00:00.000001+00:00"]
    assert now() > first


def test_a_last_event_without_a_date_is_damage() -> None:
    append([entry("claim", "a")], at="yesterday")
    with pytest.raises(LedgerError, match="damaged"):
        now()


def test_an_act_dated_before_the_last_event_is_refused() -> None:
    append([entry("claim", "a")], at="2999-01-01T00:00:00.000000+00:00")
    with pytest.raises(LedgerError, match="dated before"):
        append([entry("ruling", "b")], at=AT)
    assert last()[0] == 1
