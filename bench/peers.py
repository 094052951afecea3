"""The published figures to beat, from peers.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

PEERS = Path(__file__).with_name("peers.yml")


@dataclass(frozen=True, slots=True)
class Peer:
    """A figure that somebody else reached, who, and where that is written."""

    figure: float
    by: str
    source: str


def read_peers(bench: str, path: Path = PEERS) -> dict[str, tuple[Peer, ...]]:
    """The peers of one benchmark by figure, best first as the file has them; none where nothing is published."""
    found = yaml.safe_load(path.read_text(encoding="utf-8")).get(bench, {})
    return {name: tuple(Peer(float(p["figure"]), p["by"], p["source"]) for p in peers) for name, peers in found.items()}
