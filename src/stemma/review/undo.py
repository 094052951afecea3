"""Take back the last thing that somebody ruled of claims, incidents or figures: accounts are again what they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import RulingRow
from stemma.ledger.writer import writing
from stemma.model.member import person_key
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling, SamenessRuling
from stemma.review.override import record as record_field
from stemma.review.pairs import act_of, checked, pair
from stemma.review.pairs import record as record_pairs
from stemma.review.withdraw_claim import end


def undo(*, actor: str, reason: str, of: str | None = None) -> tuple[Ruling, ...]:
    """End the actor's last ruling on a claim, on a figure, or on two incidents with all that was ruled in the same act;
    or, with `of` (the id of a ruling), an earlier act of theirs on claims.

    It gives back exactly what was there before, so it is refused where it could not: InputError where the last act
    took something back itself, where a later ruling has taken its place, and where it
    had taken an earlier one's place, which would not come back. NotFoundError where the actor ruled nothing,
    NotAllowedError where their role allows no withdrawing, InputError for a missing reason or an actor without a name.
    """
    with writing():
        who = checked("withdraw", actor, reason)
        if of is not None:
            return _undone(_claims_of(of, who), actor=who, reason=reason)
        rows = selectors.rulings()
        own = [row for row in rows if person_key(row.ruling.actor) == person_key(who)]
        if not own:
            raise NotFoundError(f"{who} has ruled nothing in this ledger")
        last = own[-1].ruling
        if last.act == "withdraw":
            raise InputError("undo", "the last act took something back itself; rule on that anew")
        act = [row for row in own if act_of(row) == act_of(own[-1]) and type(row.ruling) is type(last)]
        if not isinstance(last, ClaimRuling):
            _refuse_unless_alone(rows, act)
        if isinstance(last, ClaimRuling):
            return _undone([one for row in act if isinstance(one := row.ruling, ClaimRuling)], actor=who, reason=reason)
        if isinstance(last, FindingRuling):
            ended = replace(last, id="", act="withdraw", value=None, actor=who, reason=reason)
            return (record_field(ended),)
        chosen = {pair(made.a, made.b) for row in act if isinstance(made := row.ruling, SamenessRuling)}
        return record_pairs("withdraw", chosen, actor=who, reason=reason)


def _claims_of(name: str, who: str) -> list[ClaimRuling]:
    """The rulings on claims that were made in one act with that of the id `name`."""
    row = selectors.ruling_row(name)
    if not isinstance(row.ruling, ClaimRuling) or person_key(row.ruling.actor) != person_key(who):
        raise InputError("undo", f"{name[:8]} is no ruling on a claim by {who}")
    made = (one for one in selectors.rulings(at=row.recorded_at) if act_of(one) == act_of(row))
    return [one.ruling for one in made if isinstance(one.ruling, ClaimRuling)]


def _undone(act: Sequence[ClaimRuling], *, actor: str, reason: str) -> tuple[ClaimRuling, ...]:
    """Each claim's withdrawn, after all were found to stand alone. Others' doubts are in nobody's way."""
    own = {made.id for made in act}
    for made in act:
        rows = [
            row
            for row in selectors.rulings(mention=made.mention_id)
            if row.ruling.act != "unsure" or person_key(row.ruling.actor) == person_key(actor)
        ]
        _refuse_unless_alone(rows, [row for row in rows if row.ruling.id in own])
    claims = {(made.mention_id, made.root): made for made in act}.values()
    return tuple(end(selectors.attachment(made.mention_id), made.id, actor=actor, reason=reason) for made in claims)


def _refuse_unless_alone(rows: Sequence[RulingRow], act: Sequence[RulingRow]) -> None:
    """InputError where something ruled later stands in place of the act, or it stands in place of something earlier."""
    ruled: dict[tuple[str, ...], list[RulingRow]] = {}
    for row in rows:
        ruled.setdefault(_about(row.ruling), []).append(row)
    for row in act:
        on = ruled[_about(row.ruling)]
        if on[-1] not in act:
            raise InputError("undo", f"{on[-1].ruling.actor} has ruled on the same since, and that holds")
        before = on[: on.index(next(one for one in on if one in act))]
        if before and before[-1].ruling.act != "withdraw":
            raise InputError(
                "undo", f"it took the place of a ruling by {before[-1].ruling.actor}; rule that again instead"
            )


def _about(ruling: Ruling) -> tuple[str, ...]:
    """What a ruling decides, one key for all names of an incident."""
    match ruling:
        case SamenessRuling():
            return ("pair", *pair(ruling.a, ruling.b))
        case FindingRuling():
            return ("field", selectors.resolve(ruling.incident), *ruling.about)
        case _:
            return ("claim", ruling.mention_id, ruling.root)
