"""What people corrected in a claim, a line each."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stemma.desk.wording import dates, labels
from stemma.desk.wording.values import value_text, voices_text
from stemma.ledger.selectors import ClaimRow
from stemma.model.content import Content


def corrections(row: ClaimRow) -> tuple[str, ...]:
    """As in "Ada corrected it; as read: 15 killed. The scan says so."."""
    return tuple(
        _("%(actor)s corrected it; as read: %(before)s. %(reason)s")
        % {"actor": made.actor, "before": _said(made.before), "reason": made.reason}
        for made in row.corrections
    )


def _said(content: Content | None) -> str:
    if content is None:
        return _("not kept")
    if content.value is not None:
        return value_text(content.value)
    if content.voices is not None:
        return voices_text(content.voices, None)
    if content.stance is not None:
        return labels.stance(content.stance)
    return _event(content)


def _event(content: Content) -> str:
    event = content.event
    if event is None:
        return _("not kept")
    parts = [labels.words(event.type), event.place.name if event.place else "", dates.date_range(event.date)]
    told = ", ".join(part for part in parts if part)
    return _("%(event)s (in passing)") % {"event": told} if event.background else told
