"""Eight processes that add and review at once lose nothing and double nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from stemma.ledger import selectors
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from tests.ledgers import Filled
from tests.review.crowd import OWN, SHARED

CROWD = Path(__file__).with_name("crowd.py")
PEOPLE, ROUNDS = 8, 6

pytestmark = pytest.mark.both_databases


def test_a_crowd_loses_nothing_and_doubles_nothing(filled: Filled) -> None:
    claims = [row.claim.id for row in selectors.claim_rows()]
    before = Event.objects.count()
    connection.close()
    command = [sys.executable, str(CROWD), str(filled.folder), str(PEOPLE), str(ROUNDS), *claims]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    told = json.loads(ran.stdout)
    made = sum(one["made"] for one in told)
    ruled = [ruling for one in told for ruling in one["ruled"]]
    assert made == ROUNDS * (PEOPLE * OWN + SHARED)
    assert Event.objects.count() == before + made + PEOPLE * ROUNDS
    held = Counter(Event.objects.filter(kind__in=("series", "ruling")).values_list("kind", "subject"))
    assert set(held.values()) == {1}
    assert sorted(subject for kind, subject in held if kind == "ruling") == sorted(ruled)
    assert verify(filled.folder).problems == ()
