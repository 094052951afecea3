from __future__ import annotations

from bench import BENCHES
from bench.peers import read_peers


def test_every_peer_has_a_figure_a_name_and_a_source() -> None:
    for bench in BENCHES:
        for name, peers in read_peers(bench).items():
            assert peers, name
            assert all(peer.figure >= 0 and peer.by and peer.source for peer in peers), name


def test_the_best_peer_comes_first() -> None:
    assert [peer.by for peer in read_peers("maintext")["f1"]][:2] == ["rs_trafilatura", "trafilatura"]
    for bench in BENCHES:
        for name, peers in read_peers(bench).items():
            figures = [peer.figure for peer in peers]
            assert figures == sorted(figures, reverse=True), name


def test_a_benchmark_without_published_figures_has_no_peers() -> None:
    assert read_peers("no such bench") == {}
