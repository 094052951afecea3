"""Count in how many reports of attacks each word stands, and write `data/linking/background.csv`.

    python scripts/build_background.py

The reports are the 1,300 of MUC-4's development part, which its publisher gives away for any use. Only shares of
reports are kept, of words that at least LEAST reports have: a small ledger weighs its words by them.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from bench.data import first, folder, rows
from stemma.link.telling import words

TARGET = Path(__file__).resolve().parents[1] / "src" / "stemma" / "data" / "linking" / "background.csv"
LEAST = 4


def main() -> None:
    """Count and write."""
    path = first(folder("muc4") / "dev.jsonl")
    assert path is not None
    frequency: Counter[str] = Counter()
    reports = 0
    for row in rows(path):
        frequency.update(words(str(row.get("text") or row.get("doctext"))).keys())
        reports += 1
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["word", "share"])
        kept = {word: n for word, n in frequency.items() if n >= LEAST and not word.isdigit()}
        out.writerows((word, f"{n / reports:.4f}") for word, n in sorted(kept.items()))
    print(f"{len(kept)} words of {reports} reports")


if __name__ == "__main__":
    main()
