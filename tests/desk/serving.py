"""A desk that really listens, in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHILD = """
import sys
from pathlib import Path
from stemma.desk.serve import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings() -> dict[str, str]:
    """The environment of a user who has set nothing of Stemma's."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("STEMMA_", "DJANGO_"))}


@contextmanager
def served(ledger: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The desk over a ledger: its address and its process, which leads a group of its own as under a terminal."""
    port = free_port()
    command = [sys.executable, "-c", CHILD, str(ledger), str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=settings()
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in line, line
        try:
            yield f"http://127.0.0.1:{port}/", process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
