"""Sigla: the short names by which a critical edition tells its witnesses apart. Here each origin of an incident bears
a Greek letter."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.model.finding import Account

LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"


def siglum(index: int) -> str:
    """The letter of the origin at `index`: α … ω, then α2 … ω2, and so on."""
    turn, place = divmod(index, len(LETTERS))
    return LETTERS[place] + (str(turn + 1) if turn else "")


def sigla(account: Account) -> Mapping[str, str]:
    """Origin key to siglum, the origin with the most documents first, ties by key."""
    carried: dict[str, set[str]] = {}
    for claim in account.claims.values():
        carried.setdefault(claim.origin, set()).add(claim.document)
    for finding in account.findings:
        for position in finding.positions:
            for support in position.origins:
                carried.setdefault(support.key, set())
    ranked = sorted(carried, key=lambda key: (-len(carried[key]), key))
    return {key: siglum(i) for i, key in enumerate(ranked)}
