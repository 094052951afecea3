"""What is installed is what was written: vocabulary, templates and static files travel in the wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "stemma"


def test_wheel_carries_every_file_of_the_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("stemma/")}
    made = {"__pycache__", ".DS_Store"}
    written = {path for path in PACKAGE.rglob("*") if path.is_file() and not made & set(path.parts)}
    assert carried == {path.relative_to(PACKAGE.parent).as_posix() for path in written}
    assert any(name.endswith(".yml") for name in carried)
