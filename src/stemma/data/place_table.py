"""The compiled GeoNames extract: a quarter of a million places in flat columns, searched by bisection.

Python dictionaries of this size cost seconds and hundreds of megabytes; columns and sorted key lists load in a fraction
of a second. The file is gzip over: one JSON line (format, counts, tables of small values), then the sections named in
`SECTIONS`, each little-endian with its bytes parted into planes (all first bytes, then all second), which packs better.
"""

from __future__ import annotations

import gzip
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from stemma.data.folding import light, loose
from stemma.errors import DataError

FORMAT = "stemma-places-1"
DEGREE = 100_000
"""Coordinates are whole hundred-thousandths of a degree: one metre."""
MAX_KEY = 255
"""Names and keys longer than this many bytes are left out, so that a length fits one byte."""
MAX_SHARED = 255
"""Places kept per key, most populous first, so that a count fits one byte. GeoNames' largest group has 156."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place as the build script gives it: `alternates` are other spellings, `adm1` GeoNames' first-level code."""

    name: str
    lat: float
    lon: float
    country: str
    adm1: str
    population: int
    alternates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """Many short strings in one block of UTF-8: `ends[i]` is where the i-th stops."""

    blob: bytes
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.ends)

    def raw(self, index: int) -> bytes:
        return self.blob[self.ends[index - 1] if index else 0 : self.ends[index]]

    def find(self, key: bytes) -> int:
        """Where `key` stands or would stand, the lines being sorted."""
        return bisect_left(range(len(self)), key, key=self.raw)


@dataclass(frozen=True, slots=True)
class KeyList:
    """Sorted keys, each with the places that bear it: those of key i are `places[ends[i-1]:ends[i]]`."""

    keys: Lines
    ends: Sequence[int]
    places: Sequence[int]

    def find(self, key: str) -> Sequence[int]:
        """The places under `key`; empty where there are none."""
        wanted = key.encode("utf-8", "replace")
        index = self.keys.find(wanted)
        return self.at(index) if index < len(self.keys) and self.keys.raw(index) == wanted else ()

    def at(self, index: int) -> Sequence[int]:
        return self.places[self.ends[index - 1] if index else 0 : self.ends[index]]

    def starting(self, prefix: str) -> range:
        """Indices of the keys that begin with `prefix`."""
        start = prefix.encode("utf-8", "replace")
        return range(self.keys.find(start), self.keys.find(start + b"\xff"))


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Columns by place number, and two ways in: by light key, and by loose key where names are romanised Arabic."""

    names: Lines
    lats: Sequence[int]
    lons: Sequence[int]
    populations: Sequence[int]
    divisions: Sequence[int]
    division_codes: tuple[tuple[str, str], ...]
    by_light: KeyList
    by_loose: KeyList

    def row(self, number: int) -> Row:
        """The place of that number, without its alternates."""
        country, adm1 = self.division_codes[self.divisions[number]]
        lat, lon = self.lats[number] / DEGREE, self.lons[number] / DEGREE
        return Row(self.names.raw(number).decode(), lat, lon, country, adm1, self.populations[number])


def pack(rows: Iterable[Row], romanised: frozenset[str]) -> bytes:
    """Compile rows to the file's bytes; equal rows give equal bytes. `romanised`: countries that get loose keys."""
    ordered = sorted(rows, key=lambda r: (r.country, r.adm1, r.name, r.lat, r.lon, r.population))
    codes = sorted({(r.country, r.adm1) for r in ordered})
    numbers = {code: i for i, code in enumerate(codes)}
    spellings = [(i, r.population, (r.name, *r.alternates)) for i, r in enumerate(ordered)]
    arabic = [s for s, r in zip(spellings, ordered, strict=True) if r.country in romanised]
    sections = {
        **_pack_lines("names", [r.name.encode()[:MAX_KEY] for r in ordered]),
        "lats": array("i", (round(r.lat * DEGREE) for r in ordered)),
        "lons": array("i", (round(r.lon * DEGREE) for r in ordered)),
        "populations": array("I", (r.population for r in ordered)),
        "divisions": array("H", (numbers[(r.country, r.adm1)] for r in ordered)),
        **_pack_keys("light", _invert((i, p, {light(n) for n in names}) for i, p, names in spellings)),
        **_pack_keys("loose", _invert((i, p, {loose(n) for n in names}) for i, p, names in arabic)),
    }
    header = {
        "format": FORMAT,
        "divisions": codes,
        "sections": [[name, s.typecode, len(s)] for name, s in sections.items()],
    }
    body = json.dumps(header, separators=(",", ":")).encode() + b"\n" + b"".join(map(_planes, sections.values()))
    return gzip.compress(body, compresslevel=9, mtime=0)


