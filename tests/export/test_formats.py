"""Where exports go."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from stemma.errors import InputError, NotFoundError
from stemma.export import FORMATS, write_folder, write_stream
from tests.ledgers import Filled


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_gets_every_file(filled: Filled, tmp_path: Path, name: str) -> None:
    written = write_folder(name, tmp_path / "new" / "folder")
    assert [path.name for path in written] == list(FORMATS[name])
    for path in written:
        out = io.StringIO(newline="")
        write_stream(name, out, file=path.name)
        assert path.read_bytes() == out.getvalue().encode()
        assert out.getvalue()


def test_what_cannot_be_written_is_said(filled: Filled, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        write_folder("csv", tmp_path / "file")


def test_unknown_names_are_said(filled: Filled) -> None:
    with pytest.raises(NotFoundError, match="csv, json"):
        write_stream("xls", io.StringIO())
    with pytest.raises(NotFoundError, match=r"claims\.csv"):
        write_stream("csv", io.StringIO(), file="other.csv")
