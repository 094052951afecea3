"""Accounts as of a moment of the ledger: what had been recorded by then, rulings included."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stemma.build import account_at, build, refresh, timelines_at
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.snapshot import recorded_until
from stemma.review import reject


def now() -> datetime:
    return datetime.now(UTC)


def killed(ledger: Path, incident: str, at: datetime | None) -> tuple[int | None, int | None]:
    found = next(f for f in account_at(ledger, incident, recorded_by=at).findings if f.slot == "killed")
    return found.low, found.high


@pytest.fixture
def moments(reports: Path, ledger: Path) -> list[datetime]:
    """Before anything, after two of the reports, after the third, after a ruling."""
    seen = [now()]
    daily = (reports / "daily.txt").rename(reports.parent / "daily.txt")
    build([reports], ledger)
    seen.append(now())
    build([daily], ledger)
    seen.append(now())
    row = selectors.incidents(sort="documents")[0]
    low_of = {r.claim.id: getattr(r.claim.value, "low", None) for r in selectors.claim_rows(incident=row.id)}
    reject(next(claim for claim, low in low_of.items() if low == 15), actor="Ada", reason="another town")
    refresh(ledger)
    return [*seen, now()]


def test_what_was_recorded_later_is_left_out_and_rulings_with_it(moments: list[datetime], ledger: Path) -> None:
    incident = selectors.incidents(sort="documents")[0].id
    _, two, three, ruled = moments
    assert killed(ledger, incident, two) == (12, 12)
    assert killed(ledger, incident, three) == (12, 15)
    assert killed(ledger, incident, ruled) == killed(ledger, incident, None) == (12, 12)
    assert account_at(ledger, incident, recorded_by=ruled) == account_at(ledger, incident)


def test_every_id_of_today_leads_to_the_incident_of_then(moments: list[datetime], ledger: Path) -> None:
    incident = selectors.incidents(sort="documents")[0].id
    for alias in selectors.account(incident).aliases:
        then = account_at(ledger, alias, recorded_by=moments[1])
        assert then.documents == 2
        assert set(then.aliases) < set(selectors.account(incident).aliases)


def test_before_the_first_record_there_is_nothing(moments: list[datetime], ledger: Path) -> None:
    incident = selectors.incidents(sort="documents")[0].id
    with pytest.raises(NotFoundError, match="recorded nothing of it"):
        account_at(ledger, incident, recorded_by=moments[0])


def test_the_last_event_by_a_moment(moments: list[datetime], ledger: Path) -> None:
    stamps = list(Event.objects.order_by("seq").values_list("recorded_at", flat=True))
    assert recorded_until(stamps[0]) == sum(stamp == stamps[0] for stamp in stamps)
    assert recorded_until(stamps[-1]) == len(stamps)
    assert recorded_until((moments[0] - timedelta(days=1)).isoformat(timespec="microseconds")) == 0


def test_timelines_come_from_the_ledger_and_end_as_the_account(moments: list[datetime], ledger: Path) -> None:
    incident = selectors.incidents(sort="documents")[0].id
    for at in moments[1:]:
        last = timelines_at(ledger, incident, slot="killed", recorded_by=at)[0].steps[-1]
        assert (last.low, last.high) == killed(ledger, incident, at)
    with pytest.raises(NotFoundError, match="slot"):
        timelines_at(ledger, incident, slot="place")
    with pytest.raises(NotFoundError, match="policy"):
        timelines_at(ledger, incident, slot="killed", policy="none")
