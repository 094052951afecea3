"""Texts as tables hold them. PostgreSQL's cannot hold the character NUL, which hostile reports may: on both databases
the derived tables spell it out. Events are not concerned: their JSON escapes it."""

from __future__ import annotations

NUL, SIGN = "\0", "␀"
SPELLED = f"{SIGN}-"


def storable(text: str) -> str:
    """The text with NUL spelled `␀-`, and `␀` itself doubled, so that no two texts become one (they may be keys)."""
    if NUL not in text and SIGN not in text:
        return text
    return text.replace(SIGN, SIGN * 2).replace(NUL, SPELLED)
