"""What each origin holds of the incident, in half a line: its standing figures."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.desk.wording import figures, labels
from stemma.model.finding import Account, Finding, Position
from stemma.model.value import Toll

SLOTS = ("killed", "injured")
"""The two figures that a reader asks for first; the rest is on the page."""


def sayings(account: Account) -> Mapping[str, str]:
    """Origin key to "62 killed, more than 100 injured": asserted figures that stand, of the incident as a whole
    first."""
    said: dict[str, dict[str, str]] = {}
    for slot in SLOTS:
        for finding in sorted((f for f in account.findings if f.slot == slot), key=_whole_first):
            for position in finding.positions:
                for support in position.origins if _stands(position) else ():
                    said.setdefault(support.key, {}).setdefault(slot, _phrase(position, slot))
    return {key: ", ".join(phrases[slot] for slot in SLOTS if slot in phrases) for key, phrases in sorted(said.items())}


def _whole_first(finding: Finding) -> tuple[bool, str]:
    part = finding.group or finding.victim_class
    return (part is not None, part or "")


def _stands(position: Position) -> bool:
    return position.stance == "asserts" and position.superseded_by is None and isinstance(position.value, Toll)


def _phrase(position: Position, slot: str) -> str:
    assert isinstance(position.value, Toll)
    return f"{figures.counted(position.value, position.value.word)} {labels.slot(slot).lower()}"
