"""Average linkage over scored pairs, with what people ruled: strangers are not chained together by one look-alike."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Pair = tuple[int, int]
Value = Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class Clusters:
    """`members` sorted, by their first; `between` the mean value of clusters that have a near pair, by their firsts."""

    members: tuple[tuple[int, ...], ...]
    between: dict[Pair, float]


@dataclass(slots=True)
class _Linkage:
    """Clusters under their smallest member. `sums` has the total value of all pairs between clusters that may merge."""

    value: Value
    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]]
    banned: dict[int, set[int]]
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    def mean(self, a: int, b: int) -> float:
        return self.sums[a][b] / (len(self.members[a]) * len(self.members[b]))

    def push(self, a: int, b: int) -> None:
        low, high = min(a, b), max(a, b)
        heapq.heappush(self.heap, (-self.mean(low, high), low, high))

    def total(self, a: int, b: int) -> float:
        known = self.sums[a].get(b)
        if known is not None:
            return known
        return sum(self.value(*sorted((x, y))) for x in self.members[a] for y in self.members[b])

    def merge(self, keep: int, drop: int) -> None:
        """Fold one cluster into another. Every pair counts in the new means, also those that were never near."""
        near = (set(self.sums[keep]) | set(self.sums[drop])) - {keep, drop}
        totals = {other: self.total(keep, other) + self.total(drop, other) for other in sorted(near)}
        for other in (*self.sums.pop(drop), keep):
            self.sums[other].pop(drop, None)
        self.members[keep] = sorted(self.members[keep] + self.members.pop(drop))
        for other in self.banned.pop(drop, set()):
            self.banned[other].discard(drop)
            self.banned[other].add(keep)
            self.banned[keep].add(other)
        for other, total in totals.items():
            self.sums[keep][other] = self.sums[other][keep] = total
            self.push(keep, other)


def components(size: int, joined: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    """Indices that hang together by some chain of pairs, each group sorted, groups by their first member."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in joined:
        one, other = root(a), root(b)
        parent[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for i in range(size):
        groups.setdefault(root(i), []).append(i)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def average_linkage(
    size: int, near: Iterable[Pair], value: Value, threshold: float, *, must: Iterable[Pair], cannot: Iterable[Pair]
) -> Clusters:
    """Clusters of the indices below `size` whose mean value is at least `threshold`.

    Only clusters with a pair in `near` (smaller index first) may merge, but all their pairs enter the mean. `must`
    pairs are joined first whatever their value; `cannot` pairs never end up together unless a `must` says so.
    """
    linkage = _Linkage(
        value, {i: [i] for i in range(size)}, {i: {} for i in range(size)}, {i: set() for i in range(size)}
    )
    for a, b in sorted(near):
        linkage.sums[a][b] = linkage.sums[b][a] = value(a, b)
    for a, b in cannot:
        linkage.banned[a].add(b)
        linkage.banned[b].add(a)
    for group in components(size, must):
        for drop in group[1:]:
            linkage.merge(group[0], drop)
    linkage.heap.clear()
    for a in sorted(linkage.sums):
        for b in sorted(linkage.sums[a]):
            if a < b:
                linkage.push(a, b)
    _agglomerate(linkage, threshold)
    between = {(a, b): linkage.mean(a, b) for a in sorted(linkage.sums) for b in sorted(linkage.sums[a]) if a < b}
    allowed = {pair: mean for pair, mean in between.items() if pair[1] not in linkage.banned[pair[0]]}
    return Clusters(tuple(tuple(m) for _, m in sorted(linkage.members.items())), allowed)


def _agglomerate(linkage: _Linkage, threshold: float) -> None:
    while linkage.heap and -linkage.heap[0][0] >= threshold:
        negative, a, b = heapq.heappop(linkage.heap)
        alive = a in linkage.members and b in linkage.members and b in linkage.sums[a]
        if alive and b not in linkage.banned[a] and linkage.mean(a, b) == -negative:
            linkage.merge(a, b)
