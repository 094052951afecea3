"""Print each direct dependency with its licence as the installed package's own metadata states it.

`docs/dependencies.md` repeats this list by hand, beside the reasons; a test holds the two together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# Older packages write their licence as they please: the spellings met, as patterns of the whole line, and their SPDX.
SPELLINGS = {
    r"Apache( 2\.0|( Software)? License)": "Apache-2.0",
    r"BSD( License)?": "BSD",
    r"BSD 2-Clause License": "BSD-2-Clause",
    r"MIT License": "MIT",
    r".* released under the BSD \(3-clause\) license.*": "BSD-3-Clause",
}


def requirements() -> dict[str, list[str]]:
    """Names of the direct dependencies by group, in the order of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"core": project["dependencies"], **project["optional-dependencies"]}
    return {group: [re.split(r"[\[<>=!~ ;]", line, maxsplit=1)[0] for line in lines] for group, lines in groups.items()}


def _stated(package: metadata.PackageMetadata) -> Iterator[str]:
    yield from package.get_all("License-Expression") or []
    yield from (text.strip().partition("\n")[0].strip() for text in package.get_all("License") or [])
    for classifier in package.get_all("Classifier") or []:
        if classifier.startswith("License :: "):
            yield classifier.rpartition(" :: ")[2]


def licence(name: str) -> str | None:
    """SPDX where the metadata allows it, "unstated" where it says nothing, None where the package is not installed."""
    try:
        package = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    stated = next(filter(None, _stated(package)), "unstated")
    return next((spdx for spelling, spdx in SPELLINGS.items() if re.fullmatch(spelling, stated)), stated)


def main() -> None:
    for group, names in requirements().items():
        for name in names:
            print(f"{group:9} {name:24} {licence(name) or 'not installed'}")


if __name__ == "__main__":
    main()
