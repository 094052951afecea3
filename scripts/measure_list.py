"""How long the list of incidents takes over a big ledger: 100,000 invented incidents written straight into the tables
that pages read (no event says so: such a ledger is for measuring alone), asked for through Django's test client in one
process. The same arguments make the same incidents.

Usage: .venv/bin/python scripts/measure_list.py FOLDER [INCIDENTS]

FOLDER becomes the ledger; one that is there already is measured as it is. Prints milliseconds for each
address: median and maximum of five with no facet kept (cold), median and 95th percentile of twenty with them kept.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path

from stemma import ledger as ledgers
from stemma.desk.site import site_settings
from stemma.settings import Settings

SEED = 8
COLD, WARM = 5, 20
PORTION = 5_000
STARTS = ("al", "deir", "kafr", "tell", "bab", "ain", "ras", "jabal", "wadi", "beit")
ENDS = ("zor", "nabi", "hamra", "karam", "shams", "safira", "tabqa", "mayadin", "hasaka", "rastan", "qusayr", "darkush")
TYPES = ("air_strike", "shooting", "artillery", "bombing", "clash", "rocket")
COUNTRIES = ("SY", "YE", "IQ", "AF", "UA", "LY", "SD", "ML")
MIDDLES = (
    (34.8, 38.9),
    (15.5, 47.6),
    (33.1, 43.7),
    (33.8, 66.0),
    (49.0, 31.4),
    (27.0, 18.0),
    (14.6, 30.2),
    (17.3, -3.5),
)
TOWNS = 400
"""Places in which the incidents of a country lie: many lie at the very same point."""
STATUSES = ("agreed", "range", "contested", "single_origin", "unknown")
ADDRESSES = (
    "/", "/?page=900", "/?sort=killed", "/?sort=label", "/?q=karam", "/?q=deir+tabqa", "/?q=strike", "/?q=karram",
    "/?type=air_strike&country=SY", "/?type=air_strike&type=shooting&country=SY&year=2016&status=contested",
    "/?by=Party+3", "/?outlet=Outlet+7&origins=3",
    "/?view=map", "/?view=map&box=35,32,44,37.4", "/?view=map&box=-180,-90,180,90",
    "/?view=map&type=air_strike&country=SY",
    "/?view=map&q=karam", "/?box=35,32,44,37.4", "/?located=no",
    "/?view=timeline", "/?view=timeline&since=2016-01-01&until=2016-12-31", "/?view=timeline&page=900",
    "/?view=timeline&type=air_strike&country=SY", "/?view=timeline&q=karam", "/?dated=no",
)  # fmt: skip


def main(folder: Path, incidents: int) -> None:
    site = site_settings(folder, Settings(folder, None, ("testserver",)), secret_key="measuring")
    ledgers.configure(folder.absolute(), **site)
    new = not folder.exists()
    ledgers.open_ledger(folder, create=new)
    if new:
        fill(incidents)
    measure()


def fill(incidents: int) -> None:
    """Write the tables in portions."""
    from stemma.ledger.models import (  # noqa: PLC0415 - models can be imported once Django knows its ledger
        ProjectedDocument,
        ProjectedIncident,
        ProjectedPosition,
        ProjectedReference,
        ProjectionState,
    )
    from stemma.ledger.projections import search  # noqa: PLC0415
    from stemma.ledger.writer import writing  # noqa: PLC0415

    chance, spread, texts = random.Random(SEED), random.Random(SEED + 1), []
    day = '{"from":"%s","to":"%s","precision":"day"}'
    with writing():
        for start in range(0, incidents, PORTION):
            rows, documents, references, positions = [], [], [], []
            for number in range(start, min(start + PORTION, incidents)):
                key, when = f"{number:020x}", f"{chance.randint(2011, 2024)}-{chance.randint(1, 12):02}-10"
                place = f"{chance.choice(STARTS)} {chance.choice(ENDS)} {chance.randrange(400)}"
                kind, reports = chance.choice(TYPES), min(1 + int(chance.expovariate(0.6)), 20)
                low = chance.choice((None, 0, 1, 2, 4, 9, 30))
                label = f"{kind.replace('_', ' ').capitalize()}, {place.title()}, {when}"
                country = chance.choice(COUNTRIES)
                lat, lon, precision = somewhere(spread, country)
                first, last = sometime(spread, when)
                rows.append(
                    ProjectedIncident(
                        id=key, linked="{}", label=label, type=kind, date=day % (when, when), date_from=first,
                        date_to=last, place=place.title(), country=country, lat=lat, lon=lon,
                        place_precision=precision, killed_low=low,
                        killed_high=low if low is None else low + chance.randrange(9), status=chance.choice(STATUSES),
                        documents=reports, origins=min(reports, 1 + chance.randrange(6)), copies=0,
                    )
                )  # fmt: skip
                for report in range(reports):
                    own = f"{number:014x}{report:06x}"
                    outlet = f"Outlet {int(chance.paretovariate(0.5)) % 400}"
                    documents.append(
                        ProjectedDocument(id=own, capture=own, label=own, outlet=outlet, characters=900, claims=2)
                    )
                    references.append(
                        ProjectedReference(
                            id=own, document=own, incident=key, key="main", background=False, reasons="[]"
                        )
                    )
                for place_in in range(chance.randrange(4)):
                    party = f"Party {int(chance.paretovariate(0.7)) % 120}"
                    positions.append(
                        ProjectedPosition(
                            id=f"{key}:{place_in}", incident=key, slot="perpetrator", stance="asserts", party=party,
                            value="{}", origins=1, superseded=False, hedged=False,
                        )
                    )  # fmt: skip
                told = " ".join(f"word{int(chance.paretovariate(0.4)) % 30_000}" for _ in range(80))
                texts.append(search.Searchable(key, f"{label} {told}"))
            for table, made in (
                (ProjectedIncident, rows), (ProjectedDocument, documents), (ProjectedReference, references),
                (ProjectedPosition, positions),
            ):  # fmt: skip
                table.objects.bulk_create(made, batch_size=500)
        search.replace(texts)
        ProjectionState.objects.create(seq=0, made_with="measuring", digest=f"{SEED}:{incidents}")


def somewhere(spread: random.Random, country: str) -> tuple[float | None, float | None, int | None]:
    """A point of the country with its precision; one in seven is known to the country alone, one has no point."""
    lat, lon = MIDDLES[COUNTRIES.index(country)]
    town, precision = int(spread.paretovariate(0.4)) % TOWNS, spread.choice((1, 1, 2, 3, 4, 6, None))
    if precision is None:
        return None, None, None
    if precision == 6:
        return lat, lon, precision
    return lat + (town * 37 % 200 - 100) / 40, lon + (town * 91 % 200 - 100) / 40, precision


def sometime(spread: random.Random, when: str) -> tuple[str | None, str | None]:
    """The day as a rule; for a few the year alone, or nothing."""
    drawn = spread.random()
    if drawn < 0.02:
        return None, None
    return (f"{when[:4]}-01-01", f"{when[:4]}-12-31") if drawn < 0.07 else (when, when)


def measure() -> None:
    """Ask for every address, cold and warm."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from stemma.ledger.selectors.bars import forget as forget_bars  # noqa: PLC0415
    from stemma.ledger.selectors.cells import forget as forget_cells  # noqa: PLC0415
    from stemma.ledger.selectors.facets import forget  # noqa: PLC0415

    client = Client()
    sys.stdout.write(f"{connection.vendor}\n{'address':72} {'cold p50':>9} {'max':>7} {'warm p50':>9} {'p95':>7}\n")
    for address in ADDRESSES:
        cold, warm = [], []
        for taken, times, fresh in ((cold, COLD, True), (warm, WARM, False)):
            for _ in range(times):
                if fresh:
                    forget()
                    forget_bars()
                    forget_cells()
                before = time.perf_counter()
                assert client.get(address).status_code == 200, address
                taken.append((time.perf_counter() - before) * 1000)
        figures = [statistics.median(cold), max(cold), statistics.median(warm), sorted(warm)[-2]]
        sys.stdout.write(f"{address:72} {figures[0]:9.0f} {figures[1]:7.0f} {figures[2]:9.0f} {figures[3]:7.0f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
