"""`stemma policies`: the rule sets by name, with what they say of themselves."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_the_policies_are_listed_with_version_and_hash(run: Run) -> None:
    ran = run("policies", "--json")
    assert (ran.code, ran.err) == (0, "")
    listed = {row["name"]: row for row in map(json.loads, ran.out.splitlines())}
    assert set(listed) == {"range", "ucdp", "acled", "airwars"}
    assert all(set(row) == {"name", "version", "hash", "title", "says"} for row in listed.values())
    words = run("policies")
    assert words.code == 0
    assert all(row["hash"] in words.out for row in listed.values())
