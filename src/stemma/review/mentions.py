"""Who is spoken to in a comment: "@" and a name as the ledger has it, whatever its case and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stemma.model.member import person_key


def mentions(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where in a text which of `names` is spoken to: start, end and the name's key. Of names that begin alike the
    longest is meant; "mail@name" speaks to nobody."""
    known = sorted({name for name in names if person_key(name)}, key=lambda name: (-len(name), name))
    if not known:
        return
    spelled = "|".join(r"\s+".join(map(re.escape, name.split())) for name in known)
    for found in re.finditer(rf"(?<![\w@.])@({spelled})(?!\w)", text, flags=re.IGNORECASE):
        yield found.start(), found.end(), person_key(found.group(1))


def mentioned(text: str, names: Iterable[str]) -> frozenset[str]:
    """The keys of all who are spoken to."""
    return frozenset(key for _start, _end, key in mentions(text, names))
