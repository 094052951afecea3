"""What differs from the published account, in words: under another policy, or without something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.wording import figures, labels
from stemma.model.beside import Beside, Taken
from stemma.model.sensitivity import Change, Extent
from stemma.reconcile.slots import SLOTS


@dataclass(frozen=True, slots=True)
class Difference:
    """One finding, grade or code: what is published, what is seen here, and why, where a rule says why."""

    heading: str
    part: str
    published: str
    here: str
    why: str


def policy_differences(found: Beside) -> tuple[Difference, ...]:
    """Of two policies side by side, the published one first."""
    return tuple(
        Difference(
            _heading(line.field), _part(line.group, line.victim_class), _taken(line.one), _taken(line.other),
            line.why or "",
        )
        for line in found.differing
    )  # fmt: skip


def removal_differences(changes: Sequence[Change]) -> tuple[Difference, ...]:
    """Of what a removal changed."""
    return tuple(
        Difference(
            labels.slot(one.slot), _part(one.group, one.victim_class),
            extent_text(one.before), extent_text(one.after), "",
        )
        for one in changes
    )  # fmt: skip


def extent_text(side: Extent | None) -> str:
    """A finding in brief: its range with its status, the status alone where it has no numbers."""
    if side is None:
        return _("nothing")
    status = labels.status(side.status)
    if (side.low, side.high) == (None, None):
        return status
    return f"{figures.extent(side.low, side.high)}, {status.lower()}"


def _heading(field: str) -> str:
    """A finding's own heading; a coded field bears the name that its codebook gives it."""
    return labels.slot(field) if field in SLOTS else _("Grade") if field == "grade" else field


def _part(group: str | None, victim_class: str | None) -> str:
    return group or (labels.victim_class(victim_class) if victim_class else "")


def _taken(taken: Taken) -> str:
    if taken.text is None:
        return _("not recorded")
    if (taken.low, taken.high) == (None, None):
        return taken.text
    said = figures.extent(taken.low, taken.high)
    if taken.best is not None and taken.low != taken.high:
        said = _("%(range)s, best %(best)s") % {"range": said, "best": figures.number(taken.best)}
    return f"{said}, {labels.status(taken.status).lower()}" if taken.status else said
