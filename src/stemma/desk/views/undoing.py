"""What somebody last ruled of incidents, as long as it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from stemma.desk.accounts.person import asking
from stemma.ledger import selectors
from stemma.ledger.selectors import RulingRow
from stemma.model.member import person_key
from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import act_of


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last ruling of a person, where it is on incidents and took nothing back: its id, act and reason, the
    references that it names, how many pairs were ruled on at once."""

    ruling: str
    act: str
    reason: str
    references: frozenset[str]
    pairs: int


def undoable(request: HttpRequest, names: frozenset[str] | None = None) -> Undoable | None:
    """What who asks could undo; of an incident with these `names` alone, where they are given. Whether it is allowed is
    asked again when it is done."""
    who = asking(request)
    if "withdraw" not in who.may:
        return None
    own = [row for row in selectors.rulings() if person_key(row.ruling.actor) == person_key(who.name)]
    last = own[-1].ruling if own else None
    if not isinstance(last, SamenessRuling) or last.act == "withdraw":
        return None
    together = [one for row in own if (one := _of(row, own[-1])) is not None]
    named = frozenset(name for one in together for name in (one.a, one.b))
    if names is not None and not names & named:
        return None
    return Undoable(last.id, last.act, last.reason, named, len(together))


def _of(row: RulingRow, last: RulingRow) -> SamenessRuling | None:
    ruling = row.ruling
    return ruling if isinstance(ruling, SamenessRuling) and act_of(row) == act_of(last) else None