def _invert(spellings: Iterable[tuple[int, int, set[str]]]) -> Mapping[bytes, list[int]]:
    """Key to places, the most populous first."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    for number, population, keys in spellings:
        for key in keys:
            found.setdefault(key.encode(), []).append((-population, number))
    return {
        key: [n for _, n in sorted(places)[:MAX_SHARED]] for key, places in found.items() if 0 < len(key) <= MAX_KEY
    }


def _pack_lines(name: str, lines: list[bytes]) -> dict[str, array[Any]]:
    return {name: array("B", b"".join(lines)), f"{name} lengths": array("B", map(len, lines))}


def _pack_keys(name: str, keys: Mapping[bytes, list[int]]) -> dict[str, array[Any]]:
    ordered = sorted(keys)
    return {
        **_pack_lines(name, ordered),
        f"{name} counts": array("B", (len(keys[key]) for key in ordered)),
        f"{name} places": array("I", (number for key in ordered for number in keys[key])),
    }


def _planes(values: array[Any]) -> bytes:
    if sys.byteorder == "big":
        values = array(values.typecode, values)
        values.byteswap()
    data = values.tobytes()
    return b"".join(data[i :: values.itemsize] for i in range(values.itemsize))


def _unplanes(typecode: str, data: bytes) -> array[Any]:
    values: array[Any] = array(typecode)
    size, count = values.itemsize, len(data) // values.itemsize
    mixed = bytearray(len(data))
    for i in range(size):
        mixed[i::size] = data[i * count : (i + 1) * count]
    values.frombytes(mixed)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def unpack(packed: bytes) -> PlaceTable:
    """Read what `pack` wrote; DataError where it is something else."""
    try:
        body = gzip.decompress(packed)
        end = body.index(b"\n")
        header = json.loads(body[:end])
    except (OSError, EOFError, ValueError) as error:
        raise DataError(f"places file: {error}") from error
    if header.get("format") != FORMAT:
        raise DataError(f"places file: not of format {FORMAT}")
    sections: dict[str, array[Any]] = {}
    offset = end + 1
    for name, typecode, count in header["sections"]:
        size = count * array(typecode).itemsize
        sections[name] = _unplanes(typecode, body[offset : offset + size])
        offset += size
    return PlaceTable(
        names=_lines(sections, "names"),
        lats=sections["lats"],
        lons=sections["lons"],
        populations=sections["populations"],
        divisions=sections["divisions"],
        division_codes=tuple((country, adm1) for country, adm1 in header["divisions"]),
        by_light=_keys(sections, "light"),
        by_loose=_keys(sections, "loose"),
    )


def _lines(sections: Mapping[str, array[Any]], name: str) -> Lines:
    return Lines(sections[name].tobytes(), array("I", accumulate(sections[f"{name} lengths"])))


def _keys(sections: Mapping[str, array[Any]], name: str) -> KeyList:
    ends = array("I", accumulate(sections[f"{name} counts"]))
    return KeyList(_lines(sections, name), ends, sections[f"{name} places"])
