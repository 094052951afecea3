"""Record that data left the ledger: what, up to which event, and who took it."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.exported import Exported
from stemma.model.moment import identified
from stemma.review.permission import permitted


def begin_export(actor: str) -> int:
    """The number of the last event that an export begun now takes in. Asked before the first byte is written: raises
    NotAllowedError for an actor whose role does not allow it, InputError for one without a name."""
    with writing():
        permitted("export", actor)
        return selectors.taken_in()


def record_export(
    kind: str, files: Mapping[str, str], *, seq: int, actor: str, incident: str | None = None
) -> Exported:
    """Append it, once all of its files are whole. `files` maps each file's name to the sha256 of its bytes in hex,
    `seq` is what `begin_export` gave, `incident` any id of the one that left, where only one did.

    Raises NotFoundError for an unknown incident, NotAllowedError and InputError as `begin_export` does, InputError for
    an export of no files. Nothing is derived anew for it.
    """
    if not files:
        raise InputError("files", "an export of nothing is none")
    with writing():
        who = permitted("export", actor)
        shown = None if incident is None else selectors.resolve(incident)
        at = now()
        made = identified(Exported("", kind, dict(files), seq, shown, who), at=at)
        append([of_act(made)], at=at)
    return made
