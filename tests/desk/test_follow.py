from __future__ import annotations

import time
from pathlib import Path

from stemma.desk.follow import follower
from stemma.ledger import selectors
from stemma.ledger.models import ProjectedClaim
from stemma.review import reject
from tests.ledgers import fill

TRIALS = 600


def test_the_accounts_follow_what_is_decided(ledger: Path) -> None:
    fill(ledger)
    with follower(ledger) as process:
        claim = ProjectedClaim.objects.filter(kind="toll").order_by("id").first()
        assert claim is not None
        reject(claim.id, actor="ada", reason="counts another attack")
        for _ in range(TRIALS):
            if not selectors.accounts_due():
                break
            time.sleep(0.05)
        assert not selectors.accounts_due()
        assert ProjectedClaim.objects.get(id=claim.id).ruling == "reject"
    assert process.wait(20) != 0  # ended by us, not by itself
