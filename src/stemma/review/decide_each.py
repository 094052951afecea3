"""Accept or reject several claims in one act: a ruling for each, all of one moment, taken back together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append, now, writing
from stemma.model.ruling import ClaimRuling, ruling_on_claim
from stemma.review.permission import permitted
from stemma.review.undecided import refuse_decided


@dataclass(frozen=True, slots=True)
class DecidedEach:
    """The rulings made, and the claims that were refused, each with why."""

    rulings: tuple[ClaimRuling, ...]
    refused: tuple[tuple[str, str], ...]


def decide_each(
    act: Literal["accept", "reject"], claims: Iterable[str], *, actor: str, reason: str = ""
) -> DecidedEach:
    """Record it for every standing claim of `claims` (ids, or as much of each as is unique) that nobody has decided.

    One that is refused keeps no other back. Raises NotAllowedError for an actor whose role does not allow it,
    InputError where a rejection has no reason or the actor no name.
    """
    if act == "reject" and not reason.strip():
        raise InputError("reason", "a rejection says why, so that others can weigh it")
    made: dict[str, ClaimRuling] = {}
    refused = []
    with writing():
        who, at = permitted(act, actor), now()
        for name in dict.fromkeys(claims):
            try:
                row = selectors.claim_row(name)
                refuse_decided(row)
            except (InputError, NotFoundError) as error:
                refused.append((name, str(error)))
                continue
            claim = row.claim
            seen = ClaimRuling("", act, claim.mention_id, claim.id, "all", reason.strip(), who, read=row.read)
            made[claim.id] = ruling_on_claim(seen, at=at)
        append(map(of_ruling, made.values()), at=at)
    return DecidedEach(tuple(made.values()), tuple(refused))
