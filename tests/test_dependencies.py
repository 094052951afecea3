"""Each direct dependency is explained in docs/dependencies.md, under the licence that its own metadata states."""

from __future__ import annotations

import re
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from scripts.licences import licence, requirements

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (?P<name>[\w.-]+) \| (?P<use>[^|]+) \|(?P<why>[^|]*)\| (?P<licence>[^|]+) \|$", re.MULTILINE)
EXPLAINED = {m["name"]: m["licence"] for m in ROW.finditer((ROOT / "docs/dependencies.md").read_text(encoding="utf-8"))}
DIRECT = [name for names in requirements().values() for name in names]


@pytest.mark.parametrize("name", DIRECT)
def test_dependency_is_explained_under_its_licence(name: str) -> None:
    stated = licence(name)
    assert name in EXPLAINED
    if stated is not None:  # an extra outside the locks is not installed
        assert EXPLAINED[name] == stated


def test_nothing_is_explained_that_is_not_there() -> None:
    assert sorted(set(EXPLAINED) - {"package", "---"}) == sorted(DIRECT)


@pytest.mark.parametrize("name", [name for group in ("core", "web") for name in requirements()[group]])
def test_dependency_is_used(name: str) -> None:
    """By an import, or by a dotted name in settings."""
    modules = [module for module, owners in packages_distributions().items() if name.lower() in _folded(owners)]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    use = re.compile(rf"""(?:^ *(?:from|import) |["'])(?:{"|".join(map(re.escape, modules))})\b""", re.MULTILINE)
    assert use.search(sources)


def _folded(owners: list[str]) -> set[str]:
    return {owner.lower().replace("_", "-") for owner in owners}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_pins_by_hash_and_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 50
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
