"""Figures over time: the account as of each day on which a report came out, and where its range moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.finding import Finding, Support
from stemma.model.incident import Incident
from stemma.model.origin import Trace
from stemma.model.ruling import Ruling
from stemma.model.timeline import OriginLine, OriginStep, Step, Timeline
from stemma.model.value import Value
from stemma.reconcile.account import reconcile
from stemma.reconcile.ends import counting, has_range, holders, labels, slot_of
from stemma.reconcile.wording import spoken

Which = tuple[str | None, str | None]
"""A finding within its slot: group and victim class, both null for the whole."""
Moment = tuple[str | None, dict[Which, Finding]]
"""The findings of a slot as of the end of a day; of a null day, with pages of no known day."""


def timelines(  # noqa: PLR0913 - what an account is made of, each named in the contract of the stage
    incident: Incident,
    claims: Iterable[Claim],
    documents: Iterable[Document],
    trace: Trace,
    policy: Policy,
    rulings: Iterable[Ruling] = (),
    *,
    bloc: Callable[[str], str | None],
    slot: str,
) -> tuple[Timeline, ...]:
    """The whole's timeline, then those of its parts (children, a group by name); none where the slot has no number.

    Arguments as for `reconcile`. Pure. By construction a step is what `reconcile(…, as_of=day)` finds: rulings and
    origins are today's, for it is the reports that come out day by day. What was recorded when is the ledger's affair.
    """
    about = tuple(claim for claim in claims if slot_of(claim) == slot)
    speaking = {claim.document_id for claim in about}
    pages = tuple(page for page in documents if page.id in speaking)
    ruled = tuple(rulings)
    moments: list[Moment] = []
    for day in _days(pages):
        made = reconcile(incident, about, pages, trace, policy, ruled, bloc=bloc, as_of=day)
        moments.append((day, {(f.group, f.victim_class): f for f in made.findings}))
    every = dict.fromkeys(which for _, found in moments for which, f in found.items() if has_range(f))
    ordered = sorted(every, key=lambda which: (which[1] or "", which[0] or ""))
    return tuple(_timeline(incident.id, slot, policy, which, moments) for which in ordered)


def _days(pages: Sequence[Document]) -> list[str | None]:
    """The days on which pages came out, then none, for what came out at no known time. A page of which only the month
    or the year is known counts from its first day on, as it does in an account as of a day."""
    dated = {page.published[:10] for page in pages if page.published}
    return [*sorted({day + "0000-01-01"[len(day) :] for day in dated}), None]


def _timeline(incident: str, slot: str, policy: Policy, which: Which, moments: Sequence[Moment]) -> Timeline:
    told = [(day, found.get(which)) for day, found in moments]
    group, victim_class = which
    return Timeline(incident, slot, group, victim_class, policy.name, _steps(told), _lines(told))


def _steps(told: Sequence[tuple[str | None, Finding | None]]) -> tuple[Step, ...]:
    """One for each day on which a bound, the status or who holds an end changed."""
    steps: list[Step] = []
    for day, finding in told:
        step = _step(day, finding)
        before = steps[-1] if steps else _step(day, None)
        if _held(step) != _held(before):
            steps.append(step)
    return tuple(steps)


def _held(step: Step) -> tuple[object, ...]:
    """All of a step but its day."""
    return (
        step.low, step.high, step.published_low, step.published_high,
        step.status, step.origins, step.low_by, step.high_by,
    )  # fmt: skip


def _step(day: str | None, finding: Finding | None) -> Step:
    if finding is None:
        return Step(day, None, None, None, None, "unknown", 0, (), ())
    return Step(
        day=day,
        low=finding.low,
        high=finding.high,
        published_low=finding.published_low,
        published_high=finding.published_high,
        status=finding.status,
        origins=len({support.key for position in counting(finding) for support in position.origins}),
        low_by=labels(holders(finding, finding.low)),
        high_by=labels(holders(finding, finding.high)),
    )


def _lines(told: Sequence[tuple[str | None, Finding | None]]) -> tuple[OriginLine, ...]:
    stood: dict[str, list[OriginStep]] = {}
    known: dict[str, Support] = {}
    claims: dict[str, set[str]] = {}
    for day, finding in told:
        now = _standing(finding)
        for key, (support, _) in now.items():
            known.setdefault(key, support)
        for key in known:
            values = now[key][1] if key in now else ()
            steps = stood.setdefault(key, [])
            if not steps or _spoken(steps[-1].values) != _spoken(values):
                steps.append(OriginStep(day, values))
        for position in finding.positions if finding else ():
            for support in position.origins:
                claims.setdefault(support.key, set()).update(support.claims)
    return tuple(
        OriginLine(key, known[key].label, known[key].bloc, tuple(stood[key]), tuple(sorted(claims[key])))
        for key in known
    )


def _spoken(values: Sequence[Value]) -> list[str]:
    """Values as they read: what their groups are called is no change."""
    return [spoken(value) for value in values]


def _standing(finding: Finding | None) -> dict[str, tuple[Support, tuple[Value, ...]]]:
    """What each origin stands by, in the order of the positions."""
    found: dict[str, tuple[Support, tuple[Value, ...]]] = {}
    for position in counting(finding) if finding else ():
        for support in position.origins:
            _, before = found.get(support.key, (support, ()))
            found[support.key] = (support, (*before, position.value))
    return found
