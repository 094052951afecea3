"""The guard of conftest.py: tests talk to this machine and to no other."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org"])
def test_other_machines_are_out_of_reach(host: str) -> None:
    with pytest.raises(PermissionError, match=r"reach .* only"):
        socket.create_connection((host, 80), timeout=1)


def test_this_machine_is_in_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 5) as client:
        accepted, _ = server.accept()
        with accepted:
            client.sendall(b"here")
            assert accepted.recv(4) == b"here"
