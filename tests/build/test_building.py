"""Building a ledger: everything in it, once, whatever the order, and nothing lost to one bad input."""

from __future__ import annotations

import json
import random
from itertools import permutations
from pathlib import Path

import pytest

from stemma.build import BuildOptions, account_at, build, rebuild, refresh, verify
from stemma.errors import LedgerError, NotFoundError
from stemma.ids import canonical
from stemma.ledger import selectors
from stemma.ledger.entries import decode
from stemma.ledger.lock import locked
from stemma.ledger.models import Event, ProjectedClaim
from stemma.ledger.projections import projection_digest
from stemma.model.finding import Account
from stemma.model.policy_text import PolicyText
from stemma.model.wire import to_wire
from stemma.review import reject
from tests import factories
from tests.ledgers import keep

pytestmark = pytest.mark.both_databases


def shown() -> list[bytes]:
    """What `show --json` would print, for every incident."""
    return [canonical(to_wire(selectors.account(row.id))) for row in selectors.incidents()]


def test_reports_become_incidents_with_ranges(reports: Path, ledger: Path) -> None:
    result = build([reports], ledger)
    assert (result.received, result.new, result.read, result.errors) == (3, 3, 3, ())
    row = selectors.incidents(sort="documents")[0]
    assert (row.documents, row.killed.low, row.killed.high) == (3, 12, 15)
    assert result.accounts == len(selectors.incidents())
    assert verify(ledger).problems == ()


def test_building_twice_changes_nothing(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    before = (shown(), projection_digest(), selectors.counts())
    again = build([reports], ledger)
    assert (again.received, again.new, again.read, again.accounts) == (3, 0, 0, 0)
    assert (shown(), projection_digest(), selectors.counts()) == before
    assert len(list((ledger / "evidence").glob("*.warc.gz"))) == 1


def test_the_order_of_the_inputs_does_not_show(reports: Path, ledger: Path, tmp_path: Path) -> None:
    files = sorted(reports.iterdir())
    build(files, ledger)
    expected = (shown(), projection_digest())
    for number, order in enumerate(permutations(files)):
        folder = tmp_path / f"order-{number}"
        for path in order:
            build([path], folder)
        assert (shown(), projection_digest()) == expected


def test_a_case_in_any_order_gives_the_same_accounts(root: Path, ledger: Path, tmp_path: Path) -> None:
    rows = (root / "samples" / "case.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "case.jsonl").write_bytes(b"".join(rows))
    build([tmp_path / "case.jsonl"], ledger)
    expected = shown()
    assert len(expected) > 1
    random.Random(7).shuffle(rows)
    for half in (rows[::2], rows[1::2]):
        (tmp_path / "case.jsonl").write_bytes(b"".join(half))
        build([tmp_path / "case.jsonl"], tmp_path / "shuffled")
    assert shown() == expected


def test_a_bad_input_is_named_and_the_rest_goes_on(reports: Path, ledger: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    rows = [{"text": "An airstrike killed 3 people in Idlib on February 9, 2019."}, {"text": "half a pair: \ud800"}]
    (reports / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    result = build([reports, reports / "absent.txt"], ledger)
    wrong = " ".join(str(error) for error in result.errors)
    assert all(name in wrong for name in ("empty.txt", "absent.txt", "rows.jsonl:2"))
    assert selectors.counts().documents == 4
    assert verify(ledger).ok


def test_what_another_reader_read_is_read_again(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    expected = projection_digest()
    page = selectors.document(selectors.documents()[0].id)
    keep_as_read_before(ledger, page.id)
    assert refresh(ledger) > 0
    assert projection_digest() != expected
    assert build([reports], ledger).read == 1
    assert projection_digest() == expected


def keep_as_read_before(ledger: Path, document_id: str) -> None:
    """An older reader's reading of a page: nothing found but one figure."""
    page = selectors.document(document_id)
    figure = next(word for word in ("12", "15", "Twelve") if word in page.text)
    keep(ledger, page, factories.reading(page, factories.toll(page, figure, 99)), received=False, reader="older")


def test_rebuilding_gives_the_same_bytes(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    before = (shown(), projection_digest(), selectors.counts())
    ProjectedClaim.objects.all().delete()
    assert rebuild(ledger) == 0
    assert (shown(), projection_digest(), selectors.counts()) == before


def test_an_account_follows_a_ruling(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    assert refresh(ledger) == 0
    row = selectors.incidents(sort="documents")[0]
    (highest,) = (
        each.claim
        for each in selectors.claim_rows(incident=row.id)
        if each.claim.kind == "toll" and getattr(each.claim.value, "low", None) == 15
    )
    reject(highest.id, actor="Ada", reason="a slip of the pen")
    assert refresh(ledger) == 1
    assert selectors.incident(row.id).killed == selectors.FigureRange(12, 12)
    assert verify(ledger).ok


def test_an_account_can_be_asked_for_as_of_a_day(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    row = selectors.incidents(sort="documents")[0]
    for alias in selectors.account(row.id).aliases:
        assert account_at(ledger, alias) == selectors.account(row.id)
    assert account_at(ledger, row.id, as_of="2019-01-01").as_of == "2019-01-01"
    with pytest.raises(NotFoundError, match="policy"):
        account_at(ledger, row.id, policy="none")
    with pytest.raises(NotFoundError, match="incident"):
        account_at(ledger, "00000000")


def test_a_projection_that_was_touched_is_named(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    touched = ProjectedClaim.objects.order_by("id").first()
    assert touched is not None
    ProjectedClaim.objects.filter(id=touched.id).update(quote="other words")
    (problem,) = verify(ledger).problems
    assert problem.where == f"ProjectedClaim {touched.id}"


def test_a_ledger_in_use_is_waited_for_or_said(reports: Path, ledger: Path) -> None:
    told: list[str] = []
    with locked(ledger), pytest.raises(LedgerError, match="in use"):
        build([reports], ledger, BuildOptions(patience=0), lambda doing, *_: told.append(doing))
    assert told == ["waiting for another process"]


def test_nothing_in_nothing_out(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A quiet day at the fair. Nobody was hurt.", encoding="utf-8")
    build([tmp_path / "one.txt"], ledger)
    assert selectors.incidents() == ()
    assert rebuild(ledger) == 0
    assert verify(ledger).ok


def test_the_rules_of_published_accounts_are_kept_once(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    refresh(ledger)
    rebuild(ledger)
    (kept,) = Event.objects.filter(kind="policy")
    assert kept.subject == "range"
    first = Event.objects.filter(kind="account").order_by("seq")[0]
    assert decode(PolicyText, kept.body).hash == decode(Account, first.body).policy_hash
    assert kept.seq < first.seq
