"""Override a field of an account: a person's value in place of the policy's, with the reason that its readers see."""

from __future__ import annotations

from dataclasses import replace

from stemma.errors import InputError
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append, now, writing
from stemma.model.ruling import FindingRuling, finding_ruling
from stemma.review.fields import checked, held
from stemma.review.permission import permitted


def override(  # noqa: PLR0913 - a ruling is all of these
    incident: str,
    field: str,
    value: str,
    *,
    slot: str | None = None,
    policy: str | None = None,
    actor: str,
    reason: str,
) -> FindingRuling:
    """Record that `field` of the incident that any id of it leads to is `value` ("unknown" for none).

    `slot` names the finding that the field is of; without one it is a grade or a coded field of `policy`. Without
    `policy` it holds under every one. Raises NotFoundError for an unknown incident, finding or policy, InputError for a
    value that the field does not take, a missing reason or an actor without a name.
    """
    with writing():
        who = permitted("override", actor)
        account = held(incident)
        taken = checked(account, slot, field, value, policy)
        return record(FindingRuling("", "override", account.id, slot, field, taken, policy, reason, who))


def record(ruling: FindingRuling) -> FindingRuling:
    """Append a ruling on a field, with its id and reason in order."""
    if not ruling.reason.strip():
        raise InputError("reason", "an override says why, so that others can weigh it")
    at = now()
    made = finding_ruling(replace(ruling, reason=ruling.reason.strip()), at=at)
    append([of_ruling(made)], at=at)
    return made
