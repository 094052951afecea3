"""Enumerations: what a page lists and does not sum up ("a nurse and two doctors were killed") is summed up here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from stemma.model.value import Toll
from stemma.reconcile.entry import Entry

Row = tuple[str, str, str]
"""Mention of the verb over the list, state, stance."""


def sums(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry for each page, state and origin: the highest sum over an enumeration whose members are all numbers.

    The sum is nobody's words, so it names the claims that it adds up; its origin is that of its largest member. A
    page's shorter list counts some of the longer.
    """
    found = tuple(entries)
    stated = {entry.claim.mention_id for entry in found}
    rows: dict[Row, list[Entry]] = defaultdict(list)
    for entry in found:
        value = entry.claim.value
        if isinstance(value, Toll) and value.part_of is not None and value.part_of not in stated:
            rows[(value.part_of, value.state, entry.claim.stance)].append(entry)
    highest: dict[tuple[str, str, str, str], Entry] = {}
    for (_, state, stance), members in sorted(rows.items()):
        added = _added(members)
        if added is None:
            continue
        key = (added.document, state, stance, added.origin.key)
        if key not in highest or _figure(added) > _figure(highest[key]):
            highest[key] = added
    return tuple(highest[key] for key in sorted(highest))


def _added(members: list[Entry]) -> Entry | None:
    values = [entry.claim.value for entry in members if isinstance(entry.claim.value, Toll)]
    ends = [(value.low or value.high, value.high or value.low) for value in values]
    if len(values) < 2:
        return None
    lows, highs = [low for low, _ in ends if low is not None], [high for _, high in ends if high is not None]
    if len(lows) < len(values) or len(highs) < len(values):
        return None
    most = max(members, key=lambda entry: (_figure(entry), -entry.claim.mention.start, entry.claim.id))
    low, high = sum(lows), sum(highs)
    total = Toll(values[0].state, low, high, "exact" if low == high else "between")
    return replace(
        most,
        claim=replace(most.claim, value=total),
        listed=tuple(sorted(entry.claim.id for entry in members)),
        overtaken=all(entry.overtaken for entry in members),
    )


def _figure(entry: Entry) -> int:
    value = entry.claim.value
    return max(value.count.figures, default=0) if isinstance(value, Toll) else 0
