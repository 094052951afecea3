"""Taking a bundle apart and putting it together again otherwise, as somebody might who wants it to say something
else."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from stemma.ids import canonical, sha256
from stemma.ledger.bundles.layout import ARCHIVE, PACKAGE, PACKAGE_DIGEST

Edit = Callable[[bytes], bytes]


def entries(bundle: Path) -> dict[str, bytes]:
    """Every file of a bundle."""
    with zipfile.ZipFile(bundle) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def lines(bundle: Path, name: str) -> list[dict[str, Any]]:
    """A file of JSON lines."""
    return [json.loads(line) for line in entries(bundle)[name].splitlines()]


def put(bundle: Path, files: dict[str, bytes]) -> None:
    """Write a bundle of these files."""
    with zipfile.ZipFile(bundle, "w") as packed:
        for name, content in sorted(files.items()):
            packed.writestr(name, content, zipfile.ZIP_STORED if name == ARCHIVE else zipfile.ZIP_DEFLATED)


def forge(bundle: Path, **edits: Edit) -> None:
    """Edit files (named with "__" for "/", "_" for ".") and have the description list what they are now."""
    named = {name: content for name, content in entries(bundle).items() if name not in (PACKAGE, PACKAGE_DIGEST)}
    for key, edit in edits.items():
        (name,) = (held for held in named if held.replace("/", "__").replace(".", "_") == key)
        assert edit(named[name]) != named[name]
        named[name] = edit(named[name])
    put(bundle, described(named, json.loads(entries(bundle)[PACKAGE])))


def described(files: dict[str, bytes], package: dict[str, Any]) -> dict[str, bytes]:
    """The files with a description that fits them."""
    package["resources"] = [
        {"name": name.rpartition("/")[2], "path": name, "hash": f"sha256:{sha256(content)}", "bytes": len(content)}
        for name, content in sorted(files.items())
    ]
    held = canonical(package)
    digest = canonical({"path": PACKAGE, "hash": f"sha256:{sha256(held)}"})
    return {**files, PACKAGE: held, PACKAGE_DIGEST: digest}


def each_line(edit: Callable[[dict[str, Any]], dict[str, Any] | None]) -> Edit:
    """An edit of JSON lines, one by one; None drops the line."""

    def edited(content: bytes) -> bytes:
        made = (edit(json.loads(line)) for line in content.splitlines())
        return b"".join(canonical(line) + b"\n" for line in made if line is not None)

    return edited
