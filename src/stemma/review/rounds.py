"""What the acts of a round share."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.selectors import RoundRow
from stemma.ledger.writer import append, now
from stemma.model.claim import Claim
from stemma.model.coding import Coding, Judgement, Round
from stemma.model.member import person_key
from stemma.model.moment import identified


def open_one(name: str) -> RoundRow:
    """The round of that name or id; InputError where it is closed."""
    row = selectors.round_row(name)
    if row.closed_at is not None:
        raise InputError("round", f"{row.round.name!r} is closed since {row.closed_at[:10]}: its readings stand")
    return row


def coder_of(held: Round, person: str) -> str | None:
    """A coder's name as the round has it, however spelled; null for who is none."""
    return next((coder for coder in held.coders if person_key(coder) == person_key(person)), None)


def named_coder(held: Round, person: str) -> str:
    """The same; InputError for who is none."""
    coder = coder_of(held, person)
    if coder is None:
        raise InputError("actor", f"{person} is no coder of {held.name!r}; {' and '.join(held.coders)} are")
    return coder


def claim_of(held: Round, claim_id: str) -> Claim:
    """A claim of the round, by as much of its id as is unique in it; InputError where it stands no more."""
    wanted = claim_id.strip().lower()
    found = [claim for claim in held.claims if claim.startswith(wanted)]
    if len(found) != 1 or not wanted:
        raise InputError("claim", f"{claim_id!r} names {len(found)} claims of the round {held.name!r}, not one")
    if not selectors.standing(found):
        raise InputError("claim", f"{found[0]} stands no more as it was read: it needs no coding")
    return selectors.claim(found[0])


def record(held: Round, claim: Claim, said: Judgement, actor: str) -> Coding:
    """Append what somebody said of a claim."""
    at = now()
    made = identified(
        Coding(
            id="",
            round=held.id,
            mention_id=claim.mention_id,
            claim_id=claim.id,
            verdict=said.verdict,
            field=said.field,
            correction=said.correction,
            reason=said.reason,
            actor=actor,
        ),
        at=at,
    )
    append([of_act(made)], at=at)
    return made
