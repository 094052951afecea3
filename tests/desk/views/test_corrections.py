"""The page of a document tells of what people corrected in its claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.test import Client

from stemma.build import refresh
from stemma.ledger import selectors
from stemma.review import correct
from tests.ledgers import fill


def test_a_corrected_claim_tells_who_changed_what(
    client: Client, ledger: Path, join: Callable[[str, str], Client]
) -> None:
    made = fill(ledger)
    (page, _), (reading, _) = made.pages, made.readings
    said = (
        ("value", {"low": 44, "high": 44}, "40 killed"),
        ("voice", [{"name": "A mayor"}], "the page itself"),
        ("stance", "denies", "asserts"),
        ("event", {"background": True}, "Air strike"),
    )
    name = reading.claims[0].id
    for field, content, _ in said:
        correct(name, field=field, content=content, actor="<b>Ada</b>", reason="the scan")  # type: ignore[arg-type]
        refresh(ledger)
        name = next(row.claim.id for row in selectors.claim_rows(document=page.id) if row.read is not None)
    assert "an analyst corrected it; as read: 40 killed" in client.get(f"/documents/{page.id}/").content.decode()
    html = join("Ada", "administrator").get(f"/documents/{page.id}/").content.decode()
    assert "44 killed" in html
    for _, _, before in said:
        assert f"&lt;b&gt;Ada&lt;/b&gt; corrected it; as read: {before}" in html
    assert html.count("The scan") + html.count("the scan") == len(said)
    assert "<b>Ada</b>" not in html
