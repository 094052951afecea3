"""One benchmark a module: `figures(data, predictions)` runs Stemma on a folder of test data and returns figures.

A module may also say `files(data)` (which files it reads), `LOWER` (figures where less is better), `SHOWN` (figures
that are never pinned: sizes, absolute times) and `SLACK` (the share by which a figure wavers from run to run).
"""

from __future__ import annotations

BENCHES = (
    "claims",
    "further",
    "case",
    "incidents",
    "linking",
    "reuse",
    "copies",
    "volume",
    "origins",
    "ranges",
    "published",
    "geo",
    "muc4",
    "maintext",
    "attribution",
    "factuality",
    "speed",
    "ledger",
)
"""Every benchmark, in the order in which `make bench` runs them; each is the module of its name beside this file."""
