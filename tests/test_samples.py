"""The sample case: every line is received, says that it is a digest, and names its page."""

from __future__ import annotations

import json
from pathlib import Path

from stemma.capture import receive
from stemma.model.capture import Received

LABEL = "digest in the project's own words of the page at url"


def test_every_report_is_received_and_labelled(root: Path) -> None:
    path = root / "samples" / "case.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    received = list(receive([path]))
    assert len(rows) == len(received) >= 25
    assert all(isinstance(item, Received) for item in received)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row) == {"id", "url", "outlet", "lang", "published", "title", "text", "note"}
        assert row["note"] == LABEL
        assert row["url"].startswith("http")


def test_the_readme_counts_what_is_there(root: Path) -> None:
    readme = (root / "samples" / "README.md").read_text(encoding="utf-8")
    lines = (root / "samples" / "case.jsonl").read_text(encoding="utf-8").splitlines()
    assert f"{len(lines)} reports" in readme
    for prefix in ("A", "B", "A0", "O"):
        count = sum(json.loads(line)["id"].startswith(f"{prefix}-") for line in lines)
        assert f"| `{prefix}-…` ({count}) |" in readme
