"""Eight processes that build and review one ledger at once lose nothing and double nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from stemma.build import build, verify
from stemma.ledger import open_ledger, selectors
from stemma.ledger.models import Event
from tests.build.crowd import EACH, RULINGS

CROWD = Path(__file__).with_name("crowd.py")

pytestmark = pytest.mark.both_databases


@pytest.fixture
def arriving(tmp_path: Path) -> Path:
    """Reports that are not in the ledger yet: one for every build, and one for all of them."""
    folder = tmp_path / "arriving"
    folder.mkdir()
    for name in ("shared", *map(str, range(EACH))):
        text = (
            f"HOMS, March 9, 2019 - A shell hit a bakery in Homs on Saturday, killing 7 people, witness {name} said.\n"
        )
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_builds_and_reviews_at_once(reports: Path, ledger: Path, arriving: Path, root: Path) -> None:
    build([reports], ledger)
    claims = sorted(row.claim.id for row in selectors.claim_rows(kind="toll"))
    connection.close()
    command = [sys.executable, str(CROWD), str(ledger), str(arriving), *claims]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert (ran.returncode, ran.stderr) == (0, "")
    ended = json.loads(ran.stdout)
    assert [each for each in ended if each["code"]] == []
    told = [said for each in ended for said in each["told"]]
    assert [said["received"] for said in told if "received" in said] == [2] * EACH
    open_ledger(ledger, create=False)
    held = Counter(Event.objects.filter(kind__in=("capture", "ruling", "claim")).values_list("kind", "subject"))
    assert set(held.values()) == {1}
    assert {key for kind, key in held if kind == "ruling"} == {said["ruled"] for said in told if "ruled" in said}
    assert sum(kind == "ruling" for kind, _ in held) == EACH * RULINGS
    assert sum(kind == "capture" for kind, _ in held) == 3 + EACH + 1
    assert verify(ledger).problems == ()
