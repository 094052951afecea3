from __future__ import annotations

import os
import signal
import socket
import urllib.request
from pathlib import Path

import pytest

from stemma.desk.serve import address, serve
from stemma.errors import InputError, LedgerError
from tests.desk.serving import free_port, served


def test_it_serves_pages_and_files_and_ends_on_an_interrupt(ledger: Path) -> None:
    with served(ledger) as (url, process):
        with urllib.request.urlopen(url) as response:
            assert response.status == 200
            assert b"stemma build REPORTS" in response.read()
        with urllib.request.urlopen(f"{url}static/desk/desk.css") as response:
            assert response.headers["Content-Type"].startswith("text/css")
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 0


def test_a_taken_port_is_told(ledger: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=rf"127\.0\.0\.1:{port}: cannot be listened on"):
            serve(ledger, port=port)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_an_impossible_port_is_told(ledger: Path, port: int) -> None:
    with pytest.raises(InputError, match="a port is a number from 1 to 65535"):
        serve(ledger, port=port)


def test_a_missing_ledger_is_told_before_anything_listens(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger here"):
        serve(tmp_path / "none", port=free_port())


def test_the_address_is_one_that_a_browser_takes() -> None:
    assert address("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert address("0.0.0.0", 8001) == "http://127.0.0.1:8001/"
    assert address("::1", 8002) == "http://[::1]:8002/"
