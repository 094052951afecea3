"""Reading data files: each is validated on load, and every byte enters the rules hash."""

from __future__ import annotations

import csv
import hashlib
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from stemma.errors import DataError

T = TypeVar("T")


class WordLoader(yaml.CSafeLoader):
    """YAML in which "no", "on" and "yes" are words, as they are in a word list; only true and false are truth
    values."""


WordLoader.yaml_implicit_resolvers = {
    letter: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool" or letter in "tTfF"]
    for letter, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

DATA_SUFFIXES = (".yml", ".csv", ".gz", ".txt")
WORK = "work"
"""The folder of what governs people's work (roles, statuses). No reading and no account follows from it, so it is not
in the rules hash."""


class Entry(BaseModel):
    """Base of every parsed row: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def resource(name: str) -> Traversable:
    """A file under data/, by its path there ("lexicon/casualties.yml")."""
    return files("stemma.data").joinpath(*name.split("/"))


def read_bytes(name: str) -> bytes:
    """The file's bytes; DataError where it is absent."""
    try:
        return resource(name).read_bytes()
    except OSError as error:
        raise DataError(f"data/{name}: {error}") from error


def read_yaml(name: str, shape: type[T] | Any) -> T:
    """Parse a YAML file into `shape` (a pydantic model or any type that pydantic can check)."""
    try:
        parsed = yaml.load(read_bytes(name), Loader=WordLoader)  # noqa: S506 - a safe loader, less a few words
    except yaml.YAMLError as error:
        raise DataError(f"data/{name}: {error}") from error
    checked: T = _check(name, shape, parsed)
    return checked


def read_csv(name: str, row: type[T]) -> tuple[T, ...]:
    """Parse a CSV file with a header into rows; empty cells become None, lines that begin with # are comments."""
    lines = [line for line in read_bytes(name).decode("utf-8").splitlines() if not line.startswith("#")]
    table = csv.DictReader(io.StringIO("\n".join(lines)), strict=True)
    rows = [{key: value or None for key, value in record.items()} for record in table]
    return tuple(_check(f"{name} row {i + 2}", row, record) for i, record in enumerate(rows))


def _check(name: str, shape: type[T] | Any, value: object) -> T:
    try:
        return TypeAdapter(shape).validate_python(value)  # type: ignore[no-any-return]
    except ValidationError as error:
        raise DataError(f"data/{name}: {error}") from error


@cache
def rules_hash() -> str:
    """Hash of every data file but those of WORK, name and bytes: it goes into `made_by`, so that a changed word list is
    a changed reader."""
    total = hashlib.sha256()
    for path, file in sorted(_walk("", files("stemma.data"))):
        if path.startswith(f"{WORK}/"):
            continue
        total.update(path.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:12]


def _walk(prefix: str, folder: Traversable) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for child in folder.iterdir():
        path = f"{prefix}{child.name}"
        if child.is_dir():
            found.extend(_walk(f"{path}/", child))
        elif child.name.endswith(DATA_SUFFIXES):
            found.append((path, child))
    return found
