"""How heavy the pages of a real case are: every report of the shared case in one ledger."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from stemma.build import build
from stemma.ledger import selectors

LIMIT = 150_000
"""Bytes of markup: a second on a slow telephone line, compressed."""
CROWDED = ("-180,-90,180,90", "68,8,98,26", "5,42,25,54", "100,20,125,35", "35,32,44,37.4")
"""Boxes in which people live nearly everywhere, and that of most incidents."""
MAP = re.compile(r'<figure class="map">.*?</figure>', re.DOTALL)


@pytest.fixture
def case(shared: Path, ledger: Path) -> tuple[str, ...]:
    """The ids of the case's three biggest incidents."""
    corpus = shared / "bench/case/corpus.jsonl"
    if not corpus.is_file():
        pytest.skip("no bench/case/corpus.jsonl in the shared material")
    build([corpus], ledger)
    return tuple(row.id for row in selectors.incidents(sort="documents")[:3])


def test_no_page_of_the_biggest_incidents_is_heavy(client: Client, case: tuple[str, ...]) -> None:
    for incident in case:
        for page in (
            "",
            "?policy=airwars",
            "?policy=ucdp",
            "?of=all",
            "claims/",
            "claims/?page=2",
            "what-if/",
            "timeline/",
        ):
            markup = client.get(f"/incidents/{incident}/{page}").content.decode()
            assert len(MAP.sub("", markup).encode()) < LIMIT, f"{incident}/{page}"


def test_no_page_of_a_search_is_heavy(client: Client, case: tuple[str, ...]) -> None:
    for asked in ("killed", "killed&in=claims", "the&in=documents", "who+says+the+US+did+it%3F", "what+did+RT+say%3F"):
        markup = client.get(f"/search/?q={asked}").content
        assert len(markup) < LIMIT, asked


def test_no_view_of_a_result_is_heavy(client: Client, case: tuple[str, ...]) -> None:
    for page in ("", "?view=timeline", "?view=map", *(f"?view=map&box={box}" for box in CROWDED)):
        markup = client.get(f"/{page}").content
        assert len(markup) < LIMIT, page
