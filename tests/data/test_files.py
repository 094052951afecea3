"""Reading data files: checked on load, refused by name, and every byte in the rules' hash."""

from __future__ import annotations

import csv
import hashlib
import io

import pytest
from pydantic import ValidationError

from stemma.data.files import DATA_SUFFIXES, WORK, Entry, read_bytes, read_csv, read_yaml, resource, rules_hash
from stemma.errors import DataError


class Outlet(Entry):
    """A row of the outlets' table, as text."""

    name: str
    kind: str
    country: str | None
    domains: str | None
    aliases: str | None
    source: str | None


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    numbers = read_yaml("lexicon/numbers.yml", dict[str, object])
    none = numbers["none"]
    assert isinstance(none, list)
    assert "no" in none
    assert all(isinstance(word, str) for word in none)


def test_a_file_of_another_shape_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"data/lexicon/people\.yml"):
        read_yaml("lexicon/people.yml", dict[str, int])


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(DataError, match=r"data/lexicon/nowhere\.yml"):
        read_bytes("lexicon/nowhere.yml")


def test_a_table_gives_its_rows_without_comments_and_with_null_for_nothing() -> None:
    rows = read_csv("outlets/outlets.csv", Outlet)
    text = read_bytes("outlets/outlets.csv").decode("utf-8")
    plain = list(csv.DictReader(io.StringIO("\n".join(x for x in text.splitlines() if not x.startswith("#")))))
    assert [row.name for row in rows] == [record["name"] for record in plain]
    assert [row.aliases for row in rows] == [record["aliases"] or None for record in plain]
    assert any(row.aliases is None for row in rows)
    assert not any(value == "" for row in rows for value in row.model_dump().values())


def test_a_row_of_another_shape_is_refused_with_its_table() -> None:
    class Narrow(Entry):
        name: str

    with pytest.raises(DataError, match=r"outlets/outlets\.csv row 2"):
        read_csv("outlets/outlets.csv", Narrow)


def test_a_row_does_not_change_once_read() -> None:
    row = read_csv("outlets/outlets.csv", Outlet)[0]
    with pytest.raises(ValidationError, match="frozen"):
        row.name = "Another"


def test_every_data_file_but_those_of_peoples_work_enters_the_hash() -> None:
    def walk(prefix: str = "") -> list[str]:
        folder = resource(prefix.rstrip("/")) if prefix else resource("")
        names: list[str] = []
        for child in folder.iterdir():
            names += walk(f"{prefix}{child.name}/") if child.is_dir() else [f"{prefix}{child.name}"]
        return names

    total = hashlib.sha256()
    held = [name for name in walk() if name.endswith(DATA_SUFFIXES)]
    assert [name for name in held if name.startswith(f"{WORK}/")] != []
    for name in sorted(name for name in held if not name.startswith(f"{WORK}/")):
        total.update(name.encode() + b"\0" + hashlib.sha256(read_bytes(name)).digest())
    assert rules_hash() == total.hexdigest()[:12]
