"""Each direct dependency is explained in docs/dependencies.md, under the licence that its own metadata states."""

from __future__ import annotations

import re
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


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_pins_by_hash_and_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 50
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
