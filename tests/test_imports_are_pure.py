"""Importing a module does no work: nothing written, printed, connected or started, and no environment needed."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
SETTINGS = "stemma.desk.django_settings"

# An audit hook in the child sees what a read-only folder alone would not: root may write anywhere.
# A library of ours asks for the temporary folder's name when imported; Python finds that by writing, so it is told.
CHILD = """
import os, sys, tempfile
tempfile.tempdir = os.getcwd()
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
ACTS = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.", "socket.connect", "socket.bind",
        "socket.getaddrinfo", "sqlite3.connect", "subprocess.Popen", "os.fork", "os.exec", "os.posix_spawn")
def watch(event, args):
    if event == "open" and isinstance(args[2], int) and args[2] & WRITES and args[0] != os.devnull:
        raise PermissionError(f"an import opened {args[0]!r} for writing")
    if event.startswith(ACTS):
        raise PermissionError(f"an import did {event} {args!r}")
sys.addaudithook(watch)
import importlib
if "--django" in sys.argv:
    import django
    django.setup()
for name in sys.argv[sys.argv.index("--") + 1:]:
    importlib.import_module(name)
if "--no-django" in sys.argv and "django" in sys.modules:
    raise SystemExit("Django was imported")
"""


def _modules() -> list[str]:
    paths = sorted((SOURCE / "stemma").rglob("*.py"))
    parts = [path.relative_to(SOURCE).with_suffix("").parts for path in paths]
    names = [".".join(p[:-1] if p[-1] == "__init__" else p) for p in parts]
    return [name for name in names if not name.endswith("__main__")]


def _import(tmp_path: Path, modules: list[str], *flags: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    folder = tmp_path / "cwd"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = subprocess.run(
        [sys.executable, "-B", "-I", "-X", "utf8", "-c", CHILD, *flags, "--", *modules],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert list(folder.iterdir()) == []
    return done


def test_importing_everything_does_nothing(tmp_path: Path) -> None:
    done = _import(tmp_path, _modules(), "--django", env={"DJANGO_SETTINGS_MODULE": SETTINGS})
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_reading_needs_neither_django_nor_environment(tmp_path: Path) -> None:
    web = ("stemma.desk", "stemma.ledger", "stemma.review", "stemma.export", "stemma.build", "stemma.cli")
    plain = [name for name in _modules() if not f"{name}.".startswith(tuple(f"{w}." for w in web))]
    done = _import(tmp_path, plain, "--no-django", env={})
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
