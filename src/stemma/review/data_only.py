"""What a data-only reader sees: everything but who of the ledger's people did it."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOMEBODY = "an analyst"
"""How any of the ledger's people is called to a data-only reader: one word for all, so that nobody is told apart."""


def without_names(text: str, names: Iterable[str]) -> str:
    """`text` with each of `names` that stands in it as whole words, in whatever case, replaced by SOMEBODY.

    It knows names as they are recorded. Half a name or a nickname in somebody's prose it cannot know: what people
    write to one another is not shown to such a reader at all.
    """
    known = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if not known:
        return text
    spelled = "|".join(r"\s+".join(map(re.escape, name.split())) for name in known)
    return re.sub(rf"(?<!\w)(?:{spelled})(?!\w)", SOMEBODY, text, flags=re.IGNORECASE)
