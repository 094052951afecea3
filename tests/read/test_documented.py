"""Every example of docs/reading.md is read as the page says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from stemma.cli.words import day, said, voices
from stemma.model.claim import Claim, Kind, Reading
from stemma.model.value import Toll
from tests.read.reading import reading

PAGE = Path(__file__).resolve().parents[2] / "docs/reading.md"
HEADING = re.compile(r"#+ .*`(?P<kind>\w+)`")
NOTHING = "nothing"


def _says(claim: Claim, found: Reading) -> str:
    return said(claim)


def _who(claim: Claim, found: Reading) -> str:
    return voices(claim)


def _stance(claim: Claim, found: Reading) -> str:
    return claim.stance + (f" ({', '.join(claim.hedges)})" if claim.hedges else "")


def _part(claim: Claim, found: Reading) -> str:
    assert isinstance(claim.value, Toll)
    whole = [other for other in found.claims if other.mention_id == claim.value.part_of]
    return said(whole[0]) if whole else "–"


def _class(claim: Claim, found: Reading) -> str:
    assert isinstance(claim.value, Toll)
    return claim.value.victim_class or "–"


def _event(claim: Claim, found: Reading) -> str:
    if next(event for event in found.events if event.id == claim.event.ref).whole:
        return "a war's sum"
    place = claim.event.place.name if claim.event.place else "place unknown"
    return (
        f"{'another' if claim.event.background else 'the page' + chr(39) + 's own'}: {day(claim.event.date)}, {place}"
    )


COLUMNS: dict[str, Callable[[Claim, Reading], str]] = {
    "says": _says,
    "who": _who,
    "stance": _stance,
    "part of": _part,
    "class": _class,
    "event": _event,
}


def examples() -> Iterator[tuple[str, str, dict[str, str]]]:
    """(kind, text, the cells that the page gives) of every row of every table."""
    kind, columns = "", []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if (heading := HEADING.match(line)) is not None:
            kind = heading["kind"]
        elif not line.startswith("|"):
            columns = []
        else:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not columns:
                columns = cells[1:]
            elif not line.startswith("|---"):
                yield kind, cells[0], dict(zip(columns, cells[1:], strict=True))


EXAMPLES = list(examples())


@pytest.mark.parametrize(("kind", "text", "cells"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
def test_an_example_is_read_as_documented(kind: str, text: str, cells: dict[str, str]) -> None:
    found = reading(text)
    claims = [claim for claim in found.claims if claim.kind == kind]
    for column, cell in cells.items():
        assert [COLUMNS[column](claim, found) for claim in claims] == ([] if cell == NOTHING else cell.split("<br>"))


def test_every_kind_of_claim_is_documented() -> None:
    assert {kind for kind, _, cells in EXAMPLES if cells["says"] != NOTHING} == set(get_args(Kind))
