"""What looking for copies costs: made-up reports of some 500 words, in which copies are known.

`compare_to_read` is the time of comparing them all as a multiple of reading them (of SAMPLE, times their number), and
`memory_gib` the most memory that the process ever had, the reports themselves included. STEMMA_DOCUMENTS sets another
number than that of a quick run; 100,000 take a quarter of an hour.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

from bench.copy_maker import KINDS, make
from stemma.data.rules import load_rules
from stemma.read import read
from stemma.trace import compare

DOCUMENTS = 4_000
COPIED = 0.02
PARAGRAPHS = (7, 15)
SEED = 20310101
SAMPLE = 500
LOWER = ("compare_to_read",)
SHOWN = ("documents", "memory_gib", "recall")
SLACK = 0.25
KIB_PER_GIB = 1 << 20


def files(_data: Path) -> tuple[Path, ...]:
    """The maker itself is the data."""
    return (Path(__file__).with_name("copy_maker.py"),)


def figures(_data: Path, _predictions: Path | None = None) -> dict[str, float]:
    """Make the reports, read some, compare all."""
    rules = load_rules()
    number = int(os.environ.get("STEMMA_DOCUMENTS", DOCUMENTS))
    copies = max(1, round(number * COPIED / len(KINDS)))
    documents, made = make(SEED, number - copies * len(KINDS), copies, PARAGRAPHS)
    sample = documents[:SAMPLE]
    started = time.process_time()
    for document in sample:
        read(document, rules)
    reading = (time.process_time() - started) / len(sample) * len(documents)
    started = time.process_time()
    found = {(copy.a, copy.b) for copy in compare(documents, rules.outlets).copies}
    comparing = time.process_time() - started
    wanted = {(documents[m.original].id, documents[m.copy].id) for m in made}
    return {
        "compare_to_read": round(comparing / reading, 3),
        "recall": round(len(wanted & found) / len(wanted), 4),
        "documents": float(len(documents)),
        "memory_gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_GIB / _unit(), 2),
    }


def _unit() -> int:
    """Kibibytes on Linux; bytes on macOS."""
    return 1024 if sys.platform == "darwin" else 1
