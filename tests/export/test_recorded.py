"""Nothing leaves without an event: of whole files, with the digest of what was written."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from stemma.errors import InputError, NotAllowedError, NotFoundError
from stemma.export import FORMATS, export_folder, export_stream
from stemma.ledger import selectors
from stemma.model.exported import Exported
from tests.ledgers import Filled
from tests.review.people import name_people


def recorded() -> list[Exported]:
    return [held.value for held in selectors.done("export", Exported)]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_folder_is_recorded_with_the_digest_of_each_file(filled: Filled, tmp_path: Path, kind: str) -> None:
    paths = export_folder(kind, tmp_path / "out", actor="Ada")
    (made,) = recorded()
    assert made.files == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    assert (made.format, made.incident, made.actor, made.seq) == (kind, None, "Ada", selectors.taken_in())


@pytest.mark.parametrize(("kind", "file"), [(kind, file) for kind, files in FORMATS.items() for file in (None, *files)])
def test_a_stream_is_recorded_with_the_digest_of_what_it_took(filled: Filled, kind: str, file: str | None) -> None:
    out = io.StringIO(newline="")
    export_stream(kind, out, actor="Ada", file=file)
    (made,) = recorded()
    assert made.files == {file or next(iter(FORMATS[kind])): hashlib.sha256(out.getvalue().encode()).hexdigest()}


def test_what_failed_is_not_recorded(filled: Filled, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        export_folder("csv", tmp_path / "file", actor="Ada")
    with pytest.raises(NotFoundError):
        export_stream("csv", io.StringIO(), actor="Ada", file="other.csv")
    assert recorded() == []


def test_who_may_not_gets_no_byte(filled: Filled, tmp_path: Path) -> None:
    name_people()
    out = io.StringIO()
    with pytest.raises(NotAllowedError):
        export_stream("csv", out, actor="Eve")
    with pytest.raises(NotAllowedError):
        export_folder("csv", tmp_path / "out", actor="Eve")
    assert (out.getvalue(), (tmp_path / "out").exists(), recorded()) == ("", False, [])


class Narrow(io.StringIO):
    """A stream whose other end goes away after the first piece."""

    def write(self, text: str) -> int:
        if self.getvalue():
            raise BrokenPipeError
        return super().write(text)


def test_a_stream_that_breaks_off_is_recorded_as_far_as_it_went(filled: Filled) -> None:
    with pytest.raises(BrokenPipeError):
        export_stream("csv", Narrow(), actor="Ada", file="claims.csv")
    (made,) = recorded()
    assert set(made.files) == {"claims.csv"}
