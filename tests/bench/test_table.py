from __future__ import annotations

from bench.peers import Peer
from bench.table import table


def test_a_table_sets_figure_floor_and_peer_side_by_side() -> None:
    lines = table(
        "b", {"f1": 0.95, "pages": 181.0}, {"f1": 0.9}, {"f1": (Peer(0.97, "somebody", "there"),)}
    ).splitlines()
    assert lines[0] == "b"
    assert lines[1].split() == ["figure", "ours", "floor", "to", "beat"]
    assert lines[2].split() == ["f1", "0.95", "0.9", "0.97", "somebody"]
    assert lines[3].split() == ["pages", "181"]


def test_a_table_says_that_no_floor_holds_on_other_data() -> None:
    assert "other data" in table("b", {"f1": 0.95}, {}, {}, other_data=True)
