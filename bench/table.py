"""A benchmark's figures as a table for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.peers import Peer

HEADER = ("figure", "ours", "floor", "to beat")


def table(
    bench: str,
    figures: Mapping[str, float],
    floors: Mapping[str, float],
    peers: Mapping[str, Sequence[Peer]],
    *,
    other_data: bool = False,
) -> str:
    """One line a figure; `other_data` says that the floors were set on other data and do not hold here."""
    lines = [HEADER] + [
        (name, f"{figure:g}", f"{floors[name]:g}" if name in floors else "", _peers(peers.get(name, ())))
        for name, figure in figures.items()
    ]
    widths = [max(len(line[i]) for line in lines) for i in range(3)]
    title = f"{bench} (other data than the floors': none holds)" if other_data else bench
    body = [
        f"  {n:<{widths[0]}}  {ours:>{widths[1]}}  {floor:>{widths[2]}}  {best}".rstrip()
        for n, ours, floor, best in lines
    ]
    return "\n".join([title, *body])


def _peers(peers: Sequence[Peer]) -> str:
    return "; ".join(f"{peer.figure:g} {peer.by}" for peer in peers)
