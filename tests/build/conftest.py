"""Three short reports of one strike, in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

REPORTS = {
    "agency.txt": (
        "IDLIB, February 3, 2019 - An airstrike on a market in Idlib on Sunday killed 12 people and wounded 30, the "
        "Syrian Observatory for Human Rights said.\n\nA military spokesman denied that its aircraft bombed the town.\n"
    ),
    "daily.txt": (
        "Market in Idlib bombed\n\nAt least 15 civilians were killed in an airstrike on a market in Idlib on "
        "February 3, 2019, rescue workers said. Russia was blamed by residents.\n"
    ),
    "blog.txt": (
        "News of the day\n\nOn Sunday, February 3, 2019, warplanes struck a market in Idlib. Twelve people died, "
        "according to the Syrian Observatory for Human Rights.\n"
    ),
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with the reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
