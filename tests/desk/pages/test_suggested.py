from __future__ import annotations

from stemma.desk.pages.suggested import suggested_lines
from stemma.ledger.selectors import FigureRange, IncidentRow
from stemma.model.incident import Reason, Suggestion
from tests.desk.factories import DAY


def row(key: str) -> IncidentRow:
    unknown = FigureRange(None, None)
    return IncidentRow(
        key, f"Strike {key}", "air_strike", DAY, None, None, None, None, None, FigureRange(5, 9), unknown, "range", 1,
        1, 0,
    )  # fmt: skip


def test_the_other_incident_with_what_speaks_for_and_against() -> None:
    reasons = (
        Reason("place", 0.4, "2 km apart"), Reason("day", -0.2, "two days apart"), Reason("rare", 0.1, ""),
        *(Reason(f"minor {i}", 0.01, "") for i in range(9)),
    )  # fmt: skip
    (line,) = suggested_lines("b", (Suggestion("a", "b", 0.3, reasons),), row)
    assert (line.incident, line.label, line.date, line.killed) == ("a", "Strike a", "17 September 2016", "5–9")
    assert line.reasons == ("the place: 2 km apart", "rare words in common", "minor 0", "minor 1")
    assert line.against == ("the day: two days apart",)
