"""What the doctor looks at: each with what it costs to be without."""

from __future__ import annotations

from stemma.cli.health import findings


def test_whatever_is_missing_says_what_that_costs() -> None:
    found = list(findings())
    assert found[0].what.startswith("Python ")
    assert [one.what for one in found if not one.ok and not one.cost] == []
    assert [one.what for one in found if one.needed and not one.ok] == []
    assert len({one.what for one in found}) == len(found)
