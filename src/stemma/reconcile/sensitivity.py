"""What the ends of an account's ranges rest on, and what the account would be without some of its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.finding import Account, Finding
from stemma.model.incident import Incident
from stemma.model.origin import Trace
from stemma.model.ruling import Ruling, accepted
from stemma.model.sensitivity import Change, Effect, End, Extent, Removal, Sensitivity, WhatIf
from stemma.reconcile.account import reconcile
from stemma.reconcile.ends import has_range, holders, is_count, slot_of
from stemma.reconcile.entry import entries
from stemma.reconcile.removals import removals
from stemma.reconcile.twins import in_parts, twins

Key = tuple[str, str | None, str | None]
"""Slot, group and victim class of a finding."""
Reconciled = Callable[[Sequence[Claim]], Account]


@dataclass(frozen=True, slots=True)
class _Slot:
    """One slot's claims, what they give, and the ids of those without which it might give another range, each with its
    twins: all of a set have to go for that."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    movers: Mapping[str, frozenset[str]]

    def may_move(self, gone: Set[str]) -> bool:
        """Whether an end can move without the claims `gone`. It is never false where one does."""
        return any(self.movers[claim] <= gone for claim in gone & self.movers.keys())


def sensitivity(  # noqa: PLR0913 - what an account is made of, each named in the contract of the stage
    incident: Incident,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    trace: Trace,
    policy: Policy,
    rulings: Iterable[Ruling] = (),
    *,
    bloc: Callable[[str], str | None],
) -> Sensitivity:
    """Who holds each end of each range, and every single removal that moves an end. Arguments as for `reconcile`. Pure.

    Origins stay as traced from everything: a claim that is left out founds no figure, yet what it told of its voice
    is still known.
    """
    pages, ruled = tuple(documents), tuple(rulings)

    def made(some: Sequence[Claim]) -> Account:
        return reconcile(incident, some, pages, trace, policy, ruled, bloc=bloc)

    counts = tuple(claim for claim in claims if is_count(claim))
    alike = twins(entries(counts, pages, trace, policy, rulings=ruled), policy)
    slots = _slots(counts, made(counts).findings, alike if _takes_extremes(policy) else None, ruled)
    tried = ((removal, _changes(removal, slots, made)) for removal in removals(counts, pages, trace))
    return Sensitivity(
        incident=incident.id,
        policy=policy.name,
        ends=tuple(end for slot in slots for finding in slot.findings for end in _ends(finding)),
        effects=tuple(Effect(removal, changes) for removal, changes in tried if changes),
    )


def what_if(  # noqa: PLR0913 - as above
    incident: Incident,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    trace: Trace,
    policy: Policy,
    rulings: Iterable[Ruling] = (),
    *,
    bloc: Callable[[str], str | None],
    without: Sequence[Removal],
    as_of: str | None = None,
) -> WhatIf:
    """The account without everything in `without`, together, beside the account with it; both as of a day, where one is
    given."""
    every, pages, ruled = tuple(claims), tuple(documents), tuple(rulings)
    left_out = {claim for removal in without for claim in removal.claims}
    before = reconcile(incident, every, pages, trace, policy, ruled, bloc=bloc, as_of=as_of)
    rest = tuple(claim for claim in every if claim.id not in left_out)
    after = reconcile(incident, rest, pages, trace, policy, ruled, bloc=bloc, as_of=as_of)
    return WhatIf(tuple(without), differences(before.findings, after.findings), after)


def _takes_extremes(policy: Policy) -> bool:
    """Whether ends are the lowest and the highest number that stands: then not every claim has to be tried."""
    return (policy.low, policy.high) == ("lowest", "highest")


def _slots(
    counts: Sequence[Claim],
    findings: Sequence[Finding],
    alike: Mapping[str, frozenset[str]] | None,
    rulings: Sequence[Ruling],
) -> tuple[_Slot, ...]:
    """In the order of an account; slots share no claims, so each can be reconciled alone. Without `alike` any claim may
    move an end."""
    pinned = frozenset(claim for _, claim in accepted(rulings))
    slots = []
    for name in dict.fromkeys(finding.slot for finding in findings):
        claims = tuple(claim for claim in counts if slot_of(claim) == name)
        of_slot = tuple(finding for finding in findings if finding.slot == name)
        if alike is None:
            movers = {claim.id: frozenset({claim.id}) for claim in claims}
        else:
            movers = {claim: alike[claim] for claim in (_movers(of_slot, pinned) | in_parts(claims)) & alike.keys()}
        slots.append(_Slot(claims, of_slot, movers))
    return tuple(slots)


def _movers(findings: Sequence[Finding], accepted: Set[str]) -> frozenset[str]:
    """The only claims whose absence can move an end where ends are the lowest and the highest number that stands.

    A claim that holds an end can; any, where an end is nobody's number. So can one of an origin that has overtaken
    counts, since without the later count an earlier one stands again. Any other stands by its origin's only number,
    between the ends, and leaves without a trace. An accepted count stands even where its text calls it an earlier one,
    and may overtake others so. Parts and their wholes are tried beside these: what is one without the other is for the
    slots to say.
    """
    found: set[str] = set()
    for finding in findings:
        supports = [support for position in finding.positions for support in position.origins]
        changed = {s.key for p in finding.positions if p.superseded_by is not None for s in p.origins}
        low, high = holders(finding, finding.low), holders(finding, finding.high)
        held = bool(low and high) or not has_range(finding)
        for support in [*low, *high, *(s for s in supports if not held or s.key in changed)]:
            found.update(support.claims)
        found.update(claim for support in supports for claim in support.claims if claim in accepted)
    return frozenset(found)


def _changes(removal: Removal, slots: Sequence[_Slot], made: Reconciled) -> tuple[Change, ...]:
    """The ends that a removal moves."""
    gone = set(removal.claims)
    found: list[Change] = []
    for slot in slots:
        if slot.may_move(gone):
            after = made([claim for claim in slot.claims if claim.id not in gone]).findings
            found += differences([f for f in slot.findings if has_range(f)], after, ends_only=True)
    return tuple(found)


def differences(
    before: Sequence[Finding], after: Sequence[Finding], *, ends_only: bool = False
) -> tuple[Change, ...]:  # fmt: skip
    """Findings whose range or status differs. `ends_only`: those of `before` whose range does."""
    first, second = ({_key(finding): _extent(finding) for finding in some} for some in (before, after))
    keys = first if ends_only else first | second
    return tuple(
        Change(*key, first.get(key), second.get(key))
        for key in keys
        if (_range(first.get(key)) != _range(second.get(key)) if ends_only else first.get(key) != second.get(key))
    )


def _key(finding: Finding) -> Key:
    return finding.slot, finding.group, finding.victim_class


def _extent(finding: Finding) -> Extent:
    return Extent(finding.low, finding.high, finding.status)


def _range(extent: Extent | None) -> tuple[int | None, int | None]:
    return (extent.low, extent.high) if extent is not None else (None, None)


def _ends(finding: Finding) -> list[End]:
    bounds: tuple[tuple[Literal["low", "high"], int | None], ...] = (("low", finding.low), ("high", finding.high))
    return [
        End(finding.slot, finding.group, finding.victim_class, end, value, holders(finding, value))
        for end, value in bounds
        if value is not None
    ]
