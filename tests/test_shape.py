"""The shape that the code keeps: rooms of a size to take in, no address of a machine, no clock in results."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "stemma"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
STAGES = ("model", "data", "clean", "read", "trace", "link", "reconcile", "agree")
FILE_LINES = 400
FUNCTION_LINES = 60
# Git keeps every version for ever: only the places file may be large.
FILE_BYTES = 5_000_000
PLACES_BYTES = 12_000_000

# Spelt in parts, so that this file does not find itself.
REGISTRIES = ("py" + "pi.org", "python" + "hosted.org", "registry.n" + "pmjs.org", "deb." + "debian.org")
MACHINE_PATHS = re.compile(r"(?<![\w./])/(?:ro" + r"ot|wo" + r"rk|ho" + r"me|Us" + r"ers|opt/py" + r"pi)/[\w.-]")

# Reading one of these makes a result depend on when or where it was made.
UNREPEATABLE = re.compile(
    r"\b(?:datetime\.now|datetime\.utcnow|date\.today|time\.time|uuid4|uuid1|random\.\w+|os\.urandom)\b"
)
ENVIRONMENT = re.compile(r"\bos\.(?:environ|getenv)\b")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _code(path: Path) -> Iterator[str]:
    """The expressions of a module as canonical source: neither comments nor docstrings can raise a false alarm."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute | ast.Call | ast.ImportFrom):
            yield ast.unparse(node)


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = [name for name in listed.stdout.decode("utf-8").split("\0") if name]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def test_sources_are_found() -> None:
    assert len(SOURCES) > 10


def test_no_file_outgrows_its_room() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: n for name, n in lengths.items() if n > FILE_LINES} == {}


def test_no_function_outgrows_a_screen() -> None:
    long = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in _functions(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION_LINES
    ]
    assert long == []


def test_every_source_states_its_purpose() -> None:
    mute = [
        _name(path)
        for path in SOURCES
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert mute == []


def test_stages_know_no_clock_and_no_chance() -> None:
    files = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] in (*STAGES, "pipeline.py")]
    assert [_name(path) for path in files if any(UNREPEATABLE.search(code) for code in _code(path))] == []


def test_environment_is_read_in_settings_only() -> None:
    readers = {_name(path) for path in SOURCES if any(ENVIRONMENT.search(code) for code in _code(path))}
    assert readers <= {"src/stemma/settings.py"}


def _can_fail(function: ast.FunctionDef | ast.AsyncFunctionDef, helpers: set[str]) -> bool:
    """It asserts, expects an error, asks a browser to `expect`, or calls a function of the tests that does."""
    calls = {ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(function) if isinstance(node, ast.Call)}
    asserts = any(isinstance(node, ast.Assert) for node in ast.walk(function))
    return asserts or bool(calls & {"raises", "warns", "expect", *helpers})


def test_every_test_can_fail() -> None:
    functions = [(path, node) for path in sorted((ROOT / "tests").rglob("*.py")) for node in _functions(path)]
    helpers = {node.name for _, node in functions if not node.name.startswith("test_") and _can_fail(node, set())}
    tests = [(path, node) for path, node in functions if node.name.startswith("test_")]
    idle = [f"{_name(path)}:{node.lineno} {node.name}" for path, node in tests if not _can_fail(node, helpers)]
    assert idle == []


def test_tracked_files_name_no_registry_and_no_machine(tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{_name(path)}: {host}" for host in REGISTRIES if host in text]
        found += [f"{_name(path)}: {hit.group()}" for hit in MACHINE_PATHS.finditer(text)]
    assert found == []


def test_tracked_files_are_small(tracked: list[Path]) -> None:
    limits = {path: PLACES_BYTES if "places" in path.parts else FILE_BYTES for path in tracked}
    assert [_name(path) for path, limit in limits.items() if path.stat().st_size > limit] == []
