"""`python -m bench.unfired [FILE…]`: which entries of the word lists no text ever used.

An entry that fires nowhere is misspelt, shadowed by a longer one, or waiting for a text of its kind: a person decides.
Without files it goes over the sample case and every row of test data that has a text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.data import ROOT, data_files, rows, shared
from bench.stages import documents, received
from bench.texts import document
from stemma.data.lexicon import Entry, Lexicon
from stemma.data.rules import load_rules
from stemma.model.document import Document
from stemma.read.marks import mark
from stemma.read.sentences import sentences

SAMPLES = ROOT / "samples" / "case.jsonl"
TEXTS = ("text", "narrative")
"""The fields of test data that hold running text."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the entries that never fired, a line a list; exit code 0 whatever they are."""
    paths = [Path(argument) for argument in (sys.argv[1:] if arguments is None else arguments)]
    rules = load_rules()
    texts = documents(received(paths), rules) if paths else _everything()
    used = fired(texts, rules.lexicon)
    for line in report(used, rules.lexicon):
        print(line)
    return 0


def fired(texts: Iterable[Document], lexicon: Lexicon) -> Counter[Entry]:
    """How often each entry was found in the kept sentences."""
    used: Counter[Entry] = Counter()
    for text in texts:
        for sentence in sentences(text, lexicon.abbreviations):
            for marks in mark(text.text, sentence, lexicon).by_slot.values():
                used.update(found.entry for found in marks)
    return used


def report(used: Counter[Entry], lexicon: Lexicon) -> Iterator[str]:
    """One line for each list with entries that never fired, those entries in the list's order; last the sums."""
    held: dict[str, list[Entry]] = {}
    for entry in sorted(set(lexicon.entries()), key=_place):
        held.setdefault(entry.slot, []).append(entry)
    for slot, entries in held.items():
        idle = [_told(entry, lexicon) for entry in entries if not used[entry]]
        if idle:
            yield f"{slot} ({len(idle)} of {len(entries)}): {'; '.join(idle)}"
    total = sum(len(entries) for entries in held.values())
    yield f"{total} entries, {sum(1 for entries in held.values() for e in entries if not used[e])} never fired"


def _place(entry: Entry) -> tuple[str, str, str, str]:
    return (entry.table, entry.section, entry.key, entry.phrase)


def _told(entry: Entry, lexicon: Lexicon) -> str:
    """A phrase that does not fire in itself cannot fire at all: a longer one of its list takes its words."""
    alone = fired([document("", entry.phrase)], lexicon)
    return entry.phrase if alone[entry] else f"{entry.phrase} (cannot fire)"


def _everything() -> Iterator[Document]:
    yield from documents(received([SAMPLES]), load_rules())
    folder = shared() / "bench"
    if not folder.is_dir():
        print(f"bench: no test data in {folder}: the sample case alone is read", file=sys.stderr)
    for path in data_files(folder):
        if ".jsonl" in path.name:
            texts = (row[key] for row in rows(path) for key in TEXTS if isinstance(row.get(key), str))
            yield from (document(path.name, text) for text in texts)


if __name__ == "__main__":
    sys.exit(main())
