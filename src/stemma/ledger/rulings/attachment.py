"""Which rulings on claims hold after re-reading, and which wait for a person.

It stands beside the snapshot, and not among the stages, because it needs what no stage knows: claims that stand no
more, and which claims were read together. It is pure all the same: whoever calls it brings both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from stemma.errors import LedgerError
from stemma.model.claim import Claim
from stemma.model.content import content_of
from stemma.model.ruling import ClaimRuling, covers

Company = Callable[[str], Set[str]]
"""Claim id -> the claims that were ever read together with it in one reading, itself included."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A ruling and the claim, as read today, that it holds for."""

    ruling: ClaimRuling
    claim: Claim


@dataclass(frozen=True, slots=True)
class Queued:
    """A ruling whose content the newer reading changed: the claim as it was read when it was seen, and what is read at
    its mention now (none, one or several). It has no effect until somebody decides again."""

    ruling: ClaimRuling
    seen: Claim
    now: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """Every standing ruling once, in the order in which they were made."""

    kept: tuple[Kept, ...] = ()
    queued: tuple[Queued, ...] = ()


NOTHING_RULED = Attachment()


@dataclass(frozen=True, slots=True)
class Ground:
    """What rulings are attached with: every claim that they name by its id, which claims were read together, and the
    event references that stand today."""

    named: Mapping[str, Claim]
    company: Company
    references: Collection[str]

    def root(self, ruling: ClaimRuling) -> Claim:
        """The claim that a ruling rests on, as it was read; LedgerError where no event holds it."""
        if ruling.root not in self.named:
            raise LedgerError(
                f"the ledger is damaged: a ruling names claim {ruling.root}, which no event holds (see `stemma verify`)"
            )
        return self.named[ruling.root]


def attach(rulings: Iterable[ClaimRuling], current: Iterable[Claim], ground: Ground) -> Attachment:
    """Keep each standing ruling on the claim whose content in the ruled field is what was ruled on, or queue it.

    `rulings` are all that were ever made, in their order; `current` are the claims of today's readings, as read.
    """
    at_mention: dict[str, list[Claim]] = defaultdict(list)
    for claim in current:
        at_mention[claim.mention_id].append(claim)
    kept, queued = [], []
    for ruling in standing_on_claims(rulings, ground):
        now = at_mention.get(ruling.mention_id, [])
        target = _target(ruling, now, ground)
        if target is None and ruling.act == "unsure":
            continue  # whoever could not tell has said nothing of what is read there now
        if target is None:
            queued.append(Queued(ruling, ground.root(ruling), tuple(sorted(now, key=lambda claim: claim.id))))
        else:
            kept.append(Kept(ruling, target))
    return Attachment(tuple(kept), tuple(queued))


def standing_on_claims(rulings: Iterable[ClaimRuling], ground: Ground) -> tuple[ClaimRuling, ...]:
    """Those that no later ruling ended, in the order in which they were made."""
    made = tuple(rulings)
    of_mention: dict[str, list[tuple[int, ClaimRuling]]] = defaultdict(list)
    for place, ruling in enumerate(made):
        of_mention[ruling.mention_id].append((place, ruling))
    ended = {
        place
        for held in of_mention.values()
        for place, ruling in held
        if ruling.act == "withdraw" or any(after > place and _ends(later, ruling, ground) for after, later in held)
    }
    return tuple(ruling for place, ruling in enumerate(made) if place not in ended)


def _ends(later: ClaimRuling, earlier: ClaimRuling, ground: Ground) -> bool:
    """On the same claim: as rulings do. Another claim of the same reading is another matter. On a claim of another
    reading: where the earlier ruling held for it too, again as rulings do; else the earlier one was waiting, and a
    decision about the mention answers it."""
    if later.root == earlier.root:
        return covers(later, earlier)
    if later.root in ground.company(earlier.root):
        return False
    return covers(later, earlier) or not _unchanged(earlier, ground.root(later), ground)


def _unchanged(ruling: ClaimRuling, claim: Claim, ground: Ground) -> bool:
    """Whether a claim says in the ruled field what the claim that was ruled on says there, as it was read or seen."""
    root = ground.root(ruling)
    if claim.id in (root.id, ruling.claim_id):
        return True
    if ruling.field == "all":
        return False
    seen = ground.named.get(ruling.claim_id, root)
    said = content_of(claim, ruling.field)
    return said in (content_of(root, ruling.field), content_of(seen, ruling.field))


def _target(ruling: ClaimRuling, now: Sequence[Claim], ground: Ground) -> Claim | None:
    """The claim that was ruled on where it is still read; else the one unchanged in the field that is like it in most
    others. Claims that were read beside it then are others, and of two that are as like it nobody can tell."""
    if _is_about_a_lost_event(ruling, ground):
        return None
    for name in (ruling.root, ruling.claim_id):
        same = [claim for claim in now if claim.id == name]
        if same:
            return same[0]
    unchanged = [claim for claim in now if _unchanged(ruling, claim, ground)]
    if not unchanged:
        return None
    others = ground.company(ruling.root)
    likeness = {claim.id: _likeness(ground.root(ruling), claim) for claim in unchanged if claim.id not in others}
    best = [claim for claim in unchanged if likeness.get(claim.id, -1) == max(likeness.values(), default=0)]
    return best[0] if len(best) == 1 else None


def _is_about_a_lost_event(ruling: ClaimRuling, ground: Ground) -> bool:
    """A correction that names a reference which no reading holds any more could be shown nowhere."""
    event = ruling.content.event if ruling.content is not None else None
    return event is not None and event.ref not in ground.references


def _likeness(one: Claim, other: Claim) -> int:
    return len(FIELDS) - len(differing(one, other))


FIELDS = ("value", "voices", "stance", "event", "hedges", "relays", "quote", "kind")
"""What two claims on one mention may differ in."""


def differing(one: Claim, other: Claim) -> tuple[str, ...]:
    """The fields in which two claims differ."""
    return tuple(name for name in FIELDS if getattr(one, name) != getattr(other, name))
