"""Whether a bundle's files are those that its description lists, and its payloads and index are whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from stemma.errors import DataError
from stemma.ids import sha256
from stemma.ledger.bundles import layout
from stemma.ledger.bundles.contents import BrokenFileError, BundleContents, read_file
from stemma.ledger.bundles.package import Package
from stemma.ledger.entries import decode
from stemma.ledger.evidence.record import DIGEST, Damage, Record, scan_open
from stemma.ledger.problems import Problem
from stemma.model.capture import Capture
from stemma.model.head import Signature
from stemma.model.wire import from_wire


def payloads(package: Package) -> tuple[dict[int, str], list[Problem]]:
    """The sha256 of every whole payload by the byte at which its record begins, and the damage, in the archive's
    order."""
    try:
        handle, size = package.stored(layout.ARCHIVE)
    except DataError as error:
        return {}, [Problem(layout.ARCHIVE, str(error))]
    found: dict[int, str] = {}
    problems = []
    for one in scan_open(handle, layout.ARCHIVE, size):
        match one:
            case Damage():
                problems.append(Problem(f"{one.segment} at byte {one.offset}", one.why))
            case Record():
                found[one.offset] = one.sha256
    return found, problems


def gone(held: BundleContents, sound: Mapping[int, str]) -> Iterator[Problem]:
    """Captures whose payload is not in the archive, and payloads of no capture."""
    whole, named = set(sound.values()), set()
    for event in held.events:
        if event.kind != "capture":
            continue
        try:
            capture = decode(Capture, event.body)
        except DataError:
            continue  # said already, as a body that cannot be read
        named.add(capture.sha256)
        if capture.sha256 not in whole:
            yield Problem(f"event {event.seq} (capture {capture.id})", f"no whole payload {capture.sha256}")
    for offset, digest in sorted(sound.items()):
        if digest not in named:
            yield Problem(f"{layout.ARCHIVE} at byte {offset}", f"the payload {digest} is of no capture in the bundle")


def misplaced(package: Package, sound: Mapping[int, str]) -> Iterator[Problem]:
    """Lines of the index that lead to another payload than they say, or to none."""
    for number, line in enumerate(read_file(package, layout.INDEX).decode("utf-8", "replace").splitlines(), 1):
        where = f"{layout.INDEX} line {number}"
        try:
            held = json.loads(line.split(" ", 2)[2])
            offset, digest = int(held["offset"]), str(held["digest"])
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            yield Problem(where, "is no line of an index")
            continue
        if DIGEST + sound.get(offset, "") != digest:
            yield Problem(where, f"leads to byte {offset}, where the payload {digest} is not")


def unlisted(package: Package) -> Iterator[Problem]:
    """Files that are not what the description says, that it does not list, or that are missing; last the description
    itself."""
    if package.doubled:
        yield Problem("the zip", "holds two files of one name")
    listed = {}
    for path, size, digest in _resources(package):
        listed[path] = digest
        try:
            found = package.measure(path, size)
        except DataError as error:
            yield Problem(path, str(error))
            continue
        if found != (size, digest.removeprefix(DIGEST)):
            yield Problem(path, f"is not the file that {layout.PACKAGE} lists")
    for name in package.names:
        if name not in listed and name not in (layout.PACKAGE, layout.PACKAGE_DIGEST):
            yield Problem(name, f"is not listed in {layout.PACKAGE}")
    yield from (Problem(name, f"is not listed in {layout.PACKAGE}") for name in layout.NEEDED if name not in listed)
    if _digest(package).get("hash") != DIGEST + sha256(read_file(package, layout.PACKAGE)):
        yield Problem(layout.PACKAGE, f"is not the one that {layout.PACKAGE_DIGEST} names")


def signature(package: Package) -> Signature | None:
    """The signature on the description, where there is one."""
    held = _digest(package).get("stemma")
    try:
        return None if held is None else from_wire(Signature, held)
    except DataError as error:
        raise BrokenFileError(layout.PACKAGE_DIGEST, f"holds no signature: {error}") from error


def _resources(package: Package) -> list[tuple[str, int, str]]:
    try:
        rows = json.loads(read_file(package, layout.PACKAGE))["resources"]
        return [(str(row["path"]), int(row["bytes"]), str(row["hash"])) for row in rows]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BrokenFileError(layout.PACKAGE, "is no description of a package") from error


def _digest(package: Package) -> dict[str, Any]:
    try:
        held = json.loads(read_file(package, layout.PACKAGE_DIGEST))
    except (ValueError, RecursionError) as error:
        raise BrokenFileError(layout.PACKAGE_DIGEST, "is no JSON") from error
    return held if isinstance(held, dict) else {}
