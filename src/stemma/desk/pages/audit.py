"""What people did, as rows of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.wording import dates
from stemma.review.audit import AuditRow


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act; `time` is the minute in UTC, `more` how many events of the same moment stand behind it."""

    seq: int
    day: str
    time: str
    kind: str
    person: str
    what: str
    why: str
    incident: str | None
    more: int


def kind_label(kind: str) -> str:
    """A kind as the page calls it."""
    return {
        "sign-ins": _("sign-ins"),
        "exports": _("exports"),
        "roles": _("roles"),
        "rulings": _("rulings"),
        "statuses": _("work"),
        "comments": _("comments"),
        "rounds": _("blind rounds"),
        "series": _("series"),
    }[kind]


def audit_lines(rows: Iterable[AuditRow]) -> tuple[AuditLine, ...]:
    """In the order given."""
    return tuple(
        AuditLine(
            row.seq, dates.short_day(row.recorded_at), row.recorded_at[11:16], kind_label(row.kind), row.person,
            row.what, row.reason, row.incident, row.events - 1,
        )
        for row in rows
    )  # fmt: skip
