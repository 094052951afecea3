"""What differs between two states of a ledger, by incident. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.build.side import Side
from stemma.ledger.rulings.attachment import Kept, Queued, differing
from stemma.model.claim import Claim
from stemma.model.rereading import ClaimChange, Fate, IncidentChange, QueuedRuling
from stemma.model.sensitivity import Change
from stemma.reconcile.sensitivity import differences


@dataclass(slots=True)
class _Group:
    """Incidents of both sides that have references in common."""

    before: list[str] = field(default_factory=list)
    now: list[str] = field(default_factory=list)
    claims: list[ClaimChange] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    queued: list[Queued] = field(default_factory=list)


def compare_sides(before: Side, now: Side) -> tuple[IncidentChange, ...]:
    """Every incident of which something differs, those with more moved findings first; claims of no incident last."""
    groups, group_of_before, group_of_now = _grouped(before, now)
    unlinked = _Group()

    def home(*told: tuple[Side, Claim | None]) -> _Group:
        for side, claim in told:
            incident = side.home(claim) if claim is not None else None
            if incident is not None:
                return (group_of_now if side is now else group_of_before)[incident]
        return unlinked

    for change in _claim_changes(before.claims.values(), now.claims.values()):
        home((now, change.now), (before, change.before)).claims.append(change)
    for kept in now.attachment.kept:
        home((now, kept.claim), (before, kept.claim)).kept.append(kept)
    waiting = {queued.ruling.id for queued in before.attachment.queued}
    for queued in now.attachment.queued:
        if queued.ruling.id not in waiting:
            told = [(now, claim) for claim in queued.now]
            home(*told, (now, queued.seen), (before, queued.seen)).queued.append(queued)
    found = [_told(group, before, now) for group in (*groups, unlinked)]
    return tuple(sorted(filter(_is_change, found), key=_rank))


def _rank(change: IncidentChange) -> tuple[bool, int, int, tuple[str, ...], tuple[str, ...]]:
    return (change.fate == "unlinked", -len(change.findings), -len(change.claims), change.now, change.before)


def _is_change(change: IncidentChange) -> bool:
    same = change.fate == "unlinked" or (change.fate == "stays" and change.before == change.now)
    return bool(change.claims or change.findings or change.queued) or not same


def _grouped(before: Side, now: Side) -> tuple[list[_Group], Mapping[str, _Group], Mapping[str, _Group]]:
    """Incidents in groups that share references, by following them to and fro."""
    sides = (before, now)
    members = (_members(before), _members(now))
    seen: tuple[dict[str, _Group], dict[str, _Group]] = ({}, {})
    groups: list[_Group] = []
    starts = [(side, name) for side in (0, 1) for name in sorted(members[side])]
    for at, start in starts:
        if start in seen[at]:
            continue
        groups.append(_Group())
        ahead = [(at, start)]
        while ahead:
            side, name = ahead.pop()
            if name not in seen[side]:
                seen[side][name] = groups[-1]
                (groups[-1].now if side else groups[-1].before).append(name)
                there = sides[1 - side].incident_of
                ahead += [(1 - side, there[alias]) for alias in members[side][name] if alias in there]
    return groups, *seen


def _members(side: Side) -> dict[str, list[str]]:
    """The references of every incident."""
    found: dict[str, list[str]] = {name: [] for name in side.accounts}
    for alias, incident in side.incident_of.items():
        found[incident].append(alias)
    return found


def _claim_changes(before: Iterable[Claim], now: Iterable[Claim]) -> Iterator[ClaimChange]:
    """Claims of one mention that are on one side alone, each beside the likest of the other side."""
    old, new = _by_mention(before), _by_mention(now)
    for mention in sorted(old.keys() | new.keys()):
        lost = [claim for name, claim in old[mention].items() if name not in new[mention]]
        gained = [claim for name, claim in new[mention].items() if name not in old[mention]]
        while lost and gained:
            one, other = min(((a, b) for a in lost for b in gained), key=_distance)
            lost.remove(one)
            gained.remove(other)
            yield ClaimChange(mention, one, other, differing(one, other))
        yield from (ClaimChange(mention, claim, None, ()) for claim in lost)
        yield from (ClaimChange(mention, None, claim, ()) for claim in gained)


def _by_mention(claims: Iterable[Claim]) -> dict[str, dict[str, Claim]]:
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda claim: claim.id):
        found[claim.mention_id][claim.id] = claim
    return found


def _distance(pair: tuple[Claim, Claim]) -> tuple[int, str, str]:
    return len(differing(*pair)), pair[0].id, pair[1].id


def _told(group: _Group, before: Side, now: Side) -> IncidentChange:
    earlier, later = sorted(group.before), sorted(group.now)
    fate = _fate(len(earlier), len(later))
    label = next((side.accounts[name].label for side, names in ((now, later), (before, earlier)) for name in names), "")
    return IncidentChange(
        fate,
        label,
        tuple(earlier),
        tuple(later),
        tuple(sorted(group.claims, key=_place)),
        _findings(earlier, later, before, now),
        tuple(kept.ruling for kept in group.kept),
        tuple(QueuedRuling(queued.ruling, queued.seen, queued.now) for queued in group.queued),
    )


def _fate(before: int, now: int) -> Fate:
    match (before, now):
        case (0, 0):
            return "unlinked"
        case (1, 1):
            return "stays"
        case (0, _):
            return "appears"
        case (_, 0):
            return "vanishes"
        case (_, 1):
            return "merges"
        case (1, _):
            return "splits"
        case _:
            return "regroups"


def _findings(earlier: Sequence[str], later: Sequence[str], before: Side, now: Side) -> tuple[Change, ...]:
    """Each incident of before against the one that holds most of its references now; what is left over on either side
    against nothing."""
    heirs = {name: _heir(name, later, before, now) for name in earlier}
    found: list[Change] = []
    for name, heir in heirs.items():
        after = now.accounts[heir].findings if heir is not None else ()
        found += differences(before.accounts[name].findings, after)
    for name in later:
        if name not in heirs.values():
            found += differences((), now.accounts[name].findings)
    return tuple(found)


def _heir(name: str, later: Sequence[str], before: Side, now: Side) -> str | None:
    held = [now.incident_of.get(alias) for alias in before.accounts[name].aliases]
    return min(later, key=lambda one: (-held.count(one), one), default=None)


def _place(change: ClaimChange) -> tuple[str, int, str]:
    claim = change.now or change.before
    return ("", 0, "") if claim is None else (claim.document_id, claim.mention.start, claim.id)
